import { freshDays } from '../core/approval.ts';
import { daysBetween, type LocalDate } from '../core/local-date.ts';
import type { Place } from './check-dates.ts';
import type { ContentProblem } from './content-problem.ts';
import { contactsFileSchema, lawsFileSchema, toolsFileSchema } from './guide-facts-schema.ts';
import { readYaml } from './read-yaml.ts';

type Fact = { id: string; verifiedAt: LocalDate; validTo: LocalDate; owner: string };

/** Phone numbers, sections and forms that are out of date (an error), or that somebody should check again. What cannot be read is told when the guide is loaded. */
export async function checkFacts(folder: string, today: LocalDate): Promise<readonly ContentProblem[]> {
  const [contacts, laws, tools] = await Promise.all([
    readYaml(folder, 'contacts.yaml', contactsFileSchema),
    readYaml(folder, 'laws.yaml', lawsFileSchema),
    readYaml(folder, 'tools.yaml', toolsFileSchema),
  ]);
  const contactsFile = contacts.value;
  const lawsFile = laws.value;
  const toolsFile = tools.value;
  return [
    ...(contactsFile?.value.contacts ?? []).flatMap((contact, at) => {
      const place = { file: 'contacts.yaml', line: contactsFile?.lineOf(['contacts', at]) ?? 1 };
      return [...checkFact(contact, place, today), ...(contact.number === undefined ? [noNumber(contact, place)] : [])];
    }),
    ...(lawsFile?.value.laws ?? []).flatMap((law, at) =>
      checkFact(law, { file: 'laws.yaml', line: lawsFile?.lineOf(['laws', at]) ?? 1 }, today),
    ),
    ...(toolsFile?.value.tools ?? []).flatMap((tool, at) => {
      const place = { file: 'tools.yaml', line: toolsFile?.lineOf(['tools', at]) ?? 1 };
      return [...checkFact(tool, place, today), ...(tool.url === undefined ? [noPage(tool, place)] : [])];
    }),
  ];
}

function checkFact({ id, verifiedAt, validTo, owner }: Fact, place: Place, today: LocalDate): ContentProblem[] {
  const age = daysBetween(verifiedAt, today);
  const remedy = `${owner} checks it again and sets verifiedAt and validTo.`;
  if (validTo < verifiedAt) {
    return [{ ...place, message: `${id}: validTo is before verifiedAt`, remedy: 'Correct the dates.' }];
  }
  if (age < 0) {
    return [{ ...place, message: `${id}: verifiedAt is in the future`, remedy: 'Write the day it was checked.' }];
  }
  if (validTo < today) return [{ ...place, message: `${id} is out of date since ${validTo}`, remedy }];
  if (age <= freshDays) return [];
  return [{ ...place, message: `${id} was last checked ${age} days ago`, remedy, severity: 'warning' }];
}

function noNumber({ id, owner }: Fact, place: Place): ContentProblem {
  return {
    ...place,
    message: `${id} has no number`,
    remedy: `${owner} sets the municipality's own.`,
    severity: 'warning',
  };
}

function noPage({ id, owner }: Fact, place: Place): ContentProblem {
  return {
    ...place,
    message: `${id} has no page`,
    remedy: `${owner} sets the municipality's own.`,
    severity: 'warning',
  };
}
