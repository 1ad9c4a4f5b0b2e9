import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { createRow, type PersonStore, replaceRow, toArray } from '../people/person-store.ts';
import { type Reread, rereadRow } from '../progress/rereads.ts';
import { readFollowUp } from './follow-up.ts';
import { reminderRow, settle } from './reminder-rows.ts';

/** Keeps that it was read, and ends what is planned about it, in one transaction. A second press changes nothing. */
export async function confirmReread(needs: { people: PersonStore }, personId: string, read: Reread): Promise<void> {
  const { people } = needs;
  await retryOnConflict(async () => {
    if (await people.get(personId, rereadRow, rereadRow.keyOf(read))) return;
    const ended = (await toArray(people.list(personId, reminderRow))).flatMap(({ value, etag }) => {
      const subject = readFollowUp(value);
      if (value.state !== 'planned' || subject?.kind !== 'reread' || subject.moduleId !== read.moduleId) return [];
      return [replaceRow(reminderRow, settle(value, 'cancelled', read.at, 'read'), etag)];
    });
    await people.commit({ personId, writes: [createRow(rereadRow, read), ...ended] });
  });
}
