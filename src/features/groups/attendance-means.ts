import { Failure } from '../../core/failure.ts';
import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import { isMadeFor } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import { roundOfMeeting } from '../progress/next-round.ts';
import { readModuleProgress } from '../progress/read-module-progress.ts';

/** What being there will do for somebody when the meeting ends. `not-known`: storage was away; nobody may be kept out for that. */
export type AttendanceMeans = 'registered' | 'has-it' | 'not-for-you' | 'not-known';

/** Read after the press is stored, and never throws for storage: that somebody is there must not be lost over what it means. */
export async function readAttendanceMeans(
  { people, zone }: { people: PersonStore; zone: TimeZone },
  person: Person,
  module: Module,
  now: Date,
): Promise<AttendanceMeans> {
  if (!isMadeFor(module, person)) return 'not-for-you';
  try {
    const progress = (await readModuleProgress(people, person.personId, module.moduleId))?.value;
    if (progress?.state !== 'completed') return 'registered';
    return roundOfMeeting(module, progress, localDateAt(now, zone), zone) ? 'registered' : 'has-it';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return 'not-known';
  }
}
