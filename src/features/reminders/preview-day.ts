import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import { begunOn } from '../catalogue/catalogue.ts';
import type { Person } from '../people/person.ts';
import { conversationRow, profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import { isWorkingDay, nextSendTime, nextWorkingDay } from './calendar.ts';
import { checkReminders, isForToday } from './check-reminders.ts';
import { chooseDayCard } from './day-card.ts';
import type { DueStore } from './due-store.ts';
import { isReachable } from './find-address.ts';
import { inParallel } from './in-parallel.ts';
import { lookBackDays } from './move-reminders.ts';
import { ownRules } from './own-calendar.ts';
import { sendTimeOn } from './policy.ts';
import { readDay } from './read-day.ts';
import type { OpenReminder } from './reminder-rows.ts';
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
 * A dry run of the next day's reminders, by the same rules as the sending itself, and without writing anything. What somebody asked
 * to be reminded of on a date is known to nobody, and so not in it; nor is what still goes out today. What was changed today is held
 * against what is planned already, but what it brings anew is planned tonight, and so not in it either.
 */
export async function previewDay(needs: PreviewNeeds, now: Date, sending: SendingState['state']): Promise<DayPreview> {
  const { calendar } = needs.rules;
  const today = localDateAt(now, calendar.zone);
  const on = nextWorkingDay(today, calendar);
  const sentToday = sending === 'running' && localDateAt(nextSendTime(now, calendar), calendar.zone) === today;
  const waiting = new Set<string>();
  const soonest = sentToday ? addDays(today, 1) : undefined;
  for await (const due of needs.due.list(soonest ?? addDays(on, -lookBackDays), on)) {
    if (!('kind' in due)) waiting.add(due.personId);
  }
  const ids = [...waiting].toSorted();
  const people: PersonPreview[] = [];
  await inParallel(ids.slice(0, mostPeople), readsAtOnce, async (personId) => {
    const preview = await previewPerson(needs, personId, on, soonest);
    if (preview) people.push(preview);
  });
  return { on, people, notLookedAt: Math.max(0, ids.length - mostPeople) };
}

async function previewPerson(
  needs: PreviewNeeds,
  personId: string,
  today: LocalDate,
  soonest: LocalDate | undefined,
): Promise<PersonPreview | undefined> {
  const { policy, calendar } = needs.rules;
  const person = (await needs.people.get(personId, profileRow))?.value;
  if (!person) return undefined;
  const [{ all, ...day }, conversation] = await Promise.all([
    readDay(needs, person, today),
    needs.people.get(personId, conversationRow),
  ]);
  const due = all.flatMap(({ value, etag }) => {
    const isSent = soonest !== undefined && localDateAt(value.dueAt, calendar.zone) < soonest;
    return !isSent && isForToday(value, today, calendar.zone) ? [{ value, etag }] : [];
  });
  if (due.length === 0) return undefined;
  const { send } = checkReminders(due, {
    ...{
      ...day,
      person,
      begunOn: begunOn(needs.rules.catalogue, person),
      policy,
      today,
      now: sendTimeOn(today, policy, calendar),
    },
  });
  // A leave of the person's own holds back what the municipality's calendar lets through.
  const isHeldBack = !isWorkingDay(today, ownRules(needs.rules, person, day.preferences).calendar);
  const card = isHeldBack ? undefined : chooseDayCard(send, day);
  const { displayName, unitId } = person;
  const about = { person: { personId, displayName, unitId } };
  if (!card) return { ...about, outcome: 'nothing' };
  const items = card.told.map(({ value }) => value);
  if (!isReachable(conversation?.value, person.aadObjectId)) return { ...about, outcome: 'unreachable', items };
  // What is new in a version has to be told, but is no deadline.
  const kind = card.card === 'reminder' && items.some((item) => item.class === 'deadline') ? 'deadline' : 'nudge';
  return { ...about, outcome: 'card', kind, items };
}
