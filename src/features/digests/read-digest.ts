import { profileRow } from '../people/person-rows.ts';
import { type DigestModel, type LeaderDigestNeeds, readLeaderDigest } from './leader-digest.ts';
import { digestRow } from './send-digest.ts';

/**
 * What a leader is told now, compared with the last digest that was sent. `undefined` when the person leads nobody any more.
 * Throws Failure `unavailable` or `throttled`.
 */
export async function readDigest(
  needs: LeaderDigestNeeds,
  leaderId: string,
  now: Date,
): Promise<DigestModel | undefined> {
  const profile = await needs.people.get(leaderId, profileRow);
  if (!profile || profile.value.leads.length === 0) return undefined;
  return readLeaderDigest(needs, profile.value, now, await lastSentAt(needs, leaderId));
}

async function lastSentAt({ people }: LeaderDigestNeeds, leaderId: string): Promise<Date | undefined> {
  let last: Date | undefined;
  for await (const { value } of people.list(leaderId, digestRow)) {
    if (value.state === 'sent') last = value.settledAt;
  }
  return last;
}
