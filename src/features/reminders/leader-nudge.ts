import { isFailure } from '../../core/failure.ts';
import { isoWeekOf, type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Person } from '../people/person.ts';
import { conversationRow, preferencesRow } from '../people/person-rows.ts';
import { createRow, toArray } from '../people/person-store.ts';
import type { OwnModule } from '../progress/own-modules.ts';
import { isReachable } from './find-address.ts';
import type { MoveNeeds } from './move-reminders.ts';
import { isPaused, ownRules } from './own-calendar.ts';
import { soonestSendTime } from './policy.ts';
import { dueOf, type OpenReminder, type Reminder, reminderRow, settle, whilePaused } from './reminder-rows.ts';

/** `left-out`: the person wants no friendly reminders, is away or cannot be reached. Which of them is told to nobody. */
export type LeaderNudgeResult = 'asked' | 'asked-before' | 'left-out';

/**
 * One kind reminder more about these modules, because a leader has asked for it: one a week for each person and module, whoever presses and
 * however often. The week of the press stands in the key of the row, so that two at once write one; what is asked for after hours is the one of
 * the week that it goes out in besides. It goes out as any nudge does. Of who is left out a row is kept too, for when it would have gone out
 * and not for when a pause is over: else a leader could see who has said no by pressing once more.
 */
export async function nudgeForLeader(
  needs: MoveNeeds,
  person: Person,
  modules: readonly OwnModule[],
  now: Date,
): Promise<LeaderNudgeResult> {
  const { personId } = person;
  const [preferences, conversation, rows] = await Promise.all([
    needs.people.get(personId, preferencesRow),
    needs.people.get(personId, conversationRow),
    toArray(needs.people.list(personId, reminderRow)),
  ]);
  const { pausedUntil: _, ...times } = preferences?.value ?? {};
  const { policy, calendar } = ownRules(needs.rules, person, times);
  const { zone } = calendar;
  const today = localDateAt(now, zone);
  const asked = rows.map(({ value }) => value).filter((reminder) => isOfWeek(reminder, today, zone));
  const fresh = modules
    .filter((own) => !asked.some((reminder) => isAbout(reminder, own)))
    .map((own) => nudgeOf(own, soonestSendTime(now, policy, calendar), today));
  if (fresh.length === 0) return 'asked-before';
  const canReach = isReachable(conversation?.value, person.aadObjectId);
  const reason = isPaused(preferences?.value, today) ? whilePaused : canReach ? undefined : 'unreachable';
  const left = preferences?.value.nudges === 'off' ? 'nudges-off' : reason;
  if (left === undefined) {
    // At once: a leader waits for this, of many people perhaps.
    await Promise.all(fresh.map((reminder) => needs.due.create(dueOf(personId, reminder, zone))));
  }
  const writes = fresh.map((reminder) =>
    createRow(reminderRow, left === undefined ? reminder : settle(reminder, 'skipped', now, left)),
  );
  try {
    await needs.people.commit({ personId, writes });
  } catch (error) {
    // The other one of two presses at once wrote the same rows.
    if (!isFailure(error, 'conflict')) throw error;
    return 'asked-before';
  }
  return left === undefined ? 'asked' : 'left-out';
}

/** Whether a leader has asked for it this week about all of these. */
export async function wasNudged(
  { people, rules }: Pick<MoveNeeds, 'people' | 'rules'>,
  { personId }: Person,
  modules: readonly OwnModule[],
  now: Date,
): Promise<boolean> {
  const { zone } = rules.calendar;
  const today = localDateAt(now, zone);
  const rows = (await toArray(people.list(personId, reminderRow))).map(({ value }) => value);
  const asked = rows.filter((reminder) => isOfWeek(reminder, today, zone));
  return modules.every((own) => asked.some((reminder) => isAbout(reminder, own)));
}

/** Pure: a leader has asked for it this week, or earlier and it goes out, or would have gone out, no earlier than this week. */
function isOfWeek(reminder: Reminder, today: LocalDate, zone: TimeZone): boolean {
  if (reminder.origin !== 'leader') return false;
  if (reminder.state === 'planned' || reminder.stepId === leaderStepOf(today)) return true;
  const { dueAt, settledAt } = reminder;
  return isoWeekOf(localDateAt(dueAt > settledAt ? dueAt : settledAt, zone)) >= isoWeekOf(today);
}

const isAbout = (reminder: Reminder, { module, cycle }: OwnModule): boolean =>
  reminder.moduleId === module.moduleId && reminder.cycle === cycle;

function nudgeOf({ module, cycle, dueOn }: OwnModule, dueAt: Date, today: LocalDate): OpenReminder {
  return {
    ...{ moduleId: module.moduleId, cycle, stepId: leaderStepOf(today), class: 'nudge', origin: 'leader' },
    ...{ deadlineOn: dueOn ?? today, dueAt, doubtfulSends: 0, state: 'planned' },
  };
}

const leaderStepOf = (today: LocalDate): string => `leader-${isoWeekOf(today)}`;
