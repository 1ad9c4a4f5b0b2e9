import { toArray } from '../../src/features/people/person-store.ts';
import { readStoredRows } from '../../src/features/use-cases/stored-kinds.ts';
import type { TableStores } from '../../src/outbound/azure-tables/open-tables.ts';

/** What is stored of these people, and of these meetings and of everybody, as one text. */
export async function readEverything(
  stores: TableStores,
  { people, sessions, textsId }: { people: readonly string[]; sessions: readonly string[]; textsId: string },
): Promise<string> {
  return JSON.stringify(
    {
      people: await Promise.all(people.map((personId) => readStoredRows(stores.people, personId))),
      meetings: await Promise.all(sessions.map((id) => readMeeting(stores, id))),
      hints: await toArray(stores.groups.listHints()),
      content: await toArray(stores.content.list()),
      texts: await stores.texts.get(textsId),
      reports: await toArray(stores.reports.list()),
      dues: await toArray(stores.dues.list('2026-01-01', '2029-01-01')),
      sending: await stores.sending.get(),
      audit: await toArray(stores.audit.listMonth('202611')),
    },
    // A row that was written again as it was is the same row.
    (key, value) => (key === 'etag' ? undefined : value),
    1,
  );
}

const readMeeting = async ({ groups }: TableStores, sessionId: string) => ({
  session: await groups.getSession(sessionId),
  attendees: await toArray(groups.listAttendees(sessionId)),
});
