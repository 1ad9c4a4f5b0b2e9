import type { Message } from '../../core/card.ts';
import { localDateAt } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import type { Versioned } from '../../core/versioned.ts';
import { begunOn } from '../catalogue/catalogue.ts';
import { messageLocale } from '../people/message-locale.ts';
import type { Person } from '../people/person.ts';
import { preferencesRow, profileRow } from '../people/person-rows.ts';
import { replaceRow, toArray } from '../people/person-store.ts';
import { isInWindow } from './calendar.ts';
import { certificateLines } from './certificate-reminder.ts';
import { checkReminders, isForToday, type StoredReminder } from './check-reminders.ts';
import { chooseDayCard } from './day-card.ts';
import type { FollowUpModel } from './follow-up.ts';
import { isFirstCard, mayIntroduce } from './introduction.ts';
import { moveReminders, sweepHints } from './move-reminders.ts';
import { ownRules, readOwnRules } from './own-calendar.ts';
import type { ReminderClass } from './policy.ts';
import { lineOf, type ReminderModel } from './reminder-model.ts';
import { dayRow, type Reminder, reminderKey, reminderRow } from './reminder-rows.ts';
import { sendOnce } from './send-once.ts';
import { type SendPingNeeds, sendPings } from './send-pings.ts';
import type { Prepared, SendOnceResult, SendTask } from './send-task.ts';
import { readSettledDay, settleLeftBehind } from './settle-begun.ts';
import { settleReminders } from './settle-reminders.ts';
import { snoozesOf } from './snooze-reminder.ts';
import type { WorkPointer } from './work-queue.ts';

export type SendReminderNeeds = SendPingNeeds & {
  present: {
    reminder(model: ReminderModel, locale: Locale): Message;
    followUp(model: FollowUpModel, locale: Locale): Message;
  };
};

export type SendReminderResult = SendOnceResult | { outcome: 'moved'; to: Date };

/**
 * Sends one person's card of the day, checked again just before: everything about what is not done on one card, or else one
 * follow-up. What cannot go out today is moved to the next day that the calendar allows. What the person asked for comes first, as a message of its own. A
 * pointer may come many times, and when nothing is due; it says nothing of which of the two it is about.
 */
export async function sendReminder(
  needs: SendReminderNeeds,
  { personId }: Extract<WorkPointer, { kind: 'reminder' }>,
): Promise<SendReminderResult> {
  const now = needs.clock.now();
  const later = await sendPings(needs, personId, now);
  const result = await sendModules(needs, personId, now);
  return later && (result.outcome !== 'later' || later.delayMs < result.delayMs) ? later : result;
}

async function sendModules(all: SendReminderNeeds, personId: string, now: Date): Promise<SendReminderResult> {
  const [profile, preferences] = await Promise.all([
    all.people.get(personId, profileRow),
    all.people.get(personId, preferencesRow),
  ]);
  if (!profile) return { outcome: 'nothing' };
  const own = ownRules(all.rules, profile.value, preferences?.value);
  return sendTo({ all, needs: { ...all, rules: own } }, profile.value, now);
}

/** `all`: by the municipality's calendar. `needs`: by the person's own, as it was when the work was begun. */
type Calendars = { all: SendReminderNeeds; needs: SendReminderNeeds };

async function sendTo(calendars: Calendars, person: Person, now: Date): Promise<SendReminderResult> {
  const { all, needs } = calendars;
  const { personId } = person;
  const due = await readDue(needs, personId, now);
  const isNow = due.length > 0 && isInWindow(now, needs.rules.calendar);
  const begun = isNow && !(await isHeldBack(needs, now)) ? undefined : await settleLeftBehind(needs, personId);
  if (begun) return begun;
  const result: SendOnceResult = isNow ? await sendToday(all, person, now) : { outcome: 'nothing' };
  if (result.outcome === 'later') return result;
  const { left } = await sweepHints(needs, personId, now);
  // What had no place on the card that went out.
  if (result.outcome === 'sent' && left > 0) await moveReminders(needs, personId, now);
  if (result.outcome !== 'settled' && result.outcome !== 'nothing') return result;
  // A pause, or other hours, may have been chosen while we waited for a slot.
  const rules = isNow ? await readOwnRules(all.people, person, all.rules) : needs.rules;
  const to = await moveReminders({ ...needs, rules }, personId, now);
  return to ? { outcome: 'moved', to } : result;
}

