import { withDeadline } from '../../core/deadline.ts';
import type { LocalDate } from '../../core/local-date.ts';
import { canManage } from '../people/permissions.ts';
import { isWorking, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';

export type SecondPersonNeeds = { people: Pick<PersonStore, 'get'>; units: Pick<UnitStore, 'listAllMembers'> };

const atOnce = 8;
/** Somebody waits for the answer, and where more are employed there is another coordinator. */
const mostRead = 1000;
const mostMs = 1000;

/** Whether nobody but this person may confirm what was changed. `false` also where it could not be found out in a second: nobody is alarmed by a guess. */
export async function isAlone(
  needs: SecondPersonNeeds,
  { personId, owner }: { personId: string; owner: string | undefined },
  today: LocalDate,
): Promise<boolean> {
  const isOther = (person: Person): boolean =>
    person.personId !== personId && isWorking(person, today) && canManage(person, owner);
  const search = { isOver: false };
  try {
    return await withDeadline(findsNobody(needs, isOther, search), mostMs, 'looking for a second person');
  } catch {
    return false;
  } finally {
    search.isOver = true;
  }
}

/** Nobody is read where there are too many to read them all. `isOver`: somebody was found, or nobody waits any more. */
async function findsNobody(
  { people, units }: SecondPersonNeeds,
  isOther: (person: Person) => boolean,
  search: { isOver: boolean },
): Promise<boolean> {
  const personIds = new Set<string>();
  for await (const personId of units.listAllMembers()) {
    if (personIds.add(personId).size > mostRead) return false;
  }
  let isFound = false;
  await inParallel(personIds, atOnce, async (personId) => {
    if (search.isOver) return;
    const person = (await people.get(personId, profileRow))?.value;
    if (!person || !isOther(person)) return;
    isFound = true;
    search.isOver = true;
  });
  return !isFound;
}
