import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { createRow, type PersonWrite, replaceRow } from '../people/person-store.ts';
import { type Chat, mayBeTold, wasOutOfReach } from './find-address.ts';
import {
  datesChanged,
  moduleGone,
  type OpenReminder,
  type Reminder,
  reminderKey,
  reminderRow,
  settle,
  withdrawn,
} from './reminder-rows.ts';

/** What has to be written so that the rows agree with the plan. */
export type Reconciled = {
  writes: readonly PersonWrite[];
  /** Planned anew, or at another time: their hints come before the writes. */
  planned: readonly OpenReminder[];
  /** No longer at their time: their hints go after the writes. */
  left: readonly OpenReminder[];
  /** Of steps without a row that were told with another. */
  told: readonly Reminder[];
};

/** One that is planned, its own day before the calendar moves it, and the steps that it stands for. */
export type Wanted = { reminder: OpenReminder; wantedOn: LocalDate; insteadOf: readonly string[] };

export type ReconcileInput = {
  stored: readonly Versioned<Reminder>[];
  plan: readonly Wanted[];
  /** Why one ends: the step, or the date of the module, has been taken away. */
  whyOver: (reminder: OpenReminder) => string | undefined;
  /** The module is not done, and the person is there to be told of it when `soonest` comes. */
  isOpen: (reminder: Reminder) => boolean;
  chat: Chat;
  /** When what has passed already goes out. */
  soonest: Date;
  zone: TimeZone;
  now: Date;
};

/**
 * Pure: what changes when somebody's dates do, or what the municipality has decided: another first day, a new employment, another unit or
 * module, a changed deadline or step. What is planned moves, or ends with its step; what was told about the old date is told about the new
 * one, but only where its time is still to come (after `soonest`), so that nothing is told twice for a change of a few days. A step that
 * has no row, since another stood for it, was told with that one, and gets a row that says so: that one may move. What was called
 * off while somebody was away, or refused while they could not be reached, is told when they are back; what somebody had asked for, only for
 * some days. What is due stays, since it may wait for its place in the queue.
 */
export function reconcileReminders(input: ReconcileInput): Reconciled {
  const { stored, plan, whyOver, chat, soonest, now } = input;
  const rows = new Map(stored.map((row) => [reminderKey(row.value), row]));
  const deadlines = new Map(plan.map(({ reminder }) => [roundOf(reminder), reminder.deadlineOn]));
  const wanted = new Set(plan.map(({ reminder }) => reminderKey(reminder)));
  const changes = plan.flatMap((each): readonly Change[] => {
    const { reminder } = each;
    const row = rows.get(reminderKey(reminder));
    if (!row) return [firstRow(each, input)];
    if (row.value.state === 'planned' && row.value.deadlineOn === reminder.deadlineOn) {
      // One that stands for what has passed keeps its class: what it stands for may have been sent.
      const { dueAt, class: own } = reminder;
      return adjust(row.value, { dueAt, class: dueAt > soonest ? own : row.value.class }, row.etag, now);
    }
    if (!isToldAnew(row.value, reminder, soonest, chat)) return [];
    const left = row.value.state === 'planned' ? row.value : undefined;
    // Where Teams refused it at last, one before that may have arrived.
    const isSame = row.value.state === 'rejected' && row.value.deadlineOn === reminder.deadlineOn;
    const doubtfulSends = isSame ? row.value.doubtfulSends : 0;
    const anew = { ...reminder, doubtfulSends };
    return [{ write: replaceRow(reminderRow, anew, row.etag), planned: anew, left }];
  });
  const standIns = new Map(
    plan.flatMap(({ reminder, insteadOf }) =>
      insteadOf.map((stepId) => [reminderKey({ ...reminder, stepId }), reminder] as const),
    ),
  );
  const dropped = stored.flatMap(({ value, etag }): readonly Change[] => {
    if (value.state !== 'planned' || value.origin !== 'step' || wanted.has(reminderKey(value))) return [];
    const deadlineOn = deadlines.get(roundOf(value));
    const isMoved = deadlineOn !== undefined && deadlineOn !== value.deadlineOn;
    const why = whyOver(value) ?? (isMoved ? datesChanged : undefined);
    if (why !== undefined) {
      const ended = settle(value, 'cancelled', now, why);
      return [{ write: replaceRow(reminderRow, ended, etag), left: value }];
    }
    // On one card with the one that stands for it.
    const standIn = standIns.get(reminderKey(value));
    return standIn ? adjust(value, { dueAt: standIn.dueAt, class: value.class }, etag, now) : [];
  });
  const all = [...changes, ...dropped, ...stored.flatMap((row) => resumeAsked(row, input))];
  return {
    writes: all.map(({ write }) => write),
    planned: all.flatMap(({ planned }) => planned ?? []),
    left: all.flatMap(({ left }) => left ?? []),
    told: all.flatMap(({ told }) => told ?? []),
  };
}

