import {
  type LocalDate,
  type LocalTime,
  localDateAt,
  localTimeAt,
  type TimeZone,
  weekdayOf,
} from '../../core/local-date.ts';
import type { Contact, Opening } from './facts.ts';
import type { GuideContent } from './guide.ts';

/** `unknown`: no number, or nobody has verified when it is answered. */
export type Openness = 'open' | 'closed' | 'unknown';

/** When offices are closed, from the municipality's calendar. */
export type OfficeDays = {
  zone: TimeZone;
  /** `all-day` on a public holiday, the time on a half day, otherwise nothing. */
  closesOn(date: LocalDate): LocalTime | 'all-day' | undefined;
};

/** Whether somebody answers at `now`, for each contact of the guide by its id. */
export function opennessAt({ contacts }: GuideContent, now: Date, days: OfficeDays): ReadonlyMap<string, Openness> {
  return new Map(
    [...contacts.values()].map((contact) => [contact.contactId, opennessOf(contact, contacts, now, days)] as const),
  );
}

function opennessOf(contact: Contact, contacts: ReadonlyMap<string, Contact>, now: Date, days: OfficeDays): Openness {
  const { opening, number } = contact;
  if (!opening || number === undefined) return 'unknown';
  return isOpenAt(opening, contacts, now, days);
}

function isOpenAt(opening: Opening, contacts: ReadonlyMap<string, Contact>, now: Date, days: OfficeDays): Openness {
  if (opening.kind === 'always') return 'open';
  if (opening.kind === 'weekdays') return isInHours(opening, now, days) ? 'open' : 'closed';
  const other = contacts.get(opening.contactId)?.opening;
  // The other's hours count also where its number is not set.
  if (other?.kind !== 'weekdays') return 'unknown';
  return isInHours(other, now, days) ? 'closed' : 'open';
}

function isInHours(
  { days: weekdays, from, to }: Extract<Opening, { kind: 'weekdays' }>,
  now: Date,
  { zone, closesOn }: OfficeDays,
): boolean {
  const date = localDateAt(now, zone);
  const time = localTimeAt(now, zone);
  const early = closesOn(date);
  if (early === 'all-day' || !weekdays.includes(weekdayOf(date))) return false;
  return from <= time && time < to && (early === undefined || time < early);
}
