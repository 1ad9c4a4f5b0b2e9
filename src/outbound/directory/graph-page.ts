import { z } from 'zod';
import { Failure } from '../../core/failure.ts';

/** Two marks have to find room in a row, which holds 32,000 letters. */
const link = z.string().min(1).max(15_000).optional();
/** What fields hold is for who reads them; what Graph says of the page beyond these is dropped. */
const pageSchema = z.object({
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': link,
  '@odata.deltaLink': link,
});

/** One page of a list: what it holds, and where the next is, or where to ask for changes later. */
export type GraphPage = { value: readonly Readonly<Record<string, unknown>>[]; next?: string; delta?: string };

/** Throws Failure `unavailable` for what is no page: half of one, or a page of somebody in between. */
export function readPage(body: string): GraphPage {
  const { data } = pageSchema.safeParse(parse(body));
  if (!data) {
    // The parser and the schema quote what they could not read.
    throw new Failure('unavailable', 'Microsoft Graph answered with something that is no list; try again');
  }
  const { value, '@odata.nextLink': next, '@odata.deltaLink': delta } = data;
  return { value, ...(next !== undefined && { next }), ...(delta !== undefined && { delta }) };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
