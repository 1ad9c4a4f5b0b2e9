import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { recordAttendance } from '../../../src/features/groups/record-attendance.ts';
import { createRow, toArray } from '../../../src/features/people/person-store.ts';
import { placedAt } from '../../../src/features/progress/keep-place.ts';
import { doneRow, progressKey, progressRow } from '../../../src/features/progress/progress-rows.ts';
import { withdrawCompletion } from '../../../src/features/use-cases/withdraw-completion.ts';
import { memoryDueStore } from '../../support/memory-due-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { Crash, mortalPorts } from '../../support/mortal-ports.ts';
import { addPerson, aLeader, aPerson } from '../../support/person-builder.ts';
import { aSession, createGroupWorld, type GroupWorld, monday, sessionId } from './group-world.ts';

const pointer = { sessionId };
const names = ['anne', 'bjarte', 'cecilie'];
const ended = aSession({ state: 'closing', endedAt: monday });
const { chat: _, ...ticked } = ended;

const proofsOf = async (world: GroupWorld, personId: string) =>
  (await toArray(world.stores.people.list(personId, doneRow))).map(({ value }) => value);

/** Three people whom the leader has ticked; their session waits to be recorded. */
async function tickedWorld(): Promise<GroupWorld> {
  const world = createGroupWorld();
  await world.begins(ticked, names, 'rektor');
  return world;
}

