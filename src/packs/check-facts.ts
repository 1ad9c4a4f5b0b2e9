import { freshDays } from '../core/approval.ts';
import { daysBetween, type LocalDate } from '../core/local-date.ts';
import { readNumber } from '../features/content/own-number.ts';
import type { Place } from './check-dates.ts';
import type { ContentProblem } from './content-problem.ts';
import { type ContactEntry, contactsFileSchema, lawsFileSchema, toolsFileSchema } from './guide-facts-schema.ts';
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
      const atNumber = { file: 'contacts.yaml', line: contactsFile?.lineOf(['contacts', at, 'number']) ?? 1 };
      return [
        ...checkFact(contact, place, today),
        ...checkNumber(contact, atNumber),
        ...(isOwn(contact) ? [] : [noNumber(contact, place)]),
      ];
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

const emergencies: readonly string[] = ['110', '112', '113', '1412'];

/** By the same rule as a number that is set from the chat; the numbers of emergency are the same everywhere. */
function checkNumber({ id, kind, number }: ContactEntry, place: Place): ContentProblem[] {
  if (number === undefined) return [];
  if (kind === 'emergency') {
    if (emergencies.includes(number)) return [];
    const message = `${id}: ${number} is no emergency number`;
    return [{ ...place, message, remedy: `Write ${emergencies.join(', ')}: whichever it is.` }];
  }
  if (readNumber(number) !== undefined) return [];
  const message = `${id}: ${number} is no number that can be called`;
  return [{ ...place, message, remedy: 'Write eight digits, five that begin with 0, or six that begin with 116.' }];
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
  return [
    { ...place, message: `${id} was last checked ${age} days ago`, remedy, severity: 'warning', notReady: 'stale' },
  ];
}

const isOwn = ({ number, isExample }: { number?: string; isExample: boolean }): boolean =>
  number !== undefined && !isExample;

function noNumber({ id, owner }: Fact, place: Place): ContentProblem {
  return {
    ...place,
    message: `${id} has no number of the municipality's own`,
    remedy: `${owner} sets it.`,
    severity: 'warning',
    notReady: 'missing',
  };
}

function noPage({ id, owner }: Fact, place: Place): ContentProblem {
  return {
    ...place,
    message: `${id} has no page`,
    remedy: `${owner} sets the municipality's own.`,
    severity: 'warning',
    notReady: 'missing',
  };
}
