import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../core/failure.ts';
import { addDays, type LocalDate, localDateAt, readLocalDate, type TimeZone } from '../../core/local-date.ts';
import type { Person } from '../../features/people/person.ts';
import { formatProblem } from '../../packs/content-problem.ts';
import { readYaml } from '../../packs/read-yaml.ts';
import type { SharedChatSpec } from '../workbench/connector/new-state.ts';
import { objectIdOf, type PersonaSpec } from '../workbench/connector/teams-ids.ts';
import { type Municipality, municipalitySchema, type SeedPerson, type SeedUnit } from './municipality-schema.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The fictional municipality. Throws Failure `invalid` naming file and line. */
export async function readMunicipality(): Promise<Municipality> {
  const { value, problems } = await readYaml(folder, 'municipality.yaml', municipalitySchema);
  if (!value) throw new Failure('invalid', problems.map(formatProblem).join('\n'));
  return value.value;
}

/** Everyone as the stub Teams knows them. */
export function personasOf(
  municipality: Municipality,
  today: LocalDate,
): { people: (PersonaSpec & { hasApp: boolean })[]; shared: SharedChatSpec[] } {
  const employed = municipality.units.flatMap((unit) =>
    unit.people.map((person) => ({
      personaId: person.id,
      name: person.name,
      givenName: person.givenName,
      title: person.title,
      unitName: unit.name,
      badges: badgesOf(person, today),
      story: person.story,
      hasApp: person.app === 'installed',
    })),
  );
  const outsiders = municipality.outsiders.map(({ id, name, title, guest, story }) => ({
    personaId: id,
    name,
    title,
    unitName: 'Utenfor kommunen',
    badges: guest ? ['gjest'] : [],
    story,
    isGuest: guest,
    hasApp: true,
  }));
  const shared = municipality.chats.map(({ type, name, members }) => ({ type, name, memberIds: members }));
  return { people: [...employed, ...outsiders], shared };
}

/** New for the first eight weeks. */
const newForDays = 56;

function badgesOf({ employed, roles, answersFor = [] }: SeedPerson, today: LocalDate): string[] {
  const isNew = employedOn(employed, today) >= addDays(today, -newForDays);
  return [
    ...(isNew ? ['ny'] : []),
    ...(roles.includes('leader') ? ['leder'] : []),
    ...(roles.includes('coordinator') ? ['koordinator'] : []),
    ...(answersFor.length > 0 ? ['fagansvarlig'] : []),
  ];
}

/** Somebody as the roster would give them. The ids are the same every time, so that seeding twice makes nobody twice. */
export function personOf(unit: SeedUnit, person: SeedPerson, today: LocalDate): Person {
  return {
    personId: personIdOf(person.id),
    displayName: person.name,
    givenName: person.givenName ?? person.name.split(' ')[0] ?? person.name,
    unitId: unit.id,
    sector: unit.sector,
    roles: person.roles,
    employedOn: employedOn(person.employed, today),
    leads: person.leads,
    ...(person.competenceLevel !== undefined && { competenceLevel: person.competenceLevel }),
    ...(person.answersFor && { answersFor: person.answersFor }),
    aadObjectId: objectIdOf(person.id),
  };
}

function personIdOf(id: string): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  const bytes = createHash('sha256').update(`person:${id}`).digest().subarray(0, 20);
  return Array.from(bytes, (byte) => letters[byte % 32]).join('');
}

function employedOn(text: string, today: LocalDate): LocalDate {
  if (text === 'today') return today;
  const daysAgo = /^(\d+) days ago$/.exec(text)?.[1];
  return daysAgo === undefined ? (readLocalDate(text) ?? today) : addDays(today, -Number(daysAgo));
}

export const todayIn = (zone: TimeZone, now: Date): LocalDate => localDateAt(now, zone);
