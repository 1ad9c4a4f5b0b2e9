import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Versioned } from '../../core/versioned.ts';
import { type Catalogue, isRemindable, modulesFor } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import type { Person } from '../people/person.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow } from '../people/person-store.ts';
import { nextRound } from './next-round.ts';
import type { Progress } from './progress.ts';
import { progressRow } from './progress-rows.ts';
import { readProgress } from './read-progress.ts';

/**
 * Opens the next time round of every module that the pack wants taken again and whose time has come: a row that is started and stands
 * on the first card, with the date that it should be done by. Not before the unit begins. Doing it again changes nothing. The old proof stays.
 */
export async function openRenewals(
  needs: { people: PersonStore; catalogue: Catalogue; zone: TimeZone },
  person: Person,
  now: Date,
): Promise<void> {
  const modules = modulesFor(needs.catalogue, person).filter(({ renewal }) => renewal !== undefined);
  if (modules.length === 0) return;
  const today = localDateAt(now, needs.zone);
  if (!isRemindable(needs.catalogue, person, today)) return;
  await retryOnConflict(async () => {
    const progress = await readProgress(needs, person.personId);
    const writes = modules.flatMap((module) => {
      return decideRenewal(module, progress.get(module.moduleId), { today, zone: needs.zone, now });
    });
    if (writes.length > 0) await needs.people.commit({ personId: person.personId, writes });
  });
}

type Day = { today: LocalDate; zone: TimeZone; now: Date };

/** Pure. */
function decideRenewal(
  module: Module,
  stored: Versioned<Progress> | undefined,
  { today, zone, now }: Day,
): readonly PersonWrite[] {
  if (stored?.value.state !== 'completed') return [];
  const round = nextRound(module, stored.value, today, zone);
  if (!round || today < round.ordinaryOn) return [];
  const { cycle, renewal } = round;
  const { moduleId, version: moduleVersion } = module;
  const begun = { moduleId, cycle, moduleVersion, startedAt: now, position: 0, answers: {} };
  // Written as it is, so that it is not taken back meanwhile.
  return [
    replaceRow(progressRow, stored.value, stored.etag),
    createRow(progressRow, { state: 'started', ...begun, renewal }),
  ];
}
