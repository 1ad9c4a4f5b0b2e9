import { isFailure } from '../../core/failure.ts';
import type { LocalDate, TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { hasOtherId } from '../people/find-roster-person.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { aadKey, type PersonKeyStore, upnKey } from '../people/person-key-store.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, replaceRow } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import type { RosterDay } from './change-person.ts';
import { followAccount } from './follow-account.ts';

export type JoinNeeds = {
  people: PersonStore;
  personKeys: PersonKeyStore;
  units: UnitStore;
  rules: { catalogue: Catalogue; calendar: { zone: TimeZone } };
};

/**
 * Somebody of the staff list whom we know by user name only is the account that writes now. The profile takes the object id first: broken
 * off there, the same account goes on at the next turn, and another one is refused. Never for somebody who has another account, since a user name
 * may be given to another. An account whose own person has left goes on as that person. Gives whether the account is somebody's now. Throws
 * Failure `unavailable` or `throttled`.
 */
export async function joinByUserName(
  needs: JoinNeeds,
  account: { aadObjectId: string; userName: string },
  day: RosterDay,
): Promise<'joined' | 'nobody'> {
  const { people, personKeys } = needs;
  const claim = { aadObjectId: account.aadObjectId.toLowerCase(), key: upnKey(account.userName) };
  const { aadObjectId, key } = claim;
  const personId = await personKeys.get(key);
  if (personId === undefined) return 'nobody';
  const formerId = await personKeys.get(aadKey(aadObjectId));
  if (formerId !== undefined) return goOn(needs, { formerId, personId }, claim, day);
  if (!(await claimProfile(people, personId, claim, day.today))) return 'nobody';
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

/** The account is somebody's. Where they have left by now, and a row has the user name, it is the row that tells of them. */
async function goOn(
  needs: JoinNeeds,
  { formerId, personId }: { formerId: string; personId: string },
  claim: Claim,
  day: RosterDay,
): Promise<'joined' | 'nobody'> {
  const newcomer = (await needs.people.get(personId, profileRow))?.value;
  if (!newcomer || !mayClaim(newcomer, claim, day.today)) return 'nobody';
  // Another turn of the same account was first.
  if (formerId === personId) return 'joined';
  return followAccount(needs, { formerId, newcomer, ...claim }, day);
}

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
