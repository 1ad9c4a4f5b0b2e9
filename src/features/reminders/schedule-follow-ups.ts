import { type LocalDate, localDateAt } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { isRemindable, modulesFor, policiesFor } from '../catalogue/catalogue.ts';
import type { Person } from '../people/person.ts';
import { preferencesRow } from '../people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../people/person-store.ts';
import { readOwnPolicies } from '../progress/policy-reads.ts';
import { type ProgressByModule, readProgress } from '../progress/read-progress.ts';
import { listRereads } from '../progress/rereads.ts';
import { standsFor } from '../progress/stands-for.ts';
import { type DoneModule, planFollowUps } from './plan-follow-ups.ts';
import { dueOf, reminderKey, reminderRow } from './reminder-rows.ts';
import type { ReminderRules, ScheduleNeeds } from './schedule-reminders.ts';

/**
 * Plans what comes after the modules that a person has done, and of a guideline that was read and has changed. Read from what is done, not told
 * by whoever completes: so it is the same for every way of completing, for those who completed before there was such a thing, and after a crash.
 * The hints come first. Nothing for who is not at work, or not yet, or whose unit has not begun: it comes from that day on.
 */
export async function scheduleFollowUps(
  needs: ScheduleNeeds,
  person: Person,
  rules: ReminderRules,
  now: Date,
): Promise<void> {
  const { personId, endsOn } = person;
  const { policy, calendar } = rules;
  const today = localDateAt(now, calendar.zone);
  if (!isRemindable(rules.catalogue, person, today)) return;
  await retryOnConflict(async () => {
    const done = listDone(rules, person, await readProgress(needs, personId), today);
    const policies = await readOwnPolicies(needs, personId, policiesFor(rules.catalogue, person));
    if (done.length === 0 && !policies.some(({ standing }) => standing === 'read-again')) return;
    const [rows, rereads, preferences] = await Promise.all([
      toArray(needs.people.list(personId, reminderRow)),
      listRereads(needs.people, personId),
      needs.people.get(personId, preferencesRow),
    ]);
    const friendly = preferences?.value.followUps === 'off' ? 'declined' : 'wanted';
    const reminders = rows.map(({ value }) => value);
    const planned = planFollowUps({ done, rereads, policies, reminders, friendly, endsOn, policy, calendar, now });
    const writes = planned.map((reminder) => {
      const before = rows.find(({ value }) => reminderKey(value) === reminderKey(reminder));
      if (!before) return createRow(reminderRow, reminder);
      // Where Teams refused it at last, one before that may have arrived.
      const doubtfulSends = before.value.state === 'rejected' ? before.value.doubtfulSends : 0;
      return replaceRow(reminderRow, { ...reminder, doubtfulSends }, before.etag);
    });
    for (const reminder of planned) await needs.due.create(dueOf(personId, reminder, calendar.zone));
    if (writes.length > 0) await needs.people.commit({ personId, writes });
  });
}

/** Only what the person is still meant to see. */
function listDone(
  { catalogue }: ReminderRules,
  person: Person,
  progress: ProgressByModule,
  today: LocalDate,
): readonly DoneModule[] {
  return modulesFor(catalogue, person).flatMap((module): DoneModule[] => {
    const stored = standsFor(module, progress.get(module.moduleId)?.value, true, today);
    if (stored?.state !== 'completed') return [];
    const { cycle, completedAt, moduleVersion, form } = stored;
    return [{ module, cycle, completedAt, moduleVersion, form }];
  });
}
