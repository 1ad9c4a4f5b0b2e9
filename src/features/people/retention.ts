import { addDays, type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Membership, Person } from './person.ts';

/** How long the municipality keeps what is stored about people. Whole days, and whole calendar months. */
export type Retention = {
  /** After the last day of employment, or after it was told of. Then all that is stored about the person goes. */
  afterLeavingDays: number;
  /** Reminders and cards, after they were sent or given up. */
  messageDays: number;
  /** Who was at a meeting. That a module was done there is kept with the person. */
  meetingDays: number;
  /** What somebody did that concerns another person. */
  auditMonths: number;
  /** That somebody whom we do not know has asked to be added. It goes sooner when they are. */
  requestDays: number;
};

/**
 * The last day that something is kept of who has left: it goes in the night after. `undefined` while nobody knows of a last day at work. Counted
 * from when that day was known, where it was told afterwards: until then they were counted, and a past day is told as it was known.
 */
export function keptUntil(
  { endsOn }: Pick<Person, 'endsOn'>,
  memberships: readonly Pick<Membership, 'knownAt'>[],
  { afterLeavingDays }: Retention,
  zone: TimeZone,
): LocalDate | undefined {
  if (endsOn === undefined) return undefined;
  const knownOn = memberships.flatMap(({ knownAt }) => (knownAt ? [localDateAt(knownAt, zone)] : []));
  const from = [endsOn, ...knownOn].reduce((latest, day) => (day > latest ? day : latest));
  return addDays(from, afterLeavingDays);
}