/** Nothing is sent to anybody now. */
const isHeldBack = async ({ sendingSwitch, pause }: SendReminderNeeds, now: Date): Promise<boolean> =>
  pause.pausedUntil(now) !== undefined || (await sendingSwitch.isStopped());

function sendToday(needs: SendReminderNeeds, person: Person, now: Date): Promise<SendOnceResult> {
  const { personId, aadObjectId } = person;
  const { zone } = needs.rules.calendar;
  const today = localDateAt(now, zone);
  const task: SendTask = {
    ...{ personId, row: dayRow, key: today, ...(aadObjectId !== undefined && { aadObjectId }) },
    prepare: (at) => prepare(needs, personId, at),
    settle: (settlement) => settleReminders(needs.people, { personId, key: today, zone }, settlement),
  };
  return sendOnce(needs, task);
}

async function prepare(needs: SendReminderNeeds, personId: string, now: Date): Promise<Prepared> {
  const { policy, calendar, catalogue } = needs.rules;
  const today = localDateAt(now, calendar.zone);
  const profile = await needs.people.get(personId, profileRow);
  if (!profile) return { decision: 'nothing', writes: [] };
  const person = profile.value;
  const settled = await readSettledDay(needs, person, today);
  if ('outcome' in settled) return { decision: 'wait', reason: settled.reason };
  const { all, ...day } = settled;
  const { preferences, own, certificates, mark } = day;
  if (!isInWindow(now, ownRules(needs.rules, person, preferences).calendar)) return { decision: 'nothing', writes: [] };
  const due = all.flatMap((stored) => openToday(stored, needs, now));
  const checked = checkReminders(due, {
    ...day,
    person,
    begunOn: begunOn(catalogue, person),
    policy,
    today,
    now,
  });
  const writes = checked.ended.map(({ value, etag }) => replaceRow(reminderRow, value, etag));
  const locale = await messageLocale(needs, personId, preferences);
  const chosen = chooseDayCard(checked.send, day);
  if (!chosen) return { decision: 'nothing', writes };
  const send = chosen.told.map(({ value }) => value);
  const about = { items: send.map(reminderKey), attempts: attemptsOf(send), writes };
  if (chosen.card === 'follow-up') {
    // Without a mark, since nobody is expected to answer it.
    const message = needs.present.followUp(chosen.model, locale);
    return { decision: 'send', message, class: chosen.told[0].value.class, ...about };
  }
  const told = new Set(send.map(({ moduleId }) => moduleId));
  const modules = own.filter(({ module }) => told.has(module.moduleId));
  const lines = modules.map((module) => lineOf(module, today));
  const introduces = mayIntroduce(catalogue, person, today) && isFirstCard(send, day.days, today);
  const model: ReminderModel = {
    lines: lines.toSorted((a, b) => (a.deadlineOn ?? '').localeCompare(b.deadlineOn ?? '')),
    ...(introduces && { isIntroduction: true as const }),
    ...(send.some(({ origin }) => origin === 'leader') && { isFromLeader: true as const }),
    isRepeat: send.some(({ doubtfulSends }) => doubtfulSends > 0),
    certificates: certificateLines(told, certificates),
    canSnooze: modules.some(
      ({ module: { moduleId }, cycle }) => snoozesOf(all, { moduleId, cycle }, person.employedOn) < policy.maxSnoozes,
    ),
  };
  const message = needs.present.reminder(model, locale);
  return { decision: 'send', message, class: classOf(send), mark, ...about };
}

/** How often all that has to be told may have arrived already, under the key of another day. */
function attemptsOf(told: readonly Reminder[]): number {
  const sends = told.flatMap((each) => (each.class === 'deadline' ? [each.doubtfulSends] : []));
  return sends.length > 0 ? Math.min(...sends) : 0;
}

const classOf = (told: readonly Reminder[]): ReminderClass =>
  told.some((each) => each.class === 'deadline') ? 'deadline' : 'nudge';

async function readDue(needs: SendReminderNeeds, personId: string, now: Date): Promise<StoredReminder[]> {
  const all = await toArray(needs.people.list(personId, reminderRow));
  return all.flatMap((stored) => openToday(stored, needs, now));
}

function openToday(
  { value, etag }: Versioned<Reminder>,
  { rules: { calendar } }: SendReminderNeeds,
  now: Date,
): StoredReminder[] {
  return isForToday(value, localDateAt(now, calendar.zone), calendar.zone) ? [{ value, etag }] : [];
}
