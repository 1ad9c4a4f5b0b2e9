import { z } from 'zod';
import { Failure } from '../../core/failure.ts';
import type { AppInstaller, InstallOutcome } from '../../features/people/app-installer.ts';
import { addressOf } from './graph-client.ts';
import type { GraphAnswer } from './graph-http.ts';
import { type GraphPagesNeeds, readPages } from './graph-pages.ts';
import { askUntilSettled, isPassing } from './patient-graph.ts';

/** It becomes a part of an address. */
const appSchema = z.object({ id: z.string().regex(/^[\w-]{1,100}$/), externalId: z.string() });

/** What an administrator does where we may not look into the catalogue. */
const remedyOf = (status: number): string =>
  status === 403 ? 'give the app the permission AppCatalog.Read.All' : 'look at the app id';

/** An account is nothing else, and whatever the staff list has in its place becomes no part of an address. */
const accountId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** All the waiting for one person; whoever is not settled by then is told as such, and the others go on. */
const patienceMs = 5 * 60_000;

/** Teams' apps by Microsoft Graph, version 1.0. */
export function createGraphInstaller(needs: GraphPagesNeeds): AppInstaller {
  return {
    async findApp(manifestId) {
      const request = { path: '/appCatalogs/teamsApps', query: { $filter: `externalId eq '${manifestId}'` } };
      for await (const page of readPages({ ...needs, remedyOf }, request)) {
        const values = page === 'expired' ? [] : page.value;
        for (const value of values) {
          const { id, externalId } = readApp(value);
          if (externalId.toLowerCase() === manifestId.toLowerCase()) return id;
        }
      }
      return undefined;
    },

    async install(catalogueId, aadObjectId) {
      if (!accountId.test(aadObjectId)) return 'unknown-user';
      const request = {
        path: `/users/${aadObjectId}/teamwork/installedApps`,
        body: { 'teamsApp@odata.bind': addressOf(`/appCatalogs/teamsApps/${catalogueId}`, needs.origin) },
      };
      return outcomeOf(await askUntilSettled(needs, request, { leftMs: patienceMs }));
    },
  };
}

function readApp(value: Readonly<Record<string, unknown>>): z.infer<typeof appSchema> {
  const { data } = appSchema.safeParse(value);
  if (!data) throw new Failure('unavailable', 'Microsoft Graph told of an app in a form that is not known; try again');
  return data;
}

const outcomes: Readonly<Record<number, InstallOutcome>> = {
  200: 'installed',
  201: 'installed',
  401: 'not-let-in',
  403: 'not-allowed',
  404: 'unknown-user',
  409: 'had',
  429: 'throttled',
};

/** What Graph says beside its status is told to nobody: it may quote people. */
function outcomeOf(answer: GraphAnswer): InstallOutcome {
  if (answer.outcome === 'no-answer') return 'no-answer';
  return outcomes[answer.status] ?? (isPassing(answer.status) ? 'no-answer' : 'refused');
}
