import { withDeadline } from '../../core/deadline.ts';
import { addDays, type LocalDate } from '../../core/local-date.ts';
import type { AccessRequest, AccessRequestStore } from '../people/access-request.ts';
import { isEmployed } from '../people/person.ts';
import { aadKey, type PersonKeyStore } from '../people/person-key-store.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';

export type AccessRequestNeeds = {
  accessRequests: AccessRequestStore;
  people: PersonStore;
  personKeys: PersonKeyStore;
  /** How long one is kept. Nobody waits longer for an answer, and the card promises it. */
  requestDays: number;
};

/** Where the pack does not say how long. */
export const usualRequestDays = 30;

export const requestEndsOn = ({ askedOn }: AccessRequest, requestDays: number): LocalDate =>
  addDays(askedOn, requestDays);

/** Asking again changes nothing. Gives what is kept. Throws Failure `unavailable` or `throttled`. */
export async function askForAccess(
  { accessRequests, requestDays }: Pick<AccessRequestNeeds, 'accessRequests' | 'requestDays'>,
  aadObjectId: string,
  today: LocalDate,
): Promise<AccessRequest> {
  const asked: AccessRequest = { aadObjectId: aadObjectId.toLowerCase(), askedOn: today };
  const known = await accessRequests.get(aadObjectId);
  // One that the night has not taken away yet would end before anybody reads it.
  if (known && requestEndsOn(known, requestDays) < today) await accessRequests.delete(aadObjectId);
  else if (known) return known;
  await accessRequests.create(asked);
  return asked;
}

/** Those who still wait, who asked first before the others: neither too old nor added since. */
export async function listAccessRequests(
  needs: AccessRequestNeeds,
  today: LocalDate,
): Promise<readonly AccessRequest[]> {
  const { waiting } = await sortRequests(needs, today);
  return waiting.toSorted((a, b) => a.askedOn.localeCompare(b.askedOn) || a.aadObjectId.localeCompare(b.aadObjectId));
}

/** Deletes those who do not wait any more, and gives how many. Safe to run twice. */
export async function dropAccessRequests(needs: AccessRequestNeeds, today: LocalDate): Promise<number> {
  const { over } = await sortRequests(needs, today);
  for (const { aadObjectId } of over) await needs.accessRequests.delete(aadObjectId);
  return over.length;
}

async function sortRequests(needs: AccessRequestNeeds, today: LocalDate) {
  const waiting: AccessRequest[] = [];
  const over: AccessRequest[] = [];
  for (const request of await toArray(needs.accessRequests.list())) {
    const isOver = requestEndsOn(request, needs.requestDays) < today || (await isKnown(needs, request, today));
    (isOver ? over : waiting).push(request);
  }
  return { waiting, over };
}

const countDeadlineMs = 700;

/** How many wait, where that can be read in time. */
export const countAccessRequests = (needs: AccessRequestNeeds, today: LocalDate): Promise<number | undefined> =>
  withDeadline(listAccessRequests(needs, today), countDeadlineMs, 'counting who asks to be added')
    .then(({ length }) => length)
    .catch(() => undefined);

async function isKnown(
  { people, personKeys }: AccessRequestNeeds,
  { aadObjectId }: AccessRequest,
  today: LocalDate,
): Promise<boolean> {
  const personId = await personKeys.get(aadKey(aadObjectId));
  const profile = personId === undefined ? undefined : await people.get(personId, profileRow);
  return profile !== undefined && isEmployed(profile.value, today);
}
