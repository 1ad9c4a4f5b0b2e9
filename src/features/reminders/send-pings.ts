import type { Message } from '../../core/card.ts';
import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { messageLocale } from '../people/message-locale.ts';
import { isWorking } from '../people/person.ts';
import { preferencesRow, profileRow } from '../people/person-rows.ts';
import { deleteRow, toArray } from '../people/person-store.ts';
import { isInWindow, nextWorkingDay } from './calendar.ts';
import type { PingDue } from './due-store.ts';
import { readShiftRules } from './own-calendar.ts';
import { dueOfPing, pingClaimRow, pingRow, standingOfPing } from './ping-rows.ts';
import { soonestSendTime } from './policy.ts';
import type { ReminderRules } from './schedule-reminders.ts';
import { sendOnce } from './send-once.ts';
import type { Prepared, SendOnceNeeds, SendOnceResult, SendTask } from './send-task.ts';
import { dropPing, type PingNeeds } from './set-ping.ts';

export type SendPingNeeds = SendOnceNeeds &
  PingNeeds & { present: { ping(locale: Locale): Message }; defaultLocale: Locale };

/** `rules`: with the shift of the person's unit. `municipality`: without, as hints stand that were made before there was one. */
type OwnNeeds = SendPingNeeds & { municipality: ReminderRules };

type Later = Extract<SendOnceResult, { outcome: 'later' }>;

/**
 * Sends what a person has asked to be reminded of, each as a message of its own: it is never bundled with modules, whose card stays
 * on record and may be sent again. After an outage, or a stop, the newest of several stands for all: they say the same. Posted at most once, and deleted whatever becomes of it. `undefined` when nothing is left to do now.
 */
export async function sendPings(all: SendPingNeeds, personId: string, now: Date): Promise<Later | undefined> {
  const rules = await readShiftRules(all.people, personId, all.rules);
  const needs = { ...all, rules, municipality: all.rules };
  const pings = await toArray(needs.people.list(personId, pingRow));
  const newestDue = pings.findLast(({ value }) => standingOfPing(value.on, now, needs.rules) === 'due');
  let later: Later | undefined;
  for (const { value } of pings) {
    const standing = standingOfPing(value.on, now, needs.rules);
    const isCovered = standing === 'due' && value.on !== newestDue?.value.on;
    if (standing === 'too-late' || (isCovered && !(await isTried(needs, personId, value.on)))) {
      await dropPing(needs, personId, value.on);
      continue;
    }
    if (standing !== 'due') continue;
    const result = await sendPing(needs, personId, value.on, now);
    if (result && (!later || result.delayMs < later.delayMs)) later = result;
  }
  return later;
}

/** Somebody is sending it, or died while sending: that has to be settled first. */
async function isTried(needs: SendPingNeeds, personId: string, on: LocalDate): Promise<boolean> {
  const claim = await needs.people.get(personId, pingClaimRow, on);
  return claim !== undefined && claim.value.state !== 'free';
}

async function sendPing(needs: OwnNeeds, personId: string, on: LocalDate, now: Date): Promise<Later | undefined> {
  const profile = await needs.people.get(personId, profileRow);
  const claim = await needs.people.get(personId, pingClaimRow, on);
  // Outside the window nothing is sent, but the trace of a crash is still settled.
  if (isInWindow(now, needs.rules.calendar) || claim) {
    const result = await sendOnce(needs, taskOf(needs, personId, on, profile?.value.aadObjectId));
    if (result.outcome === 'later') return result;
  }
  const isLeft = (await needs.people.get(personId, pingRow, on)) !== undefined;
  if (isLeft) return postpone(needs, personId, on, now);
  await needs.people.commit({ personId, writes: [deleteRow(pingClaimRow, on)] });
  return deleteHints(needs, personId, on, now);
}

function taskOf(needs: SendPingNeeds, personId: string, on: LocalDate, aadObjectId: string | undefined): SendTask {
  return {
    ...{ personId, row: pingClaimRow, key: on, afterwards: 'forget' },
    ...(aadObjectId !== undefined && { aadObjectId }),
    prepare: (at) => prepare(needs, personId, on, at),
    settle: async () => [deleteRow(pingRow, on)],
  };
}

/**
 * What somebody has asked for passes caps and "no nudges". Who is not at work gets nothing; the date stays until it is too late, since the
 * staff list may have lost them for a day.
 */
async function prepare(needs: SendPingNeeds, personId: string, on: LocalDate, now: Date): Promise<Prepared> {
  const [profile, ping, preferences] = await Promise.all([
    needs.people.get(personId, profileRow),
    needs.people.get(personId, pingRow, on),
    needs.people.get(personId, preferencesRow),
  ]);
  if (!profile) return { decision: 'nothing', writes: [deleteRow(pingRow, on)] };
  const isAtWork = isWorking(profile.value, localDateAt(now, needs.rules.calendar.zone));
  if (!ping || !isAtWork || !isInWindow(now, needs.rules.calendar)) return { decision: 'nothing', writes: [] };
  const message = needs.present.ping(await messageLocale(needs, personId, preferences?.value));
  return { decision: 'send', message, class: 'nudge', items: [], writes: [] };
}

/** To the next time that the calendar allows, and in the window to the next working day. Only the hint moves: the row keeps its date. */
async function postpone(needs: OwnNeeds, personId: string, on: LocalDate, now: Date): Promise<undefined> {
  const { policy, calendar } = needs.rules;
  const next = isInWindow(now, calendar)
    ? nextWorkingDay(localDateAt(now, calendar.zone), calendar)
    : localDateAt(soonestSendTime(now, policy, calendar), calendar.zone);
  const hint = dueOfPing(personId, next, needs.rules);
  await needs.due.create(hint);
  return deleteHints(needs, personId, on, now, hint);
}

/** All hints that may have led here: of its own date, and of the dates that it was postponed to. */
async function deleteHints(
  needs: OwnNeeds,
  personId: string,
  on: LocalDate,
  now: Date,
  kept?: PingDue,
): Promise<undefined> {
  const today = localDateAt(now, needs.rules.calendar.zone);
  const hints = new Map<string, PingDue>();
  for (let date = on; date <= today; date = addDays(date, 1)) {
    for (const rules of [needs.rules, needs.municipality]) {
      const hint = dueOfPing(personId, date, rules);
      if (hint.dueOn <= today) hints.set(`${hint.dueOn} ${hint.dueTime}`, hint);
    }
  }
  if (kept) hints.delete(`${kept.dueOn} ${kept.dueTime}`);
  for (const hint of hints.values()) await needs.due.delete(hint);
}
