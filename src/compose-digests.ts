import { localDateAt } from './core/local-date.ts';
import { hasBegun } from './features/catalogue/catalogue.ts';
import type { DigestModel, LeaderDigestNeeds } from './features/digests/leader-digest.ts';
import { judgeDigest, skipBeforeBeginning, skipForAreaLeader } from './features/digests/quiet-digest.ts';
import { readDigest } from './features/digests/read-digest.ts';
import type { SendDigestNeeds } from './features/digests/send-digest.ts';
import type { PersonOn } from './features/people/person.ts';
import type { ReminderRules } from './features/reminders/schedule-reminders.ts';
import { type ReadBelowNeeds, readBelow } from './features/rollups/read-below.ts';
import type { Pack } from './packs/pack.ts';

/** What leaders are told, to whom not, and what is not worth telling. */
export function composeDigests(
  needs: Pick<LeaderDigestNeeds, 'people' | 'units'> & Pick<ReadBelowNeeds, 'rollups'>,
  { digest, zone }: Pick<Pack, 'digest' | 'zone'>,
  rules: ReminderRules,
): Pick<SendDigestNeeds<DigestModel>, 'readDigest' | 'skipRound' | 'judgeDigest'> {
  // Jobs run for weeks: the modules, and when units begin, are asked for each time.
  const leaderNeeds = () => ({
    ...{ ...needs, zone, catalogue: rules.catalogue, nudgeLimit: rules.policy.maxNudges },
    readBelow(leader: PersonOn, now: Date) {
      const today = localDateAt(now, zone);
      const isToldOf = (unitId: string): boolean => hasBegun(rules.catalogue, unitId, today);
      return readBelow({ ...needs, zone, calendar: rules.calendar, isToldOf }, leader, now);
    },
  });
  return {
    readDigest: (leaderId, now) => readDigest(leaderNeeds(), leaderId, now, 'begun-units'),
    skipRound: async (leaderId, now) =>
      (await skipBeforeBeginning({ ...needs, zone, catalogue: rules.catalogue }, leaderId, now)) ??
      skipForAreaLeader({ ...needs, zone }, digest, leaderId, now),
    judgeDigest: (model) => judgeDigest(model, digest),
  };
}
