import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { preferencesRow } from '../people/person-rows.ts';
import { deleteRow, type PersonStore, replaceRow, toArray } from '../people/person-store.ts';
import { certificateRow } from '../progress/certificate.ts';
import type { Progress, StartedProgress } from '../progress/progress.ts';
import { progressRow } from '../progress/progress-rows.ts';
import { removeCertificate } from '../reminders/keep-certificate.ts';
import { pingRow } from '../reminders/ping-rows.ts';
import { dropPing, type PingNeeds } from '../reminders/set-ping.ts';
import type { StoredRows } from './stored-kinds.ts';

/** What "slett" takes away: what the person has told or chosen, and nobody else has to prove. */
export type Erasable = { choices: number; dates: number; certificates: number; answers: number };

/** Pure: how much of it there is. */
export function erasableOf({ preferences, pings, certificates, progress }: StoredRows): Erasable {
  return {
    choices: preferences.length,
    dates: pings.length,
    certificates: certificates.length,
    answers: progress.filter(hasAnswers).length,
  };
}

export const isNothing = ({ choices, dates, certificates, answers }: Erasable): boolean =>
  choices + dates + certificates + answers === 0;

/**
 * Takes it away. What is begun stays begun, at the first card: a row that somebody completes in this moment is not touched. Doing it twice
 * changes nothing. Throws Failure `unavailable` or `throttled`; what went before it stays away.
 */
export async function eraseOwn(needs: PingNeeds, personId: string, now: Date): Promise<void> {
  const { people } = needs;
  await people.commit({ personId, writes: [deleteRow(preferencesRow, '')] });
  for (const { value } of await toArray(people.list(personId, pingRow))) await dropPing(needs, personId, value.on);
  for (const { value } of await toArray(people.list(personId, certificateRow))) {
    await removeCertificate(needs, personId, value.kindId, now);
  }
  await eraseAnswers(people, personId);
}

async function eraseAnswers(people: PersonStore, personId: string): Promise<void> {
  await retryOnConflict(async () => {
    const rows = await toArray(people.list(personId, progressRow));
    const writes = rows.flatMap(({ value, etag }) =>
      hasAnswers(value) ? [replaceRow(progressRow, atTheFirstCard(value), etag)] : [],
    );
    if (writes.length > 0) await people.commit({ personId, writes });
  });
}

const hasAnswers = (progress: Progress): progress is StartedProgress =>
  progress.state === 'started' &&
  (progress.position > 0 || Object.keys(progress.answers).length > 0 || progress.dialogues !== undefined);

const atTheFirstCard = ({ dialogues: _, path: _path, ...progress }: StartedProgress): StartedProgress => ({
  ...progress,
  position: 0,
  answers: {},
});
