import { composeDirectoryRound, type DirectoryStores } from './compose-directory.ts';
import { composeRetention } from './compose-retention.ts';
import type { Config } from './config.ts';
import type { TimeZone } from './core/local-date.ts';
import type { TickNeeds } from './inbound/jobs/tick.ts';

/** What happens at night beside the reminders: the staff list is fetched, and what is old enough is deleted. */
export const composeNights = (
  config: Config,
  zone: TimeZone,
  needs: Parameters<typeof composeRetention>[0] & DirectoryStores,
): Pick<TickNeeds, 'keepRetention' | 'keepDirectory'> => ({
  ...composeRetention(needs),
  ...composeDirectoryRound(config, needs, zone),
});
