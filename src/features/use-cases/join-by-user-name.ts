import { isFailure } from '../../core/failure.ts';
import type { LocalDate } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { hasOtherId } from '../people/diff-roster.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { aadKey, type PersonKeyStore, upnKey } from '../people/person-key-store.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, replaceRow } from '../people/person-store.ts';

export type JoinNeeds = { people: PersonStore; personKeys: PersonKeyStore };

/**
 * Somebody of the staff list whom we know by user name only is the account that writes now. The profile takes the object id first: broken
 * off there, the same account goes on at the next turn, and another one is refused. Never for somebody who has another account, since a user name
 * may be given to another. Gives whether the account is somebody's now. Throws Failure `unavailable` or `throttled`.
 */
export async function joinByUserName(
  { people, personKeys }: JoinNeeds,
  account: { aadObjectId: string; userName: string },
  today: LocalDate,
): Promise<'joined' | 'nobody'> {
  const aadObjectId = account.aadObjectId.toLowerCase();
  const key = upnKey(account.userName);
  const personId = await personKeys.get(key);
  if (personId === undefined || (await personKeys.get(aadKey(aadObjectId))) !== undefined) return 'nobody';
  const isTheirs = await claimProfile(people, personId, { aadObjectId, key }, today);
  if (!isTheirs) return 'nobody';
  try {
    await personKeys.create(aadKey(aadObjectId), personId);
    return 'joined';
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    if ((await personKeys.get(aadKey(aadObjectId))) === personId) return 'joined';
    // In this very moment an import has said that the account is somebody else: the first one counts.
    await giveBack(people, personId, aadObjectId);
    return 'nobody';
  }
}

type Claim = { aadObjectId: string; key: string };

/** A key that an import has not taken away yet, a person who has left, or another account: then it is nobody's. */
const mayClaim = (person: Person, { aadObjectId, key }: Claim, today: LocalDate): boolean =>
  person.upnKey === key && isEmployed(person, today) && !hasOtherId(person, { aadObjectId });

function claimProfile(people: PersonStore, personId: string, claim: Claim, today: LocalDate): Promise<boolean> {
  return retryOnConflict(async () => {
    const stored = await people.get(personId, profileRow);
    if (!stored || !mayClaim(stored.value, claim, today)) return false;
    if (stored.value.aadObjectId === claim.aadObjectId) return true;
    const after = { ...stored.value, aadObjectId: claim.aadObjectId };
    await people.commit({ personId, writes: [replaceRow(profileRow, after, stored.etag)] });
    return true;
  });
}

async function giveBack(people: PersonStore, personId: string, aadObjectId: string): Promise<void> {
  await retryOnConflict(async () => {
    const stored = await people.get(personId, profileRow);
    if (stored?.value.aadObjectId !== aadObjectId) return;
    const { aadObjectId: _, ...before } = stored.value;
    await people.commit({ personId, writes: [replaceRow(profileRow, before, stored.etag)] });
  });
}
