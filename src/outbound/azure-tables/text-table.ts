import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { Failure } from '../../core/failure.ts';
import { locales } from '../../core/locale.ts';
import type { TextStore } from '../../features/content/text-store.ts';
import { readRow } from './read-row.ts';
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
      const rows: z.infer<typeof rowSchema>[] = [];
      for await (const stored of table.list(odata`PartitionKey eq ${textsId}`)) {
        rows.push(readRow('part of the texts', rowSchema, stored));
      }
      if (rows.length === 0 || rows.length !== rows[0]?.parts) return undefined;
      return readRow('change of texts', editsSchema, JSON.parse(rows.map(({ data }) => data).join('')));
    },
  };
}

/** A cut between the two halves of one character (an emoji) would destroy it; JSON can write each half alone. */
const withoutPairs = (json: string): string =>
  json.replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
