import { Secret } from '../../core/secret.ts';
import { openTables } from '../../outbound/azure-tables/open-tables.ts';
import type { Pack } from '../../packs/pack.ts';
import type { Municipality } from '../seed/municipality-schema.ts';
import { todayIn } from '../seed/read-municipality.ts';
import { type SeedResult, seed } from '../seed/seed.ts';

/** Fills the storage that the bot will use, when it is empty. */
export async function seedStorage(
  connectionString: string,
  municipality: Municipality,
  pack: Pack,
  now: Date,
): Promise<SeedResult> {
  const connection = { kind: 'connection-string', connectionString: new Secret(connectionString) } as const;
  const stores = await openTables({ connection, prefix: '' });
  const rules = { catalogue: pack.catalogue, policy: pack.reminderPolicy, calendar: pack.calendar };
  return seed({ ...stores, due: stores.dues }, municipality, rules, todayIn(pack.zone, now), now);
}
