import { type LocalDate, localDateAt } from '../../core/local-date.ts';
import { heldDelegations, readRightsOn } from '../people/delegation.ts';
import { canSeeRollup } from '../people/permissions.ts';
import { isEmployed, type Person, type PersonOn } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { toArray } from '../people/person-store.ts';
import { begunUnits } from './begun-units.ts';
import { suggestUnseen } from './below.ts';
import {
  type DigestModel,
  type DigestUnit,
  type LeaderDigestNeeds,
  readLeaderDigest,
  type StandsIn,
} from './leader-digest.ts';
import { findDigestBefore, findLastDigest } from './send-digest.ts';

/**
 * What a leader is told now: what comes unasked (`begun-units`) is compared with the last digest that was sent, and what is asked for with the one before
 * it, since the last one is where it is asked from. `undefined` when the person leads nobody any more, has left, or is unknown. Of units that have not
 * begun only who asks is told; `begun-units` gives `undefined` where none has. Throws Failure `unavailable` or `throttled`.
 */
export async function readDigest(
  needs: LeaderDigestNeeds,
  leaderId: string,
  now: Date,
  toldOf: 'all-units' | 'begun-units' = 'all-units',
): Promise<DigestModel | undefined> {
  const today = localDateAt(now, needs.zone);
  const stored = (await needs.people.get(leaderId, profileRow))?.value;
  const rights = stored && (await readRightsOn(needs, stored, today));
  if (!rights || !isEmployed(rights, today)) return undefined;
  const leads = toldOf === 'all-units' ? rights.leads : [...(await begunUnits(needs, rights.leads, today))];
  if (leads.length === 0) return undefined;
  const leader = { ...rights, leads };
  const last = await (toldOf === 'all-units' ? findDigestBefore : findLastDigest)(needs, leaderId);
  const own = await readLeaderDigest(needs, leader, now, last, stored);
  const below = (await needs.readBelow?.(leader, now)) ?? [];
  const suggestion = (await isAnyUnseen(needs, leader, stored)) ? suggestUnseen(own.suggestion, below) : own.suggestion;
  const digest = { ...own, suggestion, ...(below.length > 0 && { below }) };
  const standsIn = daysOf(await readLastDays(needs, stored, today), digest.units);
  if (standsIn.length === 0) return digest;
  return { ...digest, standsIn, ...(stored.leads.length === 0 && { onlyFollows: true }) };
}

/** Whether somebody follows a unit for another that has units below whose figures they may not see. Reads nothing for who leads all of them. */
async function isAnyUnseen({ units }: LeaderDigestNeeds, leader: PersonOn, { leads }: Person): Promise<boolean> {
  const unseen = leader.leads.filter((unitId) => !leads.includes(unitId) && !canSeeRollup(leader, unitId));
  if (unseen.length === 0) return false;
  return (await toArray(units.listUnits())).some(({ parentId }) => parentId !== undefined && unseen.includes(parentId));
}

/** By unit, until when somebody follows what is not their own; the later day where two have asked for the same. */
async function readLastDays(
  needs: LeaderDigestNeeds,
  person: Person,
  today: LocalDate,
): Promise<ReadonlyMap<string, LocalDate>> {
  const ofRoster = (person.actsFor ?? []).filter(({ until }) => until >= today);
  const asked = await heldDelegations(needs, person, today);
  const others = [...ofRoster, ...asked].filter(({ unitId }) => !person.leads.includes(unitId));
  return new Map(others.toSorted((a, b) => a.until.localeCompare(b.until)).map(({ unitId, until }) => [unitId, until]));
}

function daysOf(lastDays: ReadonlyMap<string, LocalDate>, units: readonly DigestUnit[]): readonly StandsIn[] {
  const days = [...new Set(lastDays.values())].toSorted().map((until) => ({
    until,
    units: units.filter(({ unitId }) => lastDays.get(unitId) === until).map(({ name }) => name),
  }));
  return days.filter((day) => day.units.length > 0);
}
