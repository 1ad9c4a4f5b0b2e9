import { addDays, type LocalDate } from '../../core/local-date.ts';
import type { ChangeOf, ContentChange } from './content-change.ts';
import type { ChangeDecision } from './decide-change.ts';

/** The dates of the municipality that may be corrected from the chat. */
export type LocalDates = {
  daysOff: readonly { date: LocalDate; label?: string }[];
  /** By unit. A wave is the units that begin on one day. */
  waves: ReadonlyMap<string, LocalDate>;
  /** The days for new staff, in order. Absent: the municipality has no introduction. */
  onboardingDays?: readonly LocalDate[];
};

/** All changes of dates lie together: there are a handful in a year. */
export const datesSubject = 'dates';
/** A day further off than that is a slip. Days. */
const furthest = 366 * 2;

type WaveSet = ChangeOf<'wave-set'>;
type SetDate = ChangeOf<'day-off-set'> | WaveSet | ChangeOf<'onboarding-day-set'>;

/** A day off that was added or taken away here is so whatever the files say; a move of a unit holds while it has the day it was moved from. */
export function applyDates(
  { daysOff, waves, onboardingDays }: LocalDates,
  changes: readonly ContentChange[],
): LocalDates {
  const days = new Map(daysOff.map((day) => [day.date, day]));
  for (const change of changes) {
    if (change.kind === 'day-off-set' && !change.isOff) days.delete(change.date);
    if (change.kind === 'day-off-set' && change.isOff && !days.has(change.date))
      days.set(change.date, { date: change.date });
  }
  // No wave at all in the files is to begin with the municipality.
  const begins = [...waves].map(([unitId, inFiles]) => [unitId, beginsOn(unitId, inFiles, changes)] as const);
  return {
    daysOff: [...days.values()].toSorted((one, other) => (one.date < other.date ? -1 : 1)),
    waves: new Map(begins),
    ...(onboardingDays && { onboardingDays: applyOnboardingDays(onboardingDays, changes) }),
  };
}

/** What the files say since wins: another day than a move was made from, or the old day again after they had another. */
function beginsOn(unitId: string, inFiles: LocalDate, changes: readonly ContentChange[]): LocalDate {
  const moves = changes.flatMap((change) =>
    change.kind === 'wave-set' && change.units.includes(unitId) ? [change] : [],
  );
  const outdone = moves.findLastIndex((move, at) => !isOnFiles(unitId, inFiles, move, moves.slice(0, at)));
  return moves
    .filter(({ onFiles }, at) => onFiles === undefined || at > outdone)
    .reduce((day, { from, startsOn }) => (day === from ? startsOn : day), inFiles);
}

/** Whether the move was made on the day that the files have, or on one of a move before it that they have been given since. */
function isOnFiles(unitId: string, inFiles: LocalDate, { onFiles }: WaveSet, before: readonly WaveSet[]): boolean {
  const day = onFiles?.[unitId];
  if (day === undefined || day === inFiles) return true;
  return before.some((move) => move.onFiles?.[unitId] === day && move.startsOn === inFiles);
}

function applyOnboardingDays(inFiles: readonly LocalDate[], changes: readonly ContentChange[]): readonly LocalDate[] {
  const days = new Set(inFiles);
  for (const change of changes) {
    if (change.kind !== 'onboarding-day-set') continue;
    if (change.isOn) days.add(change.date);
    else days.delete(change.date);
  }
  return [...days].toSorted();
}

/** Those that no second person has confirmed. What was changed again since is not asked about: a move waits while it is the last of some unit. */
export function waitingDates(changes: readonly ContentChange[]): readonly SetDate[] {
  const confirmed = new Set(changes.flatMap((change) => (change.kind === 'date-confirmed' ? [change.of] : [])));
  const last = new Map<string, SetDate>();
  for (const change of changes) {
    if (change.kind === 'day-off-set') last.set(`day ${change.date}`, change);
    if (change.kind === 'onboarding-day-set') last.set(`onboarding ${change.date}`, change);
    if (change.kind === 'wave-set') for (const unitId of change.units) last.set(`unit ${unitId}`, change);
  }
  return [...new Set(last.values())].filter(({ changeId }) => !confirmed.has(changeId));
}

