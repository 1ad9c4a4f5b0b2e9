import { isFailure } from '../../core/failure.ts';
import { isoWeekOf, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { Person } from '../people/person.ts';
import { conversationRow, preferencesRow } from '../people/person-rows.ts';
import { createRow, toArray } from '../people/person-store.ts';
import type { OwnModule } from '../progress/own-modules.ts';
import { isReachable } from './find-address.ts';
import type { MoveNeeds } from './move-reminders.ts';
import { isPaused, ownRules } from './own-calendar.ts';
import { soonestSendTime } from './policy.ts';
import { dueOf, type OpenReminder, reminderKey, reminderRow, settle } from './reminder-rows.ts';

/** `left-out`: the person wants no friendly reminders, is away or cannot be reached. Which of them is told to nobody. */
export type LeaderNudgeResult = 'asked' | 'asked-before' | 'left-out';

/**
 * One kind reminder more about these modules, because a leader has asked for it. The week stands in the key of the row, so there is one a
 * week for each person and module, whoever presses and however often. It goes out as any nudge does. Of who is left out a row is kept too:
 * else a leader could see who has said no by pressing once more.
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
  const { policy, calendar } = ownRules(needs.rules, person, preferences?.value);
  const today = localDateAt(now, calendar.zone);
  const dueAt = soonestSendTime(now, policy, calendar);
  const known = new Set(rows.map(({ value }) => reminderKey(value)));
  const wanted = modules.map((own) => nudgeOf(own, dueAt, localDateAt(now, needs.rules.calendar.zone)));
  const fresh = wanted.filter((reminder) => !known.has(reminderKey(reminder)));
  if (fresh.length === 0) return 'asked-before';
  const canReach = isReachable(conversation?.value, person.aadObjectId);
  const reason = isPaused(preferences?.value, today) ? 'paused' : canReach ? undefined : 'unreachable';
  const left = preferences?.value.nudges === 'off' ? 'nudges-off' : reason;
  if (left === undefined) {
    for (const reminder of fresh) await needs.due.create(dueOf(personId, reminder, needs.rules.calendar.zone));
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
  const stepId = leaderStepOf(localDateAt(now, rules.calendar.zone));
  const keys = modules.map(({ module, cycle }) => reminderKey({ moduleId: module.moduleId, cycle, stepId }));
  const rows = await Promise.all(keys.map((key) => people.get(personId, reminderRow, key)));
  return rows.every((row) => row !== undefined);
}

function nudgeOf({ module, cycle, dueOn }: OwnModule, dueAt: Date, today: LocalDate): OpenReminder {
  return {
    ...{ moduleId: module.moduleId, cycle, stepId: leaderStepOf(today), class: 'nudge', origin: 'leader' },
    ...{ deadlineOn: dueOn ?? today, dueAt, doubtfulSends: 0, state: 'planned' },
  };
}

const leaderStepOf = (today: LocalDate): string => `leader-${isoWeekOf(today)}`;
