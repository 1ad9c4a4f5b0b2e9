import { Failure } from '../../src/core/failure.ts';
import { isSameUnit, type Unit, type UnitStore } from '../../src/features/people/unit-store.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** UnitStore in memory, with the behaviour of `unitTable`. */
export function memoryUnitStore(): UnitStore {
  const units = new Map<string, Unit>();
  const members = new Map<string, Set<string>>();
  const leaders = new Map<string, Set<string>>();

  return {
    async getUnit(unitId) {
      checkKeys({ partitionKey: unitId, rowKey: 'unit' });
      const unit = units.get(unitId);
      return unit && { ...unit };
    },
    async createUnit(unit) {
      checkKeys({ partitionKey: unit.unitId, rowKey: 'unit' });
      const existing = units.get(unit.unitId);
      if (!existing) {
        units.set(unit.unitId, { ...unit });
        return 'created';
      }
      if (isSameUnit(existing, unit)) return 'exists';
      throw new Failure('conflict', 'A unit with this id exists with other content; read it before changing it');
    },
    async keepUnit(unit) {
      checkKeys({ partitionKey: unit.unitId, rowKey: 'unit' });
      const existing = units.get(unit.unitId);
      if (existing && isSameUnit(existing, unit)) return 'same';
      units.set(unit.unitId, { ...unit });
      return existing ? 'changed' : 'created';
    },
    async *listUnits() {
      const inKeyOrder = [...units.values()].sort((left, right) => (left.unitId < right.unitId ? -1 : 1));
      for (const unit of inKeyOrder) yield { ...unit };
    },
    async *listMembers(unitId) {
      checkKeys({ partitionKey: unitId, rowKey: 'member:' });
      yield* [...(members.get(unitId) ?? [])].sort();
    },
    async *listAllMembers() {
      for (const unitId of [...members.keys()].sort()) yield* [...(members.get(unitId) ?? [])].sort();
    },
    async createMembers(unitId, personIds) {
      for (const personId of personIds) checkKeys({ partitionKey: unitId, rowKey: `member:${personId}` });
      for (const personId of personIds) createIn(members, unitId, personId);
    },
    async createMember(unitId, personId) {
      checkKeys({ partitionKey: unitId, rowKey: `member:${personId}` });
      return createIn(members, unitId, personId);
    },
    async deleteMember(unitId, personId) {
      members.get(unitId)?.delete(personId);
    },
    async deleteLeader(personId, unitId) {
      leaders.get(personId)?.delete(unitId);
      if (leaders.get(personId)?.size === 0) leaders.delete(personId);
    },
    async *listLeaders() {
      yield* [...leaders.keys()].sort();
    },
    async *listLed(personId) {
      checkKeys({ partitionKey: personId, rowKey: 'unit:' });
      yield* [...(leaders.get(personId) ?? [])].sort();
    },
    async createLeader(personId, unitId) {
      checkKeys({ partitionKey: personId, rowKey: `unit:${unitId}` });
      return createIn(leaders, personId, unitId);
    },
  };
}

function createIn(all: Map<string, Set<string>>, key: string, value: string): 'created' | 'exists' {
  const values = all.get(key) ?? new Set();
  if (values.has(value)) return 'exists';
  all.set(key, values.add(value));
  return 'created';
}
