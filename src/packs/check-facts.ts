import { daysBetween, type LocalDate } from '../core/local-date.ts';
import { freshDays } from './check-module.ts';
import type { ContentProblem } from './content-problem.ts';
import { contactsFileSchema, lawsFileSchema } from './guide-schema.ts';
import { readYaml } from './read-yaml.ts';

type Fact = { id: string; verifiedAt: LocalDate; validTo: LocalDate; owner: string };
type Place = { file: string; line: number };

/** Phone numbers and sections that somebody should check again. What cannot be read is told when the guide is loaded. */
export async function checkFacts(folder: string, today: LocalDate): Promise<readonly ContentProblem[]> {
  const [contacts, laws] = await Promise.all([
    readYaml(folder, 'contacts.yaml', contactsFileSchema),
    readYaml(folder, 'laws.yaml', lawsFileSchema),
  ]);
  const contactsFile = contacts.value;
  const lawsFile = laws.value;
  return [
    ...(contactsFile?.value.contacts ?? []).flatMap((contact, at) => {
      const place = { file: 'contacts.yaml', line: contactsFile?.lineOf(['contacts', at]) ?? 1 };
      return [...checkFact(contact, place, today), ...(contact.number === undefined ? [noNumber(contact, place)] : [])];
    }),
    ...(lawsFile?.value.laws ?? []).flatMap((law, at) =>
      checkFact(law, { file: 'laws.yaml', line: lawsFile?.lineOf(['laws', at]) ?? 1 }, today),
    ),
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
  if (validTo >= today && age <= freshDays) return [];
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
