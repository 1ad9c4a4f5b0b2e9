import { isFailure } from '../../core/failure.ts';
import type { LocalDate } from '../../core/local-date.ts';
import { isWorking, type Person } from '../people/person.ts';
import { conversationRow } from '../people/person-rows.ts';
import { createRow, deleteRow, type PersonStore } from '../people/person-store.ts';
import type { DueStore } from './due-store.ts';
import { isReachable } from './find-address.ts';
import { readShiftRules, shiftRules } from './own-calendar.ts';
import { dueOfPing, pingClaimRow, pingRow } from './ping-rows.ts';
import type { ReminderRules } from './schedule-reminders.ts';

export type PingNeeds = { people: PersonStore; due: DueStore; rules: ReminderRules };

/** `cannot`: no chat to write to, or the person will not be at work then. Better told now than a promise that is not kept. */
export type SetPingResult = { outcome: 'set' } | { outcome: 'cannot' };

/**
 * Keeps the date, and nothing else. Doing it twice changes nothing: the date is the key. The hint is created first, so that a crash
 * leaves a hint too many, never one too few.
 */
export async function setPing(needs: PingNeeds, person: Person, on: LocalDate): Promise<SetPingResult> {
  const { personId, aadObjectId } = person;
  if (!isWorking(person, on)) return { outcome: 'cannot' };
  const chat = await needs.people.get(personId, conversationRow);
  if (!isReachable(chat?.value, aadObjectId)) return { outcome: 'cannot' };
  await needs.due.create(dueOfPing(personId, on, shiftRules(needs.rules, person)));
  try {
    await needs.people.commit({ personId, writes: [createRow(pingRow, { on })] });
  } catch (error) {
    // Asked for already.
    if (!isFailure(error, 'conflict')) throw error;
  }
  return { outcome: 'set' };
}

/** Takes the date away, and all that stood about it. Fine if there is none. */
export async function dropPing(needs: PingNeeds, personId: string, on: LocalDate): Promise<void> {
  const rules = await readShiftRules(needs.people, personId, needs.rules);
  await needs.people.commit({ personId, writes: [deleteRow(pingRow, on), deleteRow(pingClaimRow, on)] });
  await needs.due.delete(dueOfPing(personId, on, rules));
}
