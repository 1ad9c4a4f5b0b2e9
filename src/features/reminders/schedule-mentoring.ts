import { localDateAt } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { hasBegun } from '../catalogue/catalogue.ts';
import { isBeingIntroduced } from '../catalogue/intro-plan.ts';
import { findMentor, menteeRow, readMentees } from '../people/mentee.ts';
import { isEmployed, type Person } from '../people/person.ts';
import type { PersonKeyStore } from '../people/person-key-store.ts';
import { createRow, deleteRow, replaceRow, toArray } from '../people/person-store.ts';
import { isMentored, planMentoring } from './mentoring.ts';
import { readOwnRules } from './own-calendar.ts';
import { dueOf, reminderKey, reminderRow } from './reminder-rows.ts';
import type { ReminderRules, ScheduleNeeds } from './schedule-reminders.ts';

export type ScheduleMentoringNeeds = ScheduleNeeds & { personKeys: Pick<PersonKeyStore, 'get'> };

/**
 * Pairs a new hire with the mentor whom the staff list names: the mentor's index, the message that introduces them to each other, and the
 * prompts of the first weeks, each by the receiver's own calendar and not before the receiver's unit has begun: then what is still in its time. And drops from the index of somebody those whom they are no more mentor for. Run
 * every night; the second time changes nothing. Throws Failure `unavailable` or `throttled`.
 */
export async function scheduleMentoring(
  needs: ScheduleMentoringNeeds,
  person: Person,
  rules: ReminderRules,
  now: Date,
): Promise<void> {
  const today = localDateAt(now, rules.calendar.zone);
  await dropFormer(needs, person, today);
  const mentor = await findMentor(needs, person, today);
  if (!mentor || !isEmployed(person, today)) return;
  const hasMessages = isMentored(person, today);
  const { introduction } = rules.catalogue;
  // The mentor ticks for as long as the introduction lasts, also when named after the last message.
  if (hasMessages || (introduction && isBeingIntroduced(introduction, person, today))) {
    await keepMentee(needs, mentor.personId, person.personId);
  }
  if (!hasMessages) return;
  await plan(needs, { to: mentor, other: person, newHire: person }, rules, now);
  await plan(needs, { to: person, other: mentor, newHire: person }, rules, now);
}

async function keepMentee({ people }: ScheduleMentoringNeeds, mentorId: string, personId: string): Promise<void> {
  await retryOnConflict(async () => {
    if (await people.get(mentorId, menteeRow, personId)) return;
    await people.commit({ personId: mentorId, writes: [createRow(menteeRow, { personId })] });
  });
}

async function dropFormer({ people }: ScheduleMentoringNeeds, mentor: Person, today: Parameters<typeof isMentored>[1]) {
  const rows = await toArray(people.list(mentor.personId, menteeRow));
  if (rows.length === 0) return;
  const current = new Set((await readMentees(people, mentor, today)).map(({ personId }) => personId));
  const writes = rows
    .filter(({ value }) => !current.has(value.personId))
    .map(({ value }) => deleteRow(menteeRow, value.personId));
  if (writes.length > 0) await people.commit({ personId: mentor.personId, writes });
}

/** The hints come first, and those of what is moved go last: a crash leaves one too many, never one too few. */
async function plan(
  needs: ScheduleMentoringNeeds,
  { to, other, newHire }: { to: Person; other: Person; newHire: Person },
  municipality: ReminderRules,
  now: Date,
): Promise<void> {
  if (!hasBegun(municipality.catalogue, to.unitId, localDateAt(now, municipality.calendar.zone))) return;
  const { policy, calendar } = await readOwnRules(needs.people, to, municipality);
  const left = await retryOnConflict(async () => {
    const rows = await toArray(needs.people.list(to.personId, reminderRow));
    const reminders = rows.map(({ value }) => value);
    const planned = planMentoring({ newHire, otherId: other.personId, reminders, policy, calendar, now });
    for (const reminder of planned) await needs.due.create(dueOf(to.personId, reminder, calendar.zone));
    const changes = planned.map((reminder) => {
      const known = rows.find(({ value }) => reminderKey(value) === reminderKey(reminder));
      const hasMoved = known?.value.state === 'planned' && known.value.dueAt.getTime() !== reminder.dueAt.getTime();
      const write = known ? replaceRow(reminderRow, reminder, known.etag) : createRow(reminderRow, reminder);
      return { write, left: hasMoved ? [known.value] : [] };
    });
    const writes = changes.map(({ write }) => write);
    if (writes.length > 0) await needs.people.commit({ personId: to.personId, writes });
    return changes.flatMap((change) => change.left);
  });
  for (const reminder of left) await needs.due.delete(dueOf(to.personId, reminder, calendar.zone));
}
