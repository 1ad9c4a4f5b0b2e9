import { addDays, type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { type Arrangement, arrange, arrangementOf, liftArrangement } from '../people/arrangement.ts';
import type { AuditStore } from '../people/audit-store.ts';
import { writeMembership } from '../people/member-history.ts';
import type { Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, replaceRow } from '../people/person-store.ts';
import { type OwnModule, readOwnModules } from '../progress/own-modules.ts';
import type { DueStore } from '../reminders/due-store.ts';
import { type ReminderRules, scheduleReminders } from '../reminders/schedule-reminders.ts';
import { findStaff } from './find-staff.ts';

export type ArrangeNeeds = {
  people: PersonStore;
  due: DueStore;
  audit: AuditStore;
  rules: ReminderRules;
  zone: TimeZone;
};

/** What a leader decides. `seen` is what stood on the card: another leader may have decided something since. */
export type Wish =
  | { wish: 'more-time'; dueOn: LocalDate; reason: string; seen: LocalDate }
  | { wish: 'exempt'; reason: string }
  | { wish: 'lift'; seen: Date };

export type ArrangeResult =
  | { outcome: Arrangement['arrangement'] | 'lifted' | 'changed'; person: Person }
  | { outcome: 'not-later' | 'too-late'; person: Person }
  /** Nobody whom this leader decides for: nothing is told of them. */
  | { outcome: 'not-yours' };

/** Nobody needs longer for a few minutes; what is not to be taken this year is better taken away. */
export const mostMoreDays = 180;

/**
 * More time for a module, no need to take it, or neither any more. It lies in the person's own profile, so that all that asks when something is
 * due, or for whom it is, hears of it at once. The reminders are planned anew after it; where a crash comes between, the nightly round does
 * that. A second press changes nothing, and keeps what was done where the first came no further. Throws Failure `unavailable` or `throttled`.
 */
export async function arrangeModule(
  needs: ArrangeNeeds,
  leader: Person,
  { personId, moduleId }: { personId: string; moduleId: string },
  wish: Wish,
  now: Date,
): Promise<ArrangeResult> {
  const today = localDateAt(now, needs.zone);
  const audit = (action: 'staff.more-time' | 'staff.exempt' | 'staff.lift', at: Date): Promise<void> => {
    const about = { actorId: leader.personId, subjectId: personId, moduleId };
    return needs.audit.create({ ...about, entryId: `${action}:${personId}:${moduleId}`, at, action });
  };
  const decided = await retryOnConflict(async () => {
    const stored = await findStaff(needs, leader, personId, today);
    if (!stored) return { outcome: 'not-yours' as const };
    const person = stored.value;
    const own = await readOwnModules({ people: needs.people, catalogue: needs.rules.catalogue }, person, today);
    const module = own.find((each) => each.module.moduleId === moduleId);
    const decision = decide(person, { moduleId, module }, wish, { by: leader.personId, at: now, today });
    const { arrangements, ...rest } = decision;
    if (!arrangements) return { ...rest, person };
    // Afterwards nothing tells by whom or when, so what is not kept is not done.
    if (rest.outcome === 'lifted') await audit('staff.lift', now);
    const after = { ...person, arrangements: [...arrangements] };
    const members = await writeMembership(needs.people, { before: person, after }, today, now);
    await needs.people.commit({ personId, writes: [replaceRow(profileRow, after, stored.etag), ...members] });
    return { ...rest, person: after };
  });
  if (decided.outcome === 'not-yours' || !('at' in decided)) return decided;
  const { outcome, person, at } = decided;
  if (outcome !== 'lifted') await audit(`staff.${outcome}`, at);
  await scheduleReminders(needs, person, needs.rules, now);
  return { outcome, person };
}

type Decision =
  /** With `at` it is so now, by this leader; without `arrangements` it was so before. */
  | { outcome: 'more-time' | 'exempt' | 'lifted'; at: Date; arrangements?: readonly Arrangement[] }
  | { outcome: 'changed' | 'not-later' | 'too-late'; arrangements?: undefined };

function decide(
  person: Person,
  { moduleId, module }: { moduleId: string; module: OwnModule | undefined },
  wish: Wish,
  { by, at, today }: { by: string; at: Date; today: LocalDate },
): Decision {
  const current = arrangementOf(person, moduleId);
  if (wish.wish === 'lift') {
    if (current?.at.getTime() !== wish.seen.getTime()) return { outcome: 'changed' };
    return { outcome: 'lifted', at, arrangements: liftArrangement(person, moduleId) };
  }
  if (current && isSame(current, wish, by)) return { outcome: current.arrangement, at: current.at };
  // Done, not this person's, or without a date: there is nothing to decide any more.
  if (!module || module.standing === 'done' || module.dueOn === undefined) return { outcome: 'changed' };
  const { reason } = wish;
  if (wish.wish === 'exempt') {
    return {
      outcome: 'exempt',
      at,
      arrangements: arrange(person, { arrangement: 'exempt', moduleId, reason, by, at }),
    };
  }
  if (module.dueOn !== wish.seen) return { outcome: 'changed' };
  const { dueOn } = wish;
  if (dueOn <= today || dueOn <= module.dueOn) return { outcome: 'not-later' };
  if (dueOn > addDays(today, mostMoreDays)) return { outcome: 'too-late' };
  const about = { moduleId, cycle: module.cycle, reason, by, at };
  return { outcome: 'more-time', at, arrangements: arrange(person, { arrangement: 'more-time', ...about, dueOn }) };
}

function isSame(current: Arrangement, wish: Exclude<Wish, { wish: 'lift' }>, by: string): boolean {
  if (current.by !== by || current.arrangement !== wish.wish || current.reason !== wish.reason) return false;
  return wish.wish === 'exempt' || (current.arrangement === 'more-time' && current.dueOn === wish.dueOn);
}
