import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { Failure } from '../../core/failure.ts';
import { locales } from '../../core/locale.ts';
import type { TextStore } from '../../features/content/text-store.ts';
import { toArray } from '../../features/people/person-store.ts';
import { readJson } from './read-json.ts';
import { checkKeys, type Table } from './table.ts';
import { transact } from './transact.ts';

/** A property holds 64 KiB, which is 32,768 characters. */
const partCharacters = 30_000;
/** A transaction holds 4 MiB. */
const mostCharacters = 400_000;

const rowSchema = z.object({ data: z.string(), parts: z.number().int().min(1) });
const editsSchema = z.array(z.object({ path: z.string().min(1), locale: z.enum(locales), text: z.string() }));

/** Table Texts: a partition per change of texts, cut into parts (`000` …) that a property can hold; all or none are written. */
export function textTable(table: Table): TextStore {
  const partsOf = (textsId: string, select?: readonly string[]) =>
    table.list(odata`PartitionKey eq ${textsId}`, select);
  return {
    async create(textsId, edits) {
      const data = withoutPairs(JSON.stringify(edits));
      if (data.length > mostCharacters) {
        throw new Failure('invalid', 'The texts are too long for storage; send fewer at a time');
      }
      const parts = Math.ceil(data.length / partCharacters);
      const writes = Array.from({ length: parts }, (_, part) => ({
        ...{ op: 'create' as const, rowKey: String(part).padStart(3, '0') },
        columns: { parts, data: data.slice(part * partCharacters, (part + 1) * partCharacters) },
      }));
      await transact(table, textsId, writes);
    },
    async get(textsId) {
      checkKeys({ partitionKey: textsId, rowKey: '000' });
      const rows = z.array(rowSchema).safeParse(await toArray(partsOf(textsId))).data;
      if (!rows || rows.length === 0 || rows.length !== rows[0]?.parts) return undefined;
      return editsSchema.safeParse(readJson(rows.map(({ data }) => data).join(''))).data;
    },
    async delete(textsId) {
      checkKeys({ partitionKey: textsId, rowKey: '000' });
      const stored = await toArray(partsOf(textsId, ['rowKey']));
      const writes = stored.map(({ rowKey = '' }) => ({ op: 'delete' as const, rowKey }));
      await transact(table, textsId, writes);
    },
  };
}

/** A cut between the two halves of one character (an emoji) would destroy it; JSON can write each half alone. */
const withoutPairs = (json: string): string =>
  json.replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
