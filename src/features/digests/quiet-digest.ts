import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readRightsOn } from '../people/delegation.ts';
import { profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { begunUnits } from './begun-units.ts';
import { isBelowWell, markOfBelow } from './below.ts';
import type { DigestSchedule } from './digest-schedule.ts';
import type { DigestModel } from './leader-digest.ts';
import { isToldThisMonth } from './send-digest.ts';

/**
 * Pure: whether all is well, also below, and nobody is waited for. The mark holds counts only, so it is there also where no names are shown; where they are, what has
 * changed since the last digest is known besides.
 */
export function judgeDigest(model: DigestModel, { whenNothingNew }: Pick<DigestSchedule, 'whenNothingNew'>) {
  const { suggestion, counts, units, sinceLast, toConfirm, below = [] } = model;
  const mark = [units.length, counts.people, counts.done, ...markOfBelow(below)].join(':');
  const isWell = suggestion.suggestion === 'all-done' || suggestion.suggestion === 'nobody-here';
  const isSame = !sinceLast || Object.values(sinceLast).every((count) => count === 0);
  const lists = [model.missing, model.newPeople, model.unreachable, model.needTime, model.own];
  const isNobodyWaiting = toConfirm === 0 && lists.every(({ length }) => length === 0);
  return { mark, isQuiet: whenNothingNew !== 'send' && isWell && isBelowWell(below) && isSame && isNobodyWaiting };
}

/** Nobody hears unasked of a unit that has not begun, as of its deadlines and reminders. */
export async function skipBeforeBeginning(
  { people, units, catalogue, zone }: { people: PersonStore; units: UnitStore; catalogue: Catalogue; zone: TimeZone },
  leaderId: string,
  now: Date,
): Promise<string | undefined> {
  const today = localDateAt(now, zone);
  const stored = (await people.get(leaderId, profileRow))?.value;
  const leads = stored ? (await readRightsOn({ people }, stored, today)).leads : [];
  if (leads.length === 0) return undefined;
  return (await begunUnits({ units, catalogue }, leads, today)).length === 0 ? 'not-begun' : undefined;
}

/**
 * An area leader who leads nothing but units with units below is told once a month: who leads those is told each week. In the first round of the
 * month that reaches them, whatever a pause or an outage has moved it to. Whoever stands in for one of those below is that one for as long as it lasts.
 */
export async function skipForAreaLeader(
  { people, units, zone }: { people: PersonStore; units: UnitStore; zone: TimeZone },
  { areaLeaders }: Pick<DigestSchedule, 'areaLeaders'>,
  leaderId: string,
  now: Date,
): Promise<string | undefined> {
  if (areaLeaders === 'weekly') return undefined;
  const stored = (await people.get(leaderId, profileRow))?.value;
  const leader = stored && (await readRightsOn({ people }, stored, localDateAt(now, zone)));
  if (!leader?.roles.includes('area-leader') || leader.leads.length === 0) return undefined;
  if (!(await isToldThisMonth({ people, zone }, leaderId, now))) return undefined;
  const above = new Set<string>();
  for await (const { parentId } of units.listUnits()) if (parentId !== undefined) above.add(parentId);
  return leader.leads.every((unitId) => above.has(unitId)) ? 'once-a-month' : undefined;
}
