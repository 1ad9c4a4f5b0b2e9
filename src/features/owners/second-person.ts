import { withDeadline } from '../../core/deadline.ts';
import type { LocalDate } from '../../core/local-date.ts';
import { canManage } from '../people/permissions.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';

export type SecondPersonNeeds = { people: Pick<PersonStore, 'get'>; units: Pick<UnitStore, 'listAllMembers'> };

const atOnce = 8;
/** Somebody waits for the answer, and where so many are employed there is another coordinator. */
const mostRead = 1000;
const mostMs = 1000;

/** Whether nobody but this person may confirm what was changed. `false` also where it could not be found out in a second: nobody is alarmed by a guess. */
export async function isAlone(
  needs: SecondPersonNeeds,
  { personId, owner }: { personId: string; owner: string | undefined },
  today: LocalDate,
): Promise<boolean> {
  const isOther = (person: Person): boolean =>
    person.personId !== personId && isEmployed(person, today) && canManage(person, owner);
  const search = { read: 0, isOver: false, isFound: false };
  try {
    await withDeadline(lookThrough(needs, isOther, search), mostMs, 'looking for a second person');
    return !search.isFound && search.read <= mostRead;
  } catch {
    return false;
  } finally {
    search.isOver = true;
  }
}

type Search = { read: number; isOver: boolean; isFound: boolean };

async function lookThrough(
  { people, units }: SecondPersonNeeds,
  isOther: (person: Person) => boolean,
  search: Search,
): Promise<void> {
  await inParallel(takeSome(units.listAllMembers(), search), atOnce, async (personId) => {
    const person = (await people.get(personId, profileRow))?.value;
    if (person && isOther(person)) search.isFound = true;
  });
}

/** Until somebody was found, or nobody waits any more. */
async function* takeSome(personIds: AsyncIterable<string>, search: Search): AsyncGenerator<string> {
  for await (const personId of personIds) {
    search.read += 1;
    if (search.isOver || search.isFound || search.read > mostRead) return;
    yield personId;
  }
}