type Change = { write: PersonWrite; planned?: OpenReminder; left?: OpenReminder; told?: Reminder };

/** Of a step that has none. */
function firstRow(wanted: Wanted, input: ReconcileInput): Change {
  const { reminder } = wanted;
  const told = toldWithAnother(wanted, input);
  if (told && !isToldAnew(told, reminder, input.soonest, input.chat)) {
    return { write: createRow(reminderRow, told), told };
  }
  return { write: createRow(reminderRow, reminder), planned: reminder };
}

/**
 * What became of a step that has passed and has no row of its own: the same as of another one of its time round that was settled on its day or
 * later. `undefined` where there is none. A nudge that did not come stands for no deadline notice, whether it was not wanted or nobody knows.
 */
function toldWithAnother({ reminder, wantedOn }: Wanted, { stored, soonest, zone }: ReconcileInput) {
  if (reminder.dueAt > soonest) return undefined;
  const others = stored.flatMap(({ value }) => {
    if (value.state === 'planned' || value.state === 'cancelled' || value.origin !== 'step') return [];
    if (reminder.class === 'deadline' && value.class === 'nudge' && !hasCome(value)) return [];
    return roundOf(value) === roundOf(reminder) && localDateAt(value.settledAt, zone) >= wantedOn ? [value] : [];
  });
  const other = others.find(({ state }) => state === 'sent' || state === 'uncertain') ?? others[0];
  return other && { ...other, stepId: reminder.stepId, class: reminder.class };
}

/** Or was refused because nobody could be reached: then it is told with that one later. */
const hasCome = (reminder: Reminder): boolean =>
  reminder.state === 'sent' || (reminder.state === 'rejected' && wasOutOfReach(reminder.reason));

/** About the same date, at another time or of another class; nothing where it is so already, or is due. */
function adjust(
  left: OpenReminder,
  to: Pick<OpenReminder, 'dueAt' | 'class'>,
  etag: string,
  now: Date,
): readonly Change[] {
  const isSame = left.dueAt.getTime() === to.dueAt.getTime() && left.class === to.class;
  if (isSame || left.dueAt <= now) return [];
  const planned = { ...left, ...to };
  return [{ write: replaceRow(reminderRow, planned, etag), planned, left }];
}

/** Longer than a weekend: the staff list, or the module, was wrong for a night. Later than that, nobody waits for it any more. */
const resumedForMs = 3 * 24 * 60 * 60 * 1000;

/** What the person or a leader has asked for is in no plan: where it was called off, it is planned again by itself. */
function resumeAsked(
  { value, etag }: Versioned<Reminder>,
  { isOpen, soonest, now }: ReconcileInput,
): readonly Change[] {
  if (value.origin === 'step' || value.state !== 'cancelled' || !away.includes(value.reason ?? '')) return [];
  if (now.getTime() - value.settledAt.getTime() > resumedForMs || !isOpen(value)) return [];
  const { state: _, settledAt: __, reason: ___, ...rest } = value;
  const planned: OpenReminder = { ...rest, state: 'planned', dueAt: soonest };
  return [{ write: replaceRow(reminderRow, planned, etag), planned }];
}

/**
 * Called off because the person or the module had gone, the first day had been moved, or the module stood as done by mistake. Where all is back
 * it was never told, however long ago it should have been.
 */
const away: readonly string[] = ['employment-ended', moduleGone, 'not-begun', withdrawn];

function isToldAnew(stored: Reminder, planned: OpenReminder, soonest: Date, chat: Chat): boolean {
  const isMoved = stored.deadlineOn !== planned.deadlineOn;
  if (stored.state === 'planned') return isMoved;
  // Nobody heard of it, and a new refusal shuts the chat again, or comes once a day.
  if (stored.state === 'rejected' && mayBeTold(stored.reason, chat)) return true;
  const calledOff = stored.state === 'cancelled' ? (stored.reason ?? '') : '';
  // The plan has made one of all that has passed, so that it is one card.
  if (away.includes(calledOff)) return true;
  return planned.dueAt > soonest && (isMoved || calledOff === datesChanged);
}

const roundOf = ({ moduleId, cycle }: Pick<Reminder, 'moduleId' | 'cycle'>): string => `${moduleId}:${cycle}`;
