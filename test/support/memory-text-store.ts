import { Failure } from '../../src/core/failure.ts';
import type { TextEdit } from '../../src/features/content/text-edit.ts';
import type { TextStore } from '../../src/features/content/text-store.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** TextStore in memory, with the behaviour of `textTable`. */
export function memoryTextStore(): TextStore {
  const rows = new Map<string, string>();
  return {
    async create(textsId, edits) {
      checkKeys({ partitionKey: textsId, rowKey: '000' });
      const data = JSON.stringify(edits);
      if (data.length > 400_000) throw new Failure('invalid', 'The texts are too long for storage');
      if (rows.has(textsId)) throw new Failure('conflict', 'These texts are there already');
      rows.set(textsId, data);
    },
    async get(textsId) {
      checkKeys({ partitionKey: textsId, rowKey: '000' });
      const data = rows.get(textsId);
      return data === undefined ? undefined : (JSON.parse(data) as TextEdit[]);
    },
    async delete(textsId) {
      checkKeys({ partitionKey: textsId, rowKey: '000' });
      rows.delete(textsId);
    },
  };
}
