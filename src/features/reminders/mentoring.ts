import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import { begunOn, type Catalogue } from '../catalogue/catalogue.ts';
import { isMentorOf } from '../people/mentee.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import { firstCycle } from '../progress/progress.ts';
import type { CalendarRules } from './calendar.ts';
import { followUpSubject, readFollowUp } from './follow-up.ts';
import { type ReminderPolicy, sendTimeOn, soonestSendTime } from './policy.ts';
import { datesChanged, type OpenReminder, type Reminder } from './reminder-rows.ts';

/** The message that introduces the two, and the weeks in which both are reminded to talk; days after the first day at work. */
const mentorSteps = { hello: 0, 'week-1': 7, 'week-4': 28, 'week-12': 84 } as const;
export type MentorStep = keyof typeof mentorSteps;

/** Told no later than this after its day: then the week has gone. */
const keptDays: Readonly<Record<MentorStep, number>> = { hello: 28, 'week-1': 6, 'week-4': 6, 'week-12': 6 };

/**
 * The same where the calendar of the reader holds it back, a leave or the summer. The hello comes until the last of the others does: also who
 * begins in the summer has somebody to ask.
 */
const heldDays: Readonly<Record<MentorStep, number>> = {
  ...keptDays,
  hello: mentorSteps['week-12'] - 1,
};

const isHeldTooLong = (step: MentorStep, employedOn: LocalDate, on: LocalDate): boolean =>
  addDays(employedOn, mentorSteps[step] + heldDays[step]) < on;

/** Told so much before its day, as a date that was moved has it, it was told all the same. */
const earlyDays = 6;

/** Who the other one is, what the reader is, and the first day of the new one. */
export type MentorPair = {
  other: Pick<Person, 'personId' | 'displayName'>;
  reader: 'mentor' | 'new-hire';
  employedOn: LocalDate;
  /** The day that the unit of the reader begins. */
  readerBeginsOn?: LocalDate;
};
/** By the personId of the other one. */
export type MentorPairs = ReadonlyMap<string, MentorPair>;

export const readMentorStep = ({ stepId }: Pick<Reminder, 'stepId'>): MentorStep | undefined =>
  stepNames.find((name) => name === stepId);
const stepNames: readonly MentorStep[] = ['hello', 'week-1', 'week-4', 'week-12'];

/**
 * Whether the week that it is about has gone: it was held back, by a stop of the sending or a leave of the reader for example. By the first
 * day too where that is known, since the day that it was planned for may be later.
 */
export function isMentorStepOver(
  reminder: Pick<OpenReminder, 'stepId' | 'deadlineOn'>,
  employedOn: LocalDate | undefined,
  today: LocalDate,
): boolean {
  const step = readMentorStep(reminder);
  if (step === undefined) return false;
  if (employedOn !== undefined && isHeldTooLong(step, employedOn, today)) return true;
  return addDays(reminder.deadlineOn, keptDays[step]) < today;
}

/** Whether its day is still to come, by the first day and that of the reader's unit as they are now. */
export function isMentorStepToCome(
  reminder: Pick<OpenReminder, 'stepId'>,
  { employedOn, readerBeginsOn }: Pick<MentorPair, 'employedOn' | 'readerBeginsOn'>,
  today: LocalDate,
): boolean {
  const step = readMentorStep(reminder);
  if (step === undefined) return false;
  return addDays(employedOn, mentorSteps[step]) > today || (readerBeginsOn ?? today) > today;
}

export type PlanMentoringInput = {
  newHire: Pick<Person, 'employedOn' | 'endsOn'>;
  /** The other one, as who gets these sees it. */
  otherId: string;
  /** All that was ever planned for who gets them. */
  reminders: readonly Reminder[];
  policy: ReminderPolicy;
  calendar: CalendarRules;
  now: Date;
};

/**
 * Pure: what one of the two is told of the other, and is not planned yet, or for another day than the first day of the new one gives now. Also
 * anew what was told of an earlier first day. Asked every night, it gives nothing the second time.
 */
