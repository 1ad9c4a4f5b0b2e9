import { z } from 'zod';
import type { LocalDate } from '../../core/local-date.ts';
import { isEmployed, isWorking, type Person } from './person.ts';
import type { PersonKeyStore } from './person-key-store.ts';
import { profileRow } from './person-rows.ts';
import { type PersonRow, type PersonStore, toArray } from './person-store.ts';

/** In the partition of a mentor: whom they are mentor for. An index; the new hire's own profile says who the mentor is. */
const menteeSchema = z.object({ personId: z.string().min(1) });
export type Mentee = z.infer<typeof menteeSchema>;

export const menteeRow: PersonRow<Mentee> = {
  kind: 'mentee',
  schema: menteeSchema,
  keyOf: ({ personId }) => personId,
};

/** Whether the staff list says so today. */
export const isMentorOf = (mentor: Person, newHire: Person): boolean =>
  mentor.upnKey !== undefined && newHire.mentorKey === mentor.upnKey && mentor.personId !== newHire.personId;

/**
 * Who is the mentor of somebody today: never somebody who has not begun. The key of a user name may still name whoever had it before, so
 * their profile has the last word. Throws Failure `unavailable` or `throttled`.
 */
export async function findMentor(
  { people, personKeys }: { people: PersonStore; personKeys: Pick<PersonKeyStore, 'get'> },
  person: Person,
  today: LocalDate,
): Promise<Person | undefined> {
  const mentorId = person.mentorKey === undefined ? undefined : await personKeys.get(person.mentorKey);
  const mentor = mentorId === undefined ? undefined : (await people.get(mentorId, profileRow))?.value;
  return mentor && isMentorOf(mentor, person) && isWorking(mentor, today) ? mentor : undefined;
}

/** Those whom somebody is mentor for today. Throws Failure `unavailable` or `throttled`. */
export async function readMentees(people: PersonStore, mentor: Person, today: LocalDate): Promise<readonly Person[]> {
  const rows = await toArray(people.list(mentor.personId, menteeRow));
  const read = await Promise.all(rows.map(({ value }) => people.get(value.personId, profileRow)));
  return read.flatMap((row) =>
    row && isMentorOf(mentor, row.value) && isEmployed(row.value, today) ? [row.value] : [],
  );
}
