import type { LeaderView } from './leader-view.ts';
import type { Missing } from './missing.ts';
import { isCounted } from './unit-status.ts';

/** The one thing that would help most this week. `others`: how many more people are in the same situation. */
export type Suggestion =
  | { suggestion: 'set-aside-time'; person: LeaderView; minutes: number; others: number }
  | { suggestion: 'help-with-app'; person: LeaderView; others: number }
  | { suggestion: 'confirm-prior'; count: number }
  /** Nobody else needs anything: the leader has modules left. */
  | { suggestion: 'own-modules'; count: number }
  | { suggestion: 'welcome'; person: LeaderView; others: number }
  | { suggestion: 'all-done' }
  | { suggestion: 'nobody-here' }
  | { suggestion: 'nothing-needed' }
  /** Nothing among the own people, and units below: the one with most late people is named, where there are any. */
  | { suggestion: 'ask-below-late'; unitName: string; late: number }
  | { suggestion: 'ask-below' }
  /** All that was told of the units below is well: in fives, so that a few may be left. */
  | { suggestion: 'all-done-below' }
  /** Where names are not shown. `not-told`: all that may be told is well, and of one to four it may not be. */
  | { suggestion: 'ask-everybody'; whether?: 'not-told' };

export type Situation = {
  present: readonly LeaderView[];
  missing: readonly Missing[];
  newPeople: readonly LeaderView[];
  unreachable: readonly LeaderView[];
  /** Who is reminded of deadlines only. */
  needTime: readonly LeaderView[];
  /** What the leader has left. */
  own: readonly Missing[];
  /** How many wait for this leader to confirm that they have learnt a module before. */
  toConfirm: number;
};

/**
 * Late before unreachable before soon due before who has been reminded enough before who waits for an answer before new: what has gone wrong
 * longest comes first.
 */
export function suggestAction(situation: Situation): Suggestion {
  const { present, missing, newPeople, unreachable, needTime, toConfirm, own } = situation;
  const counted = present.filter(isCounted);
  const confirm: Suggestion | undefined = toConfirm > 0 ? { suggestion: 'confirm-prior', count: toConfirm } : undefined;
  const ownTime = suggestOwn(own);
  if (counted.length === 0) return confirm ?? ownTime ?? { suggestion: 'nobody-here' };
  if (counted.every(({ overall }) => overall === 'done')) return confirm ?? ownTime ?? { suggestion: 'all-done' };
  const late = missing.filter(({ lateByDays }) => lateByDays > 0);
  const lateTime = setAsideTime(late, missing);
  if (lateTime) return lateTime;
  const [offline] = unreachable;
  if (offline) return { suggestion: 'help-with-app', person: offline, others: unreachable.length - 1 };
  const soonTime = setAsideTime(missing, missing);
  if (soonTime) return soonTime;
  const stuckTime = setAsideTime(openOf(needTime), openOf(needTime));
  if (stuckTime) return stuckTime;
  if (confirm) return confirm;
  const [newcomer] = newPeople;
  if (newcomer) return { suggestion: 'welcome', person: newcomer, others: newPeople.length - 1 };
  return ownTime ?? { suggestion: 'nothing-needed' };
}

/** Pure: never that there is nothing to do, beside a list of what the leader has left. */
export const suggestOwn = (own: readonly Missing[]): Suggestion | undefined =>
  own.length > 0 ? { suggestion: 'own-modules', count: own.length } : undefined;

type OpenItem = Pick<Missing, 'person' | 'minutes'>;

/** Whatever their dates: what is left is to be done in the time set aside. */
const openOf = (people: readonly LeaderView[]): readonly OpenItem[] =>
  people.flatMap((person) =>
    person.modules.flatMap(({ standing, minutes }) => (standing === 'done' ? [] : [{ person, minutes }])),
  );

/** The minutes are those of all that the first person misses, so that one meeting is enough. */
function setAsideTime(urgent: readonly OpenItem[], missing: readonly OpenItem[]): Suggestion | undefined {
  const [first] = urgent;
  if (!first) return undefined;
  const { personId } = first.person;
  const own = missing.filter((item) => item.person.personId === personId);
  const minutes = own.reduce((sum, item) => sum + item.minutes, 0);
  const others = new Set(urgent.map((item) => item.person.personId)).size - 1;
  return { suggestion: 'set-aside-time', person: first.person, minutes, others };
}
