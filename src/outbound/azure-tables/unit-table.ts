import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { Failure, isFailure } from '../../core/failure.ts';
import { sectors } from '../../features/people/person.ts';
import { isSameUnit, type Unit, type UnitStore } from '../../features/people/unit-store.ts';
import { createOnce } from './create-once.ts';
import { readRow } from './read-row.ts';
import { type Columns, checkKeys, type Table } from './table.ts';
import { transact } from './transact.ts';

const unitSchema = z.object({
  unitId: z.string().min(1),
  name: z.string().min(1),
  sector: z.enum(sectors),
  parentId: z.string().min(1).optional(),
});
const rowKeysSchema = z.object({ partitionKey: z.string(), rowKey: z.string() });

const memberPrefix = 'member:';
const unitPrefix = 'unit:';
/** In one transaction. */
const mostWrites = 100;
/** `;` is the next character after `:`, so a prefix is one range of keys. */
const endOf = (prefix: string): string => prefix.replace(/:$/, ';');

/**
 * Tables Units (a partition per unit: `unit`, `member:{person}`) and Leaders (a partition per leader: `unit:{unit}`).
 * Listing all units or leaders reads through the table: some thousand rows, a few times a day.
 */
export function unitTable({ units, leaders }: { units: Table; leaders: Table }): UnitStore {
  async function getUnit(unitId: string): Promise<Unit | undefined> {
    const stored = await units.get({ partitionKey: unitId, rowKey: 'unit' });
    return stored && readRow('unit', unitSchema, stored);
  }

  return {
    getUnit,

    async createUnit(unit) {
      const keys = { partitionKey: unit.unitId, rowKey: 'unit' };
      if ((await createOnce(units, keys, columnsOf(unit))) === 'created') return 'created';
      const existing = await getUnit(unit.unitId);
      if (existing && isSameUnit(existing, unit)) return 'exists';
      throw new Failure('conflict', 'A unit with this id exists with other content; read it before changing it');
    },

    async keepUnit(unit) {
      const keys = { partitionKey: unit.unitId, rowKey: 'unit' };
      const stored = await units.get(keys);
      if (stored && isSameUnit(readRow('unit', unitSchema, stored), unit)) return 'same';
      if (stored) {
        await units.replace(keys, columnsOf(unit), stored.etag);
        return 'changed';
      }
      await units.create(keys, columnsOf(unit));
      return 'created';
    },

    async *listUnits() {
      for await (const stored of units.list(odata`RowKey eq ${'unit'}`)) yield readRow('unit', unitSchema, stored);
    },

    async *listMembers(unitId) {
      checkKeys({ partitionKey: unitId, rowKey: memberPrefix });
      const end = endOf(memberPrefix);
      const filter = odata`PartitionKey eq ${unitId} and RowKey ge ${memberPrefix} and RowKey lt ${end}`;
      for await (const stored of units.list(filter, ['PartitionKey', 'RowKey'])) {
        yield readRow('member', rowKeysSchema, stored).rowKey.slice(memberPrefix.length);
      }
    },

    async *listAllMembers() {
      const filter = odata`RowKey ge ${memberPrefix} and RowKey lt ${endOf(memberPrefix)}`;
      for await (const stored of units.list(filter, ['PartitionKey', 'RowKey'])) {
        yield readRow('member', rowKeysSchema, stored).rowKey.slice(memberPrefix.length);
      }
    },

    async createMembers(unitId, personIds) {
      const writes = [...new Set(personIds)].map((personId) => createMemberRow(personId));
      for (let from = 0; from < writes.length; from += mostWrites) {
        await createAll(units, unitId, writes.slice(from, from + mostWrites));
      }
    },

    createMember: (unitId, personId) =>
      createOnce(units, { partitionKey: unitId, rowKey: `${memberPrefix}${personId}` }, {}),

    deleteMember: (unitId, personId) => units.delete({ partitionKey: unitId, rowKey: `${memberPrefix}${personId}` }),

    async *listLeaders() {
      const filter = odata`RowKey ge ${unitPrefix} and RowKey lt ${endOf(unitPrefix)}`;
      let previous: string | undefined;
      // Rows come in key order, so all units of one leader come together.
      for await (const stored of leaders.list(filter, ['PartitionKey', 'RowKey'])) {
        const { partitionKey } = readRow('leader', rowKeysSchema, stored);
        if (partitionKey !== previous) yield partitionKey;
        previous = partitionKey;
      }
    },

    async *listLed(personId) {
      checkKeys({ partitionKey: personId, rowKey: unitPrefix });
      const filter = odata`PartitionKey eq ${personId} and RowKey ge ${unitPrefix} and RowKey lt ${endOf(unitPrefix)}`;
      for await (const stored of leaders.list(filter, ['PartitionKey', 'RowKey'])) {
        yield readRow('leader', rowKeysSchema, stored).rowKey.slice(unitPrefix.length);
      }
    },

    createLeader: (personId, unitId) =>
      createOnce(leaders, { partitionKey: personId, rowKey: `${unitPrefix}${unitId}` }, {}),

    deleteLeader: (personId, unitId) => leaders.delete({ partitionKey: personId, rowKey: `${unitPrefix}${unitId}` }),
  };
}

const createMemberRow = (personId: string) => ({
  op: 'create' as const,
  rowKey: `${memberPrefix}${personId}`,
  columns: {},
});

/** All in one request, or one by one where some are there already. */
async function createAll(
  table: Table,
  partitionKey: string,
  writes: readonly ReturnType<typeof createMemberRow>[],
): Promise<void> {
  try {
    await transact(table, partitionKey, writes);
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    for (const { rowKey, columns } of writes) await createOnce(table, { partitionKey, rowKey }, columns);
  }
}

function columnsOf({ unitId, name, sector, parentId }: Unit): Columns {
  return { unitId, name, sector, ...(parentId !== undefined && { parentId }) };
}