describe('attendance', () => {
  it('is not recorded while somebody’s press may still be on its way', async () => {
    const world = createGroupWorld();
    await world.begins(ended, names);
    expect(await recordAttendance(world.needs, pointer)).toEqual({ outcome: 'later', delayMs: 15_000 });
    await world.stores.groups.createAttendee(sessionId, { personId: 'sein', at: monday });
    world.passes(15);
    expect(await recordAttendance(world.needs, pointer)).toEqual({ outcome: 'recorded' });
    for (const personId of [...names, 'sein']) expect(await proofsOf(world, personId)).toHaveLength(1);
  });

  it('of a meeting that goes on, or is not there, is not recorded', async () => {
    const world = createGroupWorld();
    expect(await recordAttendance(world.needs, pointer)).toEqual({ outcome: 'gone' });
    await world.begins(aSession(), names);
    expect(await recordAttendance(world.needs, pointer)).toEqual({ outcome: 'not-ended' });
    expect(await proofsOf(world, 'anne')).toEqual([]);
  });

  it.each(['before', 'after'] as const)(
    'is whole and single when the job dies at any step, just %s it had its effect, and comes back',
    async (when) => {
      const portsOf = ({ needs: { groups, people, audit, queue } }: GroupWorld) => ({ groups, people, audit, queue });
      const calm = await tickedWorld();
      const counted = mortalPorts(portsOf(calm), Number.POSITIVE_INFINITY, 'before');
      await recordAttendance({ ...calm.needs, ...counted.ports }, pointer);
      expect(counted.calls()).toBeGreaterThan(15);
      for (let diesAt = 1; diesAt <= counted.calls(); diesAt += 1) {
        const world = await tickedWorld();
        const dying = mortalPorts(portsOf(world), diesAt, when).ports;
        await recordAttendance({ ...world.needs, ...dying }, pointer).catch(onlyCrash);
        await recordAttendance(world.needs, pointer);
        await recordAttendance(world.needs, pointer);
        const label = `dies ${when} call ${diesAt}`;
        const proof = { completedAt: monday, form: 'group', tickedBy: 'rektor' };
        for (const personId of names) expect(await proofsOf(world, personId), label).toMatchObject([proof]);
        expect(await toArray(world.stores.audit.list('202611', 'rektor')), label).toHaveLength(names.length);
        expect((await world.stores.groups.getSession(sessionId))?.value.state, label).toBe('closed');
        expect(await toArray(world.stores.groups.listHints()), label).toEqual([]);
      }
    },
  );

  it('is recorded once by five workers at once', async () => {
    const world = await tickedWorld();
    await Promise.all(Array.from({ length: 5 }, () => recordAttendance(world.needs, pointer)));
    for (const personId of names) expect(await proofsOf(world, personId)).toHaveLength(1);
    expect(world.events.filter(({ event }) => event === 'module-completed')).toHaveLength(names.length);
  });

  it('that somebody has disputed is not recorded again by a job that comes back', async () => {
    const world = await tickedWorld();
    await recordAttendance(world.needs, pointer);
    const needs = { people: world.stores.people, due: memoryDueStore(), zone: 'Europe/Oslo' };
    expect(await withdrawCompletion(needs, 'anne', 'meldeplikt', monday)).toEqual({ outcome: 'withdrawn' });
    expect(await withdrawCompletion(needs, 'anne', 'meldeplikt', monday)).toEqual({ outcome: 'nothing-to-withdraw' });
    // As a job finds it that was half way when the first one ended.
    const stored = await world.stores.groups.getSession(sessionId);
    await world.stores.groups.replaceSession(ticked, stored?.etag ?? '');
    await recordAttendance(world.needs, pointer);
    const progress = await world.stores.people.get('anne', progressRow, progressKey('meldeplikt', 1));
    expect(progress?.value).toMatchObject({ state: 'started', withdrawnAt: monday, position: 0 });
  });

  it.each([
    { was: 'on the first card', position: 0, at: 0 },
    { was: 'on a card', position: 1, at: 1 },
    { was: 'at a question, with answers that are gone', position: 4, at: 2 },
  ])('that somebody has disputed who was $was leaves them there, or on the last card', async ({ position, at }) => {
    const module = aModule('meldeplikt');
    const world = await tickedWorld();
    const { people } = world.stores;
    const begun = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, startedAt: monday };
    const row = placedAt(module, { ...begun, state: 'started', position: 0, answers: { q1: ['a'] } }, position);
    await people.commit({ personId: 'anne', writes: [createRow(progressRow, row)] });
    await recordAttendance(world.needs, pointer);
    await withdrawCompletion({ people, due: memoryDueStore(), zone: 'Europe/Oslo' }, 'anne', 'meldeplikt', monday);
    const left = (await people.get('anne', progressRow, progressKey('meldeplikt', 1)))?.value;
    expect(left).toMatchObject({ state: 'started', position: at, answers: {}, withdrawnAt: monday });
  });

  it('of the others is recorded when one person’s rows cannot be read, and that is told', async () => {
    const world = await tickedWorld();
    const { people } = world.stores;
    const broken: typeof people = {
      ...people,
      get: (personId, row, key) =>
        personId === 'anne'
          ? Promise.reject(new Failure('bug', 'a row does not parse'))
          : people.get(personId, row, key),
    };
    expect(await recordAttendance({ ...world.needs, people: broken }, pointer)).toEqual({ outcome: 'recorded' });
    expect(await proofsOf(world, 'cecilie')).toHaveLength(1);
    expect(world.events).toContainEqual({ event: 'background-failed', at: 'attendance', kind: 'bug' });
  });

  it('of the others is recorded when the row of one who was there cannot be read, and that is told', async () => {
    const world = createGroupWorld();
    await world.begins(ticked, names);
    await world.stores.groups.createAttendee(sessionId, { personId: 'arne', at: monday, tickedBy: '' });
    expect(await recordAttendance(world.needs, pointer)).toEqual({ outcome: 'recorded' });
    for (const personId of names) expect(await proofsOf(world, personId)).toHaveLength(1);
    expect(await proofsOf(world, 'arne')).toEqual([]);
    expect(world.events).toContainEqual({ event: 'background-failed', at: 'attendance', kind: 'bug' });
  });

  it.each([
    ['a role', { roles: ['leader' as const] }],
    ['a profile', { roles: [], profiles: ['rektor'] }],
  ])('is not recorded for whom the module is not made, by %s, and is for the others', async (_, audience) => {
    const world = createGroupWorld();
    const module = aModule('meldeplikt', { audience: { sectors: [], ...audience } });
    const rules = { ...world.needs.rules, catalogue: aCatalogue([module]) };
    const stores = { people: world.stores.people, units: memoryUnitStore() };
    await addPerson(stores, aPerson('anne', { profiles: ['assistent'] }));
    await addPerson(stores, aLeader('bjarte', [], { profiles: ['rektor'] }));
    await world.begins(ticked, names, 'rektor');
    expect(await recordAttendance({ ...world.needs, rules }, pointer)).toEqual({ outcome: 'recorded' });
    expect(await proofsOf(world, 'anne')).toEqual([]);
    expect(await proofsOf(world, 'bjarte')).toHaveLength(1);
    const told = await toArray(world.stores.audit.list('202611', 'rektor'));
    expect(told.map(({ subjectId }) => subjectId)).not.toContain('anne');
  });

  it('waits for storage that is away', async () => {
    const world = await tickedWorld();
    const away = () => Promise.reject(new Failure('unavailable', 'storage is away'));
    const people = { ...world.stores.people, commit: away };
    const failing = recordAttendance({ ...world.needs, people }, pointer);
    await expect(failing).rejects.toMatchObject({ kind: 'unavailable' });
    expect((await world.stores.groups.getSession(sessionId))?.value.state).toBe('closing');
    expect(await recordAttendance(world.needs, pointer)).toEqual({ outcome: 'recorded' });
  });
});

/** The last call of all may be a list, which nobody dies of after its end. */
function onlyCrash(error: unknown): void {
  if (!(error instanceof Crash)) throw error;
}
