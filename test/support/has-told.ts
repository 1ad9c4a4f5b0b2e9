import { localDateAt } from '../../src/core/local-date.ts';
import type { Person } from '../../src/features/people/person.ts';
import { createRow } from '../../src/features/people/person-store.ts';
import { reminderRow } from '../../src/features/reminders/reminder-rows.ts';
import { toldBefore } from '../../src/tools/seed/seed.ts';
import type { Drive } from './drive.ts';

/** These have been reminded of what has a date that is past by now, so they are late with it. Before they become known to the service. */
export async function hasTold({ service, stores, now }: Drive, ...people: readonly Person[]): Promise<void> {
  const { catalogue, calendar, reminderPolicy: policy } = service.pack;
  const today = localDateAt(now(), calendar.zone);
  for (const person of people) {
    const told = toldBefore(person, { done: {} }, { catalogue, calendar, policy }, today);
    const writes = told.map((reminder) => createRow(reminderRow, reminder));
    if (writes.length > 0) await stores.people.commit({ personId: person.personId, writes });
  }
}
