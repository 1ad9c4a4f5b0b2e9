import { Failure } from '../../core/failure.ts';
import { type GraphRequest, pathOf } from './graph-client.ts';
import { type GraphPage, readPage } from './graph-page.ts';
import { askPatiently, newPatience, type PatientGraphNeeds } from './patient-graph.ts';

export type GraphPagesNeeds = PatientGraphNeeds & { origin: string };

/** A municipality has hundreds of pages at most; more is a list that never ends. */
const mostPages = 5_000;

/** The pages of a list from the first on. `expired` when Graph no longer knows where we were. Throws like `askPatiently`. */
export async function* readPages(needs: GraphPagesNeeds, first: GraphRequest): AsyncGenerator<GraphPage | 'expired'> {
  const patience = newPatience();
  let request = first;
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await askPatiently(needs, request, patience);
    if (answer.outcome === 'expired') return yield 'expired';
    const read = readPage(answer.body);
    yield read;
    if (read.next === undefined) return;
    request = { ...first, path: ownPath(read.next, needs.origin), query: {} };
  }
  throw new Failure('unavailable', 'Microsoft Graph gives a list without an end; try again');
}

function ownPath(url: string, origin: string): string {
  const path = pathOf(url, origin);
  if (path === undefined)
    throw new Failure('unavailable', 'Microsoft Graph names an address that is not its own; not followed');
  return path;
}