export function planMentoring(input: PlanMentoringInput): readonly OpenReminder[] {
  const { newHire, otherId, reminders, policy, calendar, now } = input;
  const today = localDateAt(now, calendar.zone);
  const moduleId = followUpSubject('mentor', otherId);
  return stepNames.flatMap((stepId): OpenReminder[] => {
    const on = addDays(newHire.employedOn, mentorSteps[stepId]);
    const known = reminders.find((each) => each.moduleId === moduleId && each.stepId === stepId);
    if ((known && isTold(known, on)) || addDays(on, keptDays[stepId]) < today) return [];
    const dueAt = on <= today ? soonestSendTime(now, policy, calendar) : sendTimeOn(on, policy, calendar);
    const deadlineOn = localDateAt(dueAt, calendar.zone);
    if (isHeldTooLong(stepId, newHire.employedOn, deadlineOn)) return [];
    if (known?.state === 'planned' && !isMoved(known, deadlineOn, on > today)) return [];
    if (newHire.endsOn !== undefined && deadlineOn > newHire.endsOn) return [];
    return [
      {
        ...{ moduleId, cycle: firstCycle, stepId, class: 'nudge', origin: 'step', deadlineOn, dueAt },
        ...{ doubtfulSends: 0, state: 'planned' },
      },
    ];
  });
}

/** What was called off because the staff list did not have the two as a pair, or one of them at work, comes when it has. */
const whileApart: readonly (string | undefined)[] = [datesChanged, 'pair-gone', 'employment-ended', 'not-begun'];

function isTold(known: Reminder, on: LocalDate): boolean {
  if (known.state === 'planned') return false;
  const isCalledOff = known.state === 'cancelled' && whileApart.includes(known.reason);
  return !isCalledOff && addDays(known.deadlineOn, earlyDays) >= on;
}

/** What is due already waits for its place in the queue, and is never put off. */
const isMoved = (known: OpenReminder, deadlineOn: LocalDate, isToCome: boolean): boolean =>
  isToCome ? known.deadlineOn !== deadlineOn : known.deadlineOn > deadlineOn;

/** Whether new hires of this day may still be told something. */
export const isMentored = ({ employedOn }: Person, today: LocalDate): boolean =>
  addDays(employedOn, mentorSteps['week-12'] + keptDays['week-12']) >= today;

/** The pairs that these reminders are about and that the staff list still has. Throws Failure `unavailable` or `throttled`. */
export async function readMentorPairs(
  { people, catalogue }: { people: PersonStore; catalogue: Catalogue },
  person: Person,
  reminders: readonly Reminder[],
  today: LocalDate,
): Promise<MentorPairs> {
  const readerBeginsOn = begunOn(catalogue, person);
  const planned = reminders.filter(({ state }) => state === 'planned').flatMap((each) => readFollowUp(each) ?? []);
  const ids = new Set(planned.flatMap(({ kind, moduleId }) => (kind === 'mentor' ? [moduleId] : [])));
  const pairs = await Promise.all(
    [...ids].map(async (personId) => pairOf(person, await read(people, personId), today)),
  );
  return new Map(pairs.flatMap((pair) => (pair ? [[pair.other.personId, { ...pair, readerBeginsOn }] as const] : [])));
}

const read = async (people: PersonStore, personId: string): Promise<Person | undefined> =>
  (await people.get(personId, profileRow))?.value;

function pairOf(person: Person, other: Person | undefined, today: LocalDate): MentorPair | undefined {
  if (!other || !isEmployed(other, today)) return undefined;
  const about = { personId: other.personId, displayName: other.displayName };
  if (isMentorOf(person, other)) return { other: about, reader: 'mentor', employedOn: other.employedOn };
  if (isMentorOf(other, person)) return { other: about, reader: 'new-hire', employedOn: person.employedOn };
  return undefined;
}
