import { expiryRow } from '../credentials/tell-expiry.ts';
import { delegationRow } from '../digests/send-delegation.ts';
import { digestRow } from '../digests/send-digest.ts';
import { ownerCardRow } from '../owners/send-owner-card.ts';
import { menteeRow } from '../people/mentee.ts';
import { conversationRow, memberRow, preferencesRow, profileRow } from '../people/person-rows.ts';
import { deleteRow, type PersonRow, type PersonStore, type PersonWrite, toArray } from '../people/person-store.ts';
import { assignedRow } from '../progress/assigned.ts';
import { certificateRow } from '../progress/certificate.ts';
import { introTickRow } from '../progress/intro-tick.ts';
import { policyReadRow } from '../progress/policy-reads.ts';
import { priorRow } from '../progress/prior.ts';
import { actionRow, doneRow, progressRow, withdrawnRow } from '../progress/progress-rows.ts';
import { rereadRow } from '../progress/rereads.ts';
import { pingClaimRow, pingRow } from '../reminders/ping-rows.ts';
import { dayRow, reminderRow } from '../reminders/reminder-rows.ts';

/**
 * How long a kind of row is kept: with the person until some time after the last day, as a message for some time after it was settled,
 * or until its own date.
 */
type Kept = 'with-person' | 'as-message' | 'until-its-date';

/** A kind of row as "mine data" and the nightly deletion see it. */
export type StoredKind<T> = {
  kind: string;
  kept: Kept;
  read(people: PersonStore, personId: string): Promise<readonly T[]>;
  /** The writes that delete every row of the kind. */
  deletions(people: PersonStore, personId: string): Promise<readonly PersonWrite[]>;
};

function stored<T>(row: PersonRow<T>, kept: Kept): StoredKind<T> {
  const read = async (people: PersonStore, personId: string): Promise<readonly T[]> =>
    (await toArray(people.list(personId, row))).map(({ value }) => value);
  return {
    kind: row.kind,
    kept,
    read,
    deletions: async (people, personId) =>
      (await read(people, personId)).map((value) => deleteRow(row, row.keyOf(value))),
  };
}

/** Every kind of row in a person's partition. What is not here would be shown to nobody and deleted never, so a test compares it with the code. */
export const storedKinds = {
  profile: stored(profileRow, 'with-person'),
  memberships: stored(memberRow, 'with-person'),
  conversation: stored(conversationRow, 'with-person'),
  preferences: stored(preferencesRow, 'with-person'),
  progress: stored(progressRow, 'with-person'),
  assigned: stored(assignedRow, 'with-person'),
  done: stored(doneRow, 'with-person'),
  withdrawn: stored(withdrawnRow, 'with-person'),
  priors: stored(priorRow, 'with-person'),
  policyReads: stored(policyReadRow, 'with-person'),
  rereads: stored(rereadRow, 'with-person'),
  certificates: stored(certificateRow, 'with-person'),
  introTicks: stored(introTickRow, 'with-person'),
  mentees: stored(menteeRow, 'with-person'),
  actions: stored(actionRow, 'with-person'),
  reminders: stored(reminderRow, 'as-message'),
  days: stored(dayRow, 'as-message'),
  digests: stored(digestRow, 'as-message'),
  delegations: stored(delegationRow, 'as-message'),
  ownerCards: stored(ownerCardRow, 'as-message'),
  expiries: stored(expiryRow, 'as-message'),
  pings: stored(pingRow, 'until-its-date'),
  pingClaims: stored(pingClaimRow, 'until-its-date'),
};

/** Every row of one person, as it is stored. */
export type StoredRows = {
  readonly [K in keyof typeof storedKinds]: Awaited<ReturnType<(typeof storedKinds)[K]['read']>>;
};

/** Throws Failure `unavailable` or `throttled`. */
export async function readStoredRows(people: PersonStore, personId: string): Promise<StoredRows> {
  const read = Object.entries(storedKinds).map(async ([name, kind]) => [name, await kind.read(people, personId)]);
  return Object.fromEntries(await Promise.all(read)) as StoredRows;
}
