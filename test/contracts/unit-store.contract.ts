import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import type { Unit, UnitStore } from '../../src/features/people/unit-store.ts';

const bug = { name: 'Failure', kind: 'bug' };
const solbakken = (unitId: string): Unit => ({ unitId, name: "Solbakken skole & SFO's «blåbær»", sector: 'school' });

/** What every UnitStore does. */
export function unitStoreContract(name: string, open: () => Promise<UnitStore>): void {
  describe(`UnitStore: ${name}`, () => {
    let store: UnitStore;
    beforeAll(async () => {
      store = await open();
    });

    it('knows no units, members or leaders at first', async () => {
      const empty = await open();
      expect(await toArray(empty.listUnits())).toEqual([]);
      expect(await toArray(empty.listLeaders())).toEqual([]);
      expect(await toArray(empty.listMembers('nobody'))).toEqual([]);
      expect(await empty.getUnit('nobody')).toBeUndefined();
    });

    it('gives back a unit as it was created', async () => {
      const unit = solbakken(newId());
      expect(await store.createUnit(unit)).toBe('created');
      expect(await store.getUnit(unit.unitId)).toEqual(unit);
    });

    it('leaves a unit as it is when it is created again with the same content', async () => {
      const unit = solbakken(newId());
      await store.createUnit(unit);
      expect(await store.createUnit({ ...unit })).toBe('exists');
      expect(await store.getUnit(unit.unitId)).toEqual(unit);
    });

    it('calls it a conflict when a unit exists with other content', async () => {
      const unit = solbakken(newId());
      await store.createUnit(unit);
      for (const other of [
        { ...unit, name: 'Lia skole' },
        { ...unit, sector: 'ppt' as const },
      ]) {
        await expect(store.createUnit(other)).rejects.toMatchObject({ kind: 'conflict' });
      }
      expect(await store.getUnit(unit.unitId)).toEqual(unit);
    });

    it('makes a unit as it is told to be, and says what that took', async () => {
      const unit = solbakken(newId());
      const under = { ...unit, name: 'Lia skole', parentId: 'oppvekst' };
      expect(await store.keepUnit(unit)).toBe('created');
      expect(await store.keepUnit({ ...unit })).toBe('same');
      expect(await store.keepUnit(under)).toBe('changed');
      expect(await store.keepUnit(under)).toBe('same');
      expect(await store.getUnit(unit.unitId)).toEqual(under);
    });

    it('lists every unit once, and nothing but units', async () => {
      const own = await open();
      const units = ['b', 'a', 'æ'].map(solbakken);
      for (const unit of units) await own.createUnit(unit);
      await own.createMember('a', 'kari');
      await own.createMember('unit', 'unit');
      expect((await toArray(own.listUnits())).map(({ unitId }) => unitId)).toEqual(['a', 'b', 'æ']);
    });

    it('lists the members of one unit in key order', async () => {
      const [unitId, other] = [newId(), newId()];
      await store.createUnit(solbakken(unitId));
      for (const personId of ['ola', 'kari', 'åse', 'Zoe']) await store.createMember(unitId, personId);
      await store.createMember(other, 'per');
      expect(await toArray(store.listMembers(unitId))).toEqual(['Zoe', 'kari', 'ola', 'åse']);
    });

    it('creates a member once, however many try at the same time', async () => {
      const unitId = newId();
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => store.createMember(unitId, 'kari')));
      expect(outcomes.sort()).toEqual(['created', 'exists', 'exists', 'exists', 'exists', 'exists']);
      expect(await toArray(store.listMembers(unitId))).toEqual(['kari']);
    });

    it('creates many members at once, more than a transaction holds, also those who are there', async () => {
      const own = await open();
      const personIds = Array.from({ length: 230 }, (_, index) => String(index).padStart(4, '0'));
      await own.createMember('a', '0150');
      for (const _ of ['once', 'twice']) await own.createMembers('a', [...personIds, '0001']);
      await own.createMembers('b', ['0007']);
      await own.createMembers('b', []);
      expect(await toArray(own.listMembers('a'))).toEqual(personIds);
      expect(await toArray(own.listMembers('b'))).toEqual(['0007']);
    });

    it('lists the members of all units, and nothing but members', async () => {
      const own = await open();
      await own.createUnit(solbakken('a'));
      await own.createMembers('b', ['ola', 'kari']);
      await own.createMember('a', 'kari');
      await own.createLeader('anne', 'a');
      expect(await toArray(own.listAllMembers())).toEqual(['kari', 'kari', 'ola']);
    });

    it('lists more members than fit in a page', { timeout: 60_000 }, async () => {
      const unitId = newId();
      const personIds = Array.from({ length: 1_050 }, (_, index) => String(index).padStart(4, '0'));
      for (let from = 0; from < personIds.length; from += 50) {
        await Promise.all(personIds.slice(from, from + 50).map((personId) => store.createMember(unitId, personId)));
      }
      expect(await toArray(store.listMembers(unitId))).toEqual(personIds);
    });

    it('lists a leader once, however many units there are', async () => {
      const own = await open();
      expect(await own.createLeader('kari', 'unit1')).toBe('created');
      expect(await own.createLeader('kari', 'unit2')).toBe('created');
      expect(await own.createLeader('kari', 'unit2')).toBe('exists');
      expect(await own.createLeader('anne', 'unit2')).toBe('created');
      expect(await toArray(own.listLeaders())).toEqual(['anne', 'kari']);
    });

    it('lists the units that somebody leads, and none of another leader', async () => {
      const own = await open();
      for (const unitId of ['unit2', 'unit1', 'æ']) await own.createLeader('kari', unitId);
      await own.createLeader('anne', 'unit3');
      expect(await toArray(own.listLed('kari'))).toEqual(['unit1', 'unit2', 'æ']);
      expect(await toArray(own.listLed('nobody'))).toEqual([]);
    });

    it('forgets a member and a leader of one unit, also twice', async () => {
      const own = await open();
      for (const unitId of ['unit1', 'unit2']) {
        await own.createMember(unitId, 'kari');
        await own.createLeader('kari', unitId);
      }
      for (const _ of ['once', 'twice']) await own.deleteMember('unit1', 'kari');
      for (const _ of ['once', 'twice']) await own.deleteLeader('kari', 'unit1');
      expect(await toArray(own.listMembers('unit1'))).toEqual([]);
      expect(await toArray(own.listMembers('unit2'))).toEqual(['kari']);
      expect(await toArray(own.listLeaders())).toEqual(['kari']);
      await own.deleteLeader('kari', 'unit2');
      expect(await toArray(own.listLeaders())).toEqual([]);
    });

    it('refuses as a bug an id that cannot be stored', async () => {
      for (const id of ['a/b', 'a?b', 'a\nb']) {
        await expect(store.createUnit(solbakken(id))).rejects.toMatchObject(bug);
        await expect(store.getUnit(id)).rejects.toMatchObject(bug);
        await expect(store.createMember(id, 'kari')).rejects.toMatchObject(bug);
        await expect(store.createMember('unit', id)).rejects.toMatchObject(bug);
        await expect(store.createMembers(id, ['kari'])).rejects.toMatchObject(bug);
        await expect(store.createMembers('unit', ['kari', id])).rejects.toMatchObject(bug);
        await expect(store.createLeader(id, 'unit')).rejects.toMatchObject(bug);
        await expect(toArray(store.listMembers(id))).rejects.toMatchObject(bug);
        await expect(toArray(store.listLed(id))).rejects.toMatchObject(bug);
      }
    });
  });
}
