import { Failure } from '../../src/core/failure.ts';
import { type ContentChange, contentChangeSchema, subjectOf } from '../../src/features/content/content-change.ts';
import type { ContentStore } from '../../src/features/content/content-store.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** ContentStore in memory, with the behaviour of `contentTable`. */
export function memoryContentStore(): ContentStore {
  const rows = new Map<string, string>();
  const read = (data: string): ContentChange => contentChangeSchema.parse(JSON.parse(data));
  const inOrder = () => [...rows].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    async *list() {
      for (const [, data] of inOrder()) yield read(data);
    },
    async *listOf(subject) {
      checkKeys({ partitionKey: subject, rowKey: '0' });
      for (const [key, data] of inOrder()) if (key.startsWith(`${subject}\n`)) yield read(data);
    },
    async append(change, place) {
      const keys = { partitionKey: subjectOf(change), rowKey: String(place).padStart(6, '0') };
      checkKeys(keys);
      const key = `${keys.partitionKey}\n${keys.rowKey}`;
      if (rows.has(key)) throw new Failure('conflict', 'The place is taken; read again and decide again');
      rows.set(key, JSON.stringify(change));
    },
  };
}
