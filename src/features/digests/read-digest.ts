import { localDateAt } from '../../core/local-date.ts';
import { withRightsOn } from '../people/permissions.ts';
import { isEmployed } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { type DigestModel, type LeaderDigestNeeds, readLeaderDigest } from './leader-digest.ts';
import { findLastDigest } from './send-digest.ts';

/**
 * What a leader is told now, compared with the last digest that was sent. `undefined` when the person leads nobody any more, has
 * left, or is unknown. Throws Failure `unavailable` or `throttled`.
 */
export async function readDigest(
  needs: LeaderDigestNeeds,
  leaderId: string,
  now: Date,
): Promise<DigestModel | undefined> {
  const today = localDateAt(now, needs.zone);
  const stored = (await needs.people.get(leaderId, profileRow))?.value;
  const leader = stored && withRightsOn(stored, today);
  if (!leader || leader.leads.length === 0 || !isEmployed(leader, today)) return undefined;
  return readLeaderDigest(needs, leader, now, await findLastDigest(needs, leaderId));
}
