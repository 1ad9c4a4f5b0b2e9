import { addDays, type LocalDate, localDateAt, localTimeAt, type TimeZone } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { begunOn } from '../catalogue/catalogue.ts';
import type { Person } from '../people/person.ts';
import { conversationRow, profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import { listOwnModules } from '../progress/own-modules.ts';
import { afterNights } from './after-the-nights.ts';
import { type CalendarRules, nextSendTime, nextWorkingDay } from './calendar.ts';
import { checkReminders, isForToday, type StoredReminder } from './check-reminders.ts';
import { chooseDayCard } from './day-card.ts';
import type { DueStore } from './due-store.ts';
import { chatOf } from './find-address.ts';
import { inParallel } from './in-parallel.ts';
import { lookBackDays } from './move-reminders.ts';
import { ownCalendar, ownRules } from './own-calendar.ts';
import type { PlannedRows } from './plan-anew.ts';
import { sendTimeOn } from './policy.ts';
import { readDay } from './read-day.ts';
import { type OpenReminder, type Reminder, settle } from './reminder-rows.ts';
import type { ReminderRules } from './schedule-reminders.ts';
import type { SendingState } from './sending-store.ts';

export type PreviewNeeds = { people: PersonStore; due: DueStore; rules: ReminderRules };

/** What one person would get. `card`: the day's one card, with what it tells about. */
export type PersonPreview = { person: Pick<Person, 'personId' | 'displayName' | 'unitId'> } & (
  | { outcome: 'card'; kind: 'nudge' | 'deadline'; items: readonly OpenReminder[] }
  /** Something is planned, but there is no chat to write in and none can be opened. */
  | { outcome: 'unreachable'; items: readonly OpenReminder[] }
  /** All that was planned is done meanwhile, or not wanted. */
  | { outcome: 'nothing' }
);

export type DayPreview = {
  /** The next day that anything is sent: on a Friday it is Monday. */
  on: LocalDate;
  people: readonly PersonPreview[];
  /** People beyond those that were looked at; 0 when it is all of them. */
  notLookedAt: number;
};

/** So many people are looked at: about as many as can be read while somebody waits for the answer to a press. */
const mostPeople = 300;
const readsAtOnce = 16;

/**
 * A dry run of the next day's reminders, by the same rules as the planning of the nights until then and the sending itself, and without
 * writing anything. What somebody asked to be reminded of on a date is known to nobody, and so not in it; nor is what still goes out today.
 * What is planned already is as those nights leave it, but what they bring anew to who has nothing planned for that day is not in it.
 */
export async function previewDay(needs: PreviewNeeds, now: Date, sending: SendingState['state']): Promise<DayPreview> {
  const { calendar } = needs.rules;
  const today = localDateAt(now, calendar.zone);
  const time = localTimeAt(now, calendar.zone);
  const on = nextWorkingDay(today, calendar);
  const day: PreviewedDay = { on, now, today, sending };
  const isRunning = sending === 'running';
  // In the hours when all that is due today still goes out, nobody is looked at for it.
  const from = isRunning && isOpenForAll(now, calendar) ? addDays(today, 1) : addDays(on, -lookBackDays);
  const waiting = new Set<string>();
  for await (const due of needs.due.list(from, on)) {
    const isForLater = isRunning && due.dueOn === today && due.dueTime > time;
    if (!('kind' in due) && !isForLater) waiting.add(due.personId);
  }
  const ids = [...waiting].toSorted();
  const people: PersonPreview[] = [];
  await inParallel(ids.slice(0, mostPeople), readsAtOnce, async (personId) => {
    const preview = await previewPerson(needs, personId, day);
    if (preview) people.push(preview);
  });
  return { on, people, notLookedAt: Math.max(0, ids.length - mostPeople) };
}

type PreviewedDay = { on: LocalDate; now: Date; today: LocalDate; sending: SendingState['state'] };

/** By the person's own calendar: what still goes out to this person today, and whether anything does on that day, after the nights until then. */
async function previewPerson(
  needs: PreviewNeeds,
  personId: string,
  { on, now, today, sending }: PreviewedDay,
): Promise<PersonPreview | undefined> {
  const person = (await needs.people.get(personId, profileRow))?.value;
  if (!person) return undefined;
  const [{ all, ownRows, ...day }, conversation] = await Promise.all([
    readDay(needs, person, on),
    needs.people.get(personId, conversationRow),
  ]);
  const rules = ownRules(needs.rules, person, day.preferences);
  const { catalogue, policy, calendar } = rules;
  const { zone } = calendar;
  const isSentToday = sending === 'running' && opensToday(now, calendar);
  const stored = all.map(({ value, etag }): Versioned<Reminder> => {
    const isSent = isSentToday && isForToday(value, today, zone);
    return { value: isSent ? settle(value, 'sent', now) : value, etag };
  });
  if (dueOn(stored, on, zone).length === 0) return undefined;
  const chat = chatOf(conversation?.value, person.aadObjectId);
  const rows = afterNights(person, { ...ownRows, stored }, { rules, chat, today, on });
  const own = listOwnModules(catalogue, person, rows, on);
  const sendsAt = sendTimeOn(on, policy, calendar);
  const { send } = checkReminders(dueOn(rows.stored, on, zone), {
    ...{ ...day, own, person, begunOn: begunOn(catalogue, person), policy, today: on, now: sendsAt },
  });
  // A leave, or a shift that a half day leaves no time for, holds back what the municipality's calendar lets through.
  const card = localDateAt(sendsAt, zone) === on ? chooseDayCard(send, { ...day, own }) : undefined;
  const { displayName, unitId } = person;
  const about = { person: { personId, displayName, unitId } };
  if (!card) return { ...about, outcome: 'nothing' };
  const items = card.told.map(({ value }) => value);
  if (chat === 'none') return { ...about, outcome: 'unreachable', items };
  // What is new in a version has to be told, but is no deadline.
  const kind = card.card === 'reminder' && items.some((item) => item.class === 'deadline') ? 'deadline' : 'nudge';
  return { ...about, outcome: 'card', kind, items };
}

const dueOn = (stored: PlannedRows['stored'], on: LocalDate, zone: TimeZone): readonly StoredReminder[] =>
  stored.flatMap(({ value, etag }) => (isForToday(value, on, zone) ? [{ value, etag }] : []));

/** Whether there is time left today for what is due, in every shift and each half of it. */
function isOpenForAll(now: Date, calendar: CalendarRules): boolean {
  const units = ['', ...(calendar.shifts ?? []).flatMap((shift) => shift.units.slice(0, 1))];
  const halves = units.flatMap((unitId) => (['morning', 'afternoon'] as const).map((window) => ({ unitId, window })));
  return halves.every((own) => opensToday(now, ownCalendar(calendar, own)));
}

const opensToday = (now: Date, calendar: CalendarRules): boolean =>
  localDateAt(nextSendTime(now, calendar), calendar.zone) === localDateAt(now, calendar.zone);