type When = { today: LocalDate; confirmBy: LocalDate };

/**
 * `now`: the dates as they stand. A day that has been cannot be changed: what was sent was sent. `isFree`: whether the calendar has the day off
 * whatever the municipality says, as a Saturday.
 */
export function decideDayOff(
  now: LocalDates,
  {
    date,
    isOff,
    isFree = () => false,
  }: { date: LocalDate | undefined; isOff: boolean; isFree?(date: LocalDate): boolean },
  { today, confirmBy }: When,
): ChangeDecision {
  const wrong = findWrong(date, today);
  if (date === undefined || wrong) return { outcome: 'refused', reason: wrong ?? 'date-past' };
  if (now.daysOff.some((day) => day.date === date) === isOff) return { outcome: 'unchanged' };
  if (isOff && isFree(date)) return { outcome: 'unchanged' };
  return { outcome: 'changed', change: { kind: 'day-off-set', date, isOff, confirmBy } };
}

/** A day for new staff. Who has been told of one sees the next one from now on. */
export function decideOnboardingDay(
  { onboardingDays }: LocalDates,
  { date, isOn }: { date: LocalDate | undefined; isOn: boolean },
  { today, confirmBy }: When,
): ChangeDecision {
  if (!onboardingDays) return { outcome: 'refused', reason: 'gone' };
  const wrong = findWrong(date, today);
  if (date === undefined || wrong) return { outcome: 'refused', reason: wrong ?? 'date-past' };
  if (onboardingDays.includes(date) === isOn) return { outcome: 'unchanged' };
  return { outcome: 'changed', change: { kind: 'onboarding-day-set', date, isOn, confirmBy } };
}

/** Moves all units that begin on one day. Who has begun has begun. `inFiles`: the days without what was moved here. */
export function decideWave(
  now: LocalDates,
  {
    from,
    to,
    begins,
    inFiles,
  }: { from: LocalDate; to: LocalDate | undefined; begins: LocalDate; inFiles: LocalDates['waves'] },
  { today, confirmBy }: When,
): ChangeDecision {
  const units = [...now.waves].filter(([, startsOn]) => startsOn === from).map(([unitId]) => unitId);
  if (units.length === 0) return { outcome: 'refused', reason: 'other-change' };
  if (to === from) return { outcome: 'unchanged' };
  const wrong = findWrong(from, today) ?? findWrong(to, today);
  if (to === undefined || wrong) return { outcome: 'refused', reason: wrong ?? 'date-past' };
  if (to < begins) return { outcome: 'refused', reason: 'before-start' };
  const onFiles = Object.fromEntries([...inFiles].filter(([unitId]) => units.includes(unitId)));
  return { outcome: 'changed', change: { kind: 'wave-set', units, from, onFiles, startsOn: to, confirmBy } };
}

function findWrong(date: LocalDate | undefined, today: LocalDate): 'date-past' | 'date-years-off' | undefined {
  if (date === undefined || date <= today) return 'date-past';
  return date > addDays(today, furthest) ? 'date-years-off' : undefined;
}

export function decideDateConfirmation(
  changes: readonly ContentChange[],
  { of, personId }: { of: string; personId: string },
): ChangeDecision {
  if (changes.some((change) => change.kind === 'date-confirmed' && change.of === of)) return { outcome: 'unchanged' };
  const set = waitingDates(changes).find(({ changeId }) => changeId === of);
  if (!set) return { outcome: 'refused', reason: 'other-change' };
  if (set.by.personId === personId) return { outcome: 'refused', reason: 'same-person' };
  return { outcome: 'changed', change: { kind: 'date-confirmed', of } };
}
