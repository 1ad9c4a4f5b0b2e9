import { Failure } from '../../core/failure.ts';
import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import { isMadeFor, isMadeForAll } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import { profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import { roundOfMeeting } from '../progress/next-round.ts';
import { readModuleProgress } from '../progress/read-module-progress.ts';

/** What being there will do for somebody when the meeting ends. `not-known`: storage was away; nobody may be kept out for that. */
export type AttendanceMeans = 'registered' | 'has-it' | 'not-for-you' | 'not-known';

/**
 * By the own work as it is stored: whoever stands in for a leader has the rights of one, and not the modules. Most modules are made for all: then
 * nobody's profile is read. Throws Failure `unavailable` or `throttled`.
 */
export async function isMadeForThem(
  { people }: { people: PersonStore },
  personId: string,
  module: Module,
): Promise<boolean> {
  if (isMadeForAll(module)) return true;
  const person = (await people.get(personId, profileRow))?.value;
  return person === undefined || isMadeFor(module, person);
}

/** Read after the press is stored, and never throws for storage: that somebody is there must not be lost over what it means. */
export async function readAttendanceMeans(
  { people, zone }: { people: PersonStore; zone: TimeZone },
  personId: string,
  module: Module,
  now: Date,
): Promise<AttendanceMeans> {
  try {
    if (!(await isMadeForThem({ people }, personId, module))) return 'not-for-you';
    const progress = (await readModuleProgress(people, personId, module.moduleId))?.value;
    if (progress?.state !== 'completed') return 'registered';
    return roundOfMeeting(module, progress, localDateAt(now, zone), zone) ? 'registered' : 'has-it';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return 'not-known';
  }
}
