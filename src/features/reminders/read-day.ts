import type { LocalDate } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { policiesFor } from '../catalogue/catalogue.ts';
import type { Person, Preferences } from '../people/person.ts';
import { preferencesRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import { type OwnCertificate, readOwnCertificates } from '../progress/certificate.ts';
import { listOwnModules, type OwnModule, readOwnRows } from '../progress/own-modules.ts';
import { type OwnPolicy, readOwnPolicies } from '../progress/policy-reads.ts';
import { kindsOf } from './certificate-reminder.ts';
import type { Ledger } from './ledger.ts';
import { type MentorPairs, readMentorPairs } from './mentoring.ts';
import { progressMark } from './progress-mark.ts';
import { dayRow, type Reminder, reminderRow } from './reminder-rows.ts';
import type { ReminderRules } from './schedule-reminders.ts';

/** What decides which reminders somebody gets on a day. */
export type DayRows = {
  all: readonly Versioned<Reminder>[];
  preferences: Preferences | undefined;
  own: readonly OwnModule[];
  /** What `own` is listed from. */
  ownRows: Awaited<ReturnType<typeof readOwnRows>>;
  days: readonly Ledger[];
  certificates: readonly OwnCertificate[];
  policies: readonly OwnPolicy[];
  mark: string;
  pairs: MentorPairs;
};

/** Throws Failure `unavailable` or `throttled`. */
export async function readDay(
  { people, rules }: { people: PersonStore; rules: ReminderRules },
  person: Person,
  today: LocalDate,
): Promise<DayRows> {
  const { personId } = person;
  const [all, preferences, ownRows, days, certificates, policies] = await Promise.all([
    toArray(people.list(personId, reminderRow)),
    people.get(personId, preferencesRow),
    readOwnRows({ people }, personId),
    toArray(people.list(personId, dayRow)),
    readOwnCertificates({ people }, personId, kindsOf(rules, person), today),
    readOwnPolicies({ people }, personId, policiesFor(rules.catalogue, person)),
  ]);
  const own = listOwnModules(rules.catalogue, person, ownRows, today);
  const reminders = all.map(({ value }) => value);
  return {
    pairs: await readMentorPairs({ people, catalogue: rules.catalogue }, person, reminders, today),
    ...{ all, own, ownRows, certificates, policies, mark: progressMark(own) },
    ...{ preferences: preferences?.value, days: days.map(({ value }) => value) },
  };
}
