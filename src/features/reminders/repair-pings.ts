import { deleteRow, toArray } from '../people/person-store.ts';
import type { PingDue } from './due-store.ts';
import { readShiftRules } from './own-calendar.ts';
import { dueOfPing, pingClaimRow, pingRow, standingOfPing } from './ping-rows.ts';
import { dropPing, type PingNeeds } from './set-ping.ts';

/**
 * One person's part of the nightly round: the hints that are missing come back, a ping that nobody could be sent for too long goes
 * unsent, and so does a claim whose ping is gone (a crash between the two). Plans nothing: only the person asks for one.
 */
export async function repairPings(municipality: PingNeeds, personId: string, now: Date): Promise<void> {
  const rules = await readShiftRules(municipality.people, personId, municipality.rules);
  const needs = { ...municipality, rules };
  const kept = new Set<string>();
  for (const { value } of await toArray(needs.people.list(personId, pingRow))) {
    if (standingOfPing(value.on, now, needs.rules) === 'too-late') {
      await dropPing(needs, personId, value.on);
      continue;
    }
    kept.add(value.on);
    await needs.due.create(dueOfPing(personId, value.on, needs.rules));
  }
  for (const { value } of await toArray(needs.people.list(personId, pingClaimRow))) {
    if (!kept.has(value.key)) await needs.people.commit({ personId, writes: [deleteRow(pingClaimRow, value.key)] });
  }
}

/** Whether the hint leads to a ping that the person has. */
export async function isPingWanted(needs: PingNeeds, hint: PingDue): Promise<boolean> {
  const [pings, rules] = await Promise.all([
    toArray(needs.people.list(hint.personId, pingRow)),
    readShiftRules(needs.people, hint.personId, needs.rules),
  ]);
  return pings.some(({ value }) => {
    const { dueOn, dueTime } = dueOfPing(hint.personId, value.on, rules);
    return dueOn === hint.dueOn && dueTime === hint.dueTime;
  });
}
