import { composeDirectoryRound, type DirectoryStores } from './compose-directory.ts';
import { composeRetention } from './compose-retention.ts';
import { composeRollups, type RollupStores } from './compose-rollups.ts';
import type { Config } from './config.ts';
import type { TickNeeds } from './inbound/jobs/tick.ts';
import type { Pack } from './packs/pack.ts';

/** What happens at night beside the reminders: the staff list is fetched, what is old enough is deleted, and the figures of the month are told. */
export const composeNights = (
  config: Config,
  pack: Pack,
  needs: Omit<Parameters<typeof composeRetention>[0], 'retention'> & DirectoryStores & RollupStores,
): Pick<TickNeeds, 'keepRetention' | 'keepDirectory' | 'makeRelease' | 'machineNow'> => ({
  ...composeRetention({ ...needs, retention: pack.retention }),
  ...composeDirectoryRound(config, needs, pack),
  ...composeRollups(needs),
});
