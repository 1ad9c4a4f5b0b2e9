import type { Telemetry } from '../../core/events.ts';
import { isFailure } from '../../core/failure.ts';
import { addDays, addMonths, instantOf, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { GroupStore } from '../groups/group-store.ts';
import { type AuditStore, auditMonthOf } from '../people/audit-store.ts';
import type { Membership, Person } from '../people/person.ts';
import { memberRow, profileRow } from '../people/person-rows.ts';
import { toArray } from '../people/person-store.ts';
import { keptUntil, type Retention } from '../people/retention.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { listEverybody } from '../reminders/repair-due.ts';
import { type AccessRequestNeeds, dropAccessRequests } from './ask-for-access.ts';
import { type DelegateNeeds, endLapsed, tellOfChanged } from './delegate-units.ts';
import { deleteOldMessages } from './delete-old-messages.ts';
import { type ForgetPersonNeeds, forgetPerson, forgetPlace } from './forget-person.ts';

export type KeepRetentionNeeds = ForgetPersonNeeds &
  Pick<AccessRequestNeeds, 'accessRequests'> &
  Pick<DelegateNeeds, 'queue'> & { groups: GroupStore; audit: AuditStore; telemetry: Telemetry; retention: Retention };

/**
 * Counts only. `people`: who had left long ago and is forgotten. `broken`: people and meetings whose rows cannot be read; what is old of
 * those stays until the rows are mended.
 */
export type KeepRetentionResult = {
  people: number;
  rows: number;
  meetings: number;
  months: number;
  requests: number;
  broken: number;
};

/** Storage calls at once; the night's work shall leave room for the day's. */
const atOnce = 8;

/**
 * The nightly deletion: people who left, delegations that have lapsed, messages, meetings and audit months that are older than the municipality
 * keeps them. Who follows units for somebody no more, before the day that was set, or does again, is told of it. Safe beside all else, to run
 * twice, and to stop anywhere. Throws Failure `unavailable` or `throttled`.
 */
export async function keepRetention(needs: KeepRetentionNeeds, now: Date): Promise<KeepRetentionResult> {
  const { retention, rules } = needs;
  const { zone } = rules.calendar;
  const today = localDateAt(now, zone);
  const daysAgo = (days: number): Date => instantOf(addDays(today, -days), '00:00', zone);
  const counts = { people: 0, rows: 0, meetings: 0, months: 0, requests: 0, broken: 0 };
  const everybody = new Set(await toArray(listEverybody(needs.units)));
  await inParallel(everybody, atOnce, async (personId) => {
    try {
      const profile = await needs.people.get(personId, profileRow);
      if (!profile) await forgetPlace(needs, personId);
      else if (await isForgotten(needs, profile.value, today)) {
        counts.rows += await forgetPerson(needs, profile.value);
        counts.people += 1;
      } else {
        counts.rows += await deleteOldMessages(
          { ...needs, clock: { now: () => now } },
          personId,
          daysAgo(retention.messageDays),
        );
        await tellOfChanged(needs, profile.value, today);
        await endLapsed(needs, profile, today);
      }
    } catch (error) {
      // A row that does not parse concerns one person, and what another writer is changing now goes tomorrow.
      if (isFailure(error, 'unavailable') || isFailure(error, 'throttled')) throw error;
      if (!isFailure(error, 'conflict')) counts.broken += 1;
    }
  });
  const ended = needs.groups.listEndedBefore(daysAgo(retention.meetingDays), () => {
    counts.broken += 1;
  });
  for (const sessionId of await toArray(ended)) {
    await needs.groups.deleteSession(sessionId);
    counts.meetings += 1;
  }
  const oldest = auditMonthOf(instantOf(addMonths(today, -retention.auditMonths), '12:00', 'UTC'));
  for (const month of await toArray(needs.audit.listMonths())) {
    if (month >= oldest) continue;
    await needs.audit.deleteMonth(month);
    counts.months += 1;
  }
  counts.requests = await dropAccessRequests({ ...needs, requestDays: retention.requestDays }, today);
  return counts;
}

/** The last day counts, and so do the days after it. When it was known is read only of those who would go: most never left. */
async function isForgotten(
  { people, retention, rules }: KeepRetentionNeeds,
  person: Person,
  today: LocalDate,
): Promise<boolean> {
  const isPast = (memberships: readonly Membership[]): boolean => {
    const until = keptUntil(person, memberships, retention, rules.calendar.zone);
    return until !== undefined && until < today;
  };
  if (!isPast([])) return false;
  return isPast((await toArray(people.list(person.personId, memberRow))).map(({ value }) => value));
}
