import { Failure } from '../../src/core/failure.ts';
import type { DirectoryRules } from '../../src/features/people/roster.ts';
import { createGraphClient } from '../../src/outbound/directory/graph-client.ts';
import { createGraphDirectory } from '../../src/outbound/directory/graph-directory.ts';
import { createGraphHttp } from '../../src/outbound/directory/graph-http.ts';
import { createGraphInstaller } from '../../src/outbound/directory/graph-installer.ts';
import { createAccessToken, type TokenSource } from '../../src/outbound/teams/access-token.ts';
import { loadRoster } from '../../src/packs/load-roster.ts';
import { contentFolder } from './content-strings.ts';

const { directory } = await loadRoster(contentFolder);
if (!directory) throw new Failure('bug', 'the pack of the tests has lost its directory');

/** The rules of the fictional municipality. */
export const directoryRules: DirectoryRules = directory;

const clock = { now: () => new Date('2026-11-23T01:00:00Z') };

type GraphOptions = { origin: string; source?: TokenSource; deadlineMs?: number };

/** Graph as the service reads it, from a server of a test. */
export function openGraph({ rules = directoryRules, ...options }: GraphOptions & { rules?: DirectoryRules }) {
  const { needs, pauses } = needsOf(options);
  return { ...createGraphDirectory({ ...needs, rules }), pauses };
}

/** The same for what gives people the app. */
export function openGraphInstaller(options: GraphOptions) {
  const { needs, pauses } = needsOf(options);
  return { ...createGraphInstaller(needs), pauses };
}

/** With pauses that are written down and not waited for. */
function needsOf({ origin, source, deadlineMs }: GraphOptions) {
  const pauses: number[] = [];
  const token = createAccessToken({ source, clock });
  const http = createGraphHttp({ origin, token, ...(deadlineMs !== undefined && { deadlineMs }) });
  const wait = async (ms: number): Promise<void> => void pauses.push(ms);
  const client = createGraphClient({ origin, http });
  return { needs: { client, origin, clock, wait, random: () => 0 }, pauses };
}
