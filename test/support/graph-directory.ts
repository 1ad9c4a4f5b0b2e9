import { Failure } from '../../src/core/failure.ts';
import type { DirectoryRules } from '../../src/features/people/roster.ts';
import { createGraphClient } from '../../src/outbound/directory/graph-client.ts';
import { createGraphDirectory } from '../../src/outbound/directory/graph-directory.ts';
import { createGraphHttp } from '../../src/outbound/directory/graph-http.ts';
import { createAccessToken, type TokenSource } from '../../src/outbound/teams/access-token.ts';
import { loadRoster } from '../../src/packs/load-roster.ts';
import { contentFolder } from './content-strings.ts';

const { directory } = await loadRoster(contentFolder);
if (!directory) throw new Failure('bug', 'the pack of the tests has lost its directory');

/** The rules of the fictional municipality. */
export const directoryRules: DirectoryRules = directory;

const clock = { now: () => new Date('2026-11-23T01:00:00Z') };

/** Graph as the service reads it, from a server of a test, with pauses that are written down and not waited for. */
export function openGraph({
  origin,
  rules = directoryRules,
  source,
  deadlineMs,
}: {
  origin: string;
  rules?: DirectoryRules;
  source?: TokenSource;
  deadlineMs?: number;
}) {
  const pauses: number[] = [];
  const token = createAccessToken({ source, clock });
  const http = createGraphHttp({ origin, token, ...(deadlineMs !== undefined && { deadlineMs }) });
  const wait = async (ms: number): Promise<void> => void pauses.push(ms);
  const client = createGraphClient({ origin, http });
  return { ...createGraphDirectory({ client, origin, rules, clock, wait, random: () => 0 }), pauses };
}
