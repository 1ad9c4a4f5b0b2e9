import type { DigestModel, LeaderDigestNeeds } from './features/digests/leader-digest.ts';
import { judgeDigest, skipForAreaLeader } from './features/digests/quiet-digest.ts';
import { readDigest } from './features/digests/read-digest.ts';
import type { SendDigestNeeds } from './features/digests/send-digest.ts';
import type { PersonOn } from './features/people/person.ts';
import type { ReminderRules } from './features/reminders/schedule-reminders.ts';
import { type ReadBelowNeeds, readBelow } from './features/rollups/read-below.ts';
import type { Pack } from './packs/pack.ts';

/** What leaders are told, to whom not, and what is not worth telling. */
export function composeDigests(
  needs: Pick<LeaderDigestNeeds, 'people' | 'units'> & Pick<ReadBelowNeeds, 'rollups'>,
  { digest, zone }: Pack,
  rules: ReminderRules,
): Pick<SendDigestNeeds<DigestModel>, 'readDigest' | 'skipRound' | 'judgeDigest'> {
  const leaderNeeds = {
    ...{ ...needs, zone, nudgeLimit: rules.policy.maxNudges },
    readBelow: (leader: PersonOn, now: Date) => readBelow({ ...needs, zone, calendar: rules.calendar }, leader, now),
  };
  return {
    // Jobs run for weeks: the modules are asked for each time.
    readDigest: (leaderId, now) => readDigest({ ...leaderNeeds, catalogue: rules.catalogue }, leaderId, now),
    skipRound: (leaderId, now) => skipForAreaLeader({ ...needs, zone }, digest, leaderId, now),
    judgeDigest: (model) => judgeDigest(model, digest),
  };
}
