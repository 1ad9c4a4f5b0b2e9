import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { Failure } from '../../src/core/failure.ts';
import { newId } from '../../src/core/ids.ts';
import { createRow, deleteRow, type PersonRow, replaceRow, toArray } from '../../src/features/people/person-store.ts';
import type { Due } from '../../src/features/reminders/due-store.ts';
import type { TableStores } from '../../src/outbound/azure-tables/open-tables.ts';
import { connectionTo, newPrefix, openTestTables } from '../support/azurite.ts';
import { type Fault, type FaultProxy, portIn, startFaultProxy, throughProxy } from '../support/fault-proxy.ts';

type Note = { noteId: string; words: string };
const noteRow: PersonRow<Note> = {
  kind: 'note',
  schema: z.object({ noteId: z.string(), words: z.string() }),
  keyOf: ({ noteId }) => noteId,
};
const note = (noteId: string, words = 'hei'): Note => ({ noteId, words });
const due: Due = {
  dueOn: '2026-12-04',
  dueTime: '09:00',
  personId: 'kari',
  moduleId: 'meldeplikt',
  cycle: 1,
  stepId: 's',
};

let proxy: FaultProxy;
let stores: TableStores;
/** The same tables, with nothing in between. */
let direct: TableStores;
let personId: string;

beforeEach(async () => {
  personId = newId();
  const prefix = newPrefix();
  direct = await openTestTables({ prefix });
  proxy = await startFaultProxy(portIn(inject('azurite'), 'Table'));
  const connection = connectionTo(throughProxy(inject('azurite'), { tables: proxy }));
  stores = await openTestTables({ prefix, connection, requestTimeoutMs: 1_000 });
});
afterEach(() => proxy.stop());

const isWrite = ({ method }: { method: string }) => method !== 'GET';
const loseNextWrite = (fault: Fault = 'drop-response') => proxy.next(fault, { matching: isWrite });
const wordsOf = async (noteId: string) => (await direct.people.get(personId, noteRow, noteId))?.value.words;
const etagOf = async (noteId: string) => (await direct.people.get(personId, noteRow, noteId))?.etag ?? 'no row';
const noteIds = async () => (await toArray(direct.people.list(personId, noteRow))).map(({ value }) => value.noteId);
/** The requests that a fault met, to prove that it did happen. */
const faults = () => proxy.seen.filter(({ fault }) => fault !== 'pass').length;

describe('a write that was done but its answer lost is known again as our own', () => {
  const lost: Fault[] = ['drop-response', 'cut-response', 'hang-response'];

  it.each(lost)('creating a row (%s)', async (fault) => {
    loseNextWrite(fault);
    await stores.people.commit({ personId, writes: [createRow(noteRow, note('a'))] });
    expect([await wordsOf('a'), faults()]).toEqual(['hei', 1]);
  });

  it.each(lost)('replacing a row (%s)', async (fault) => {
    await direct.people.commit({ personId, writes: [createRow(noteRow, note('a'))] });
    loseNextWrite(fault);
    await stores.people.commit({ personId, writes: [replaceRow(noteRow, note('a', 'new'), await etagOf('a'))] });
    expect([await wordsOf('a'), faults()]).toEqual(['new', 1]);
  });

  it('creating, replacing and deleting at once, deletes first, some absent', async () => {
    await direct.people.commit({
      personId,
      writes: [createRow(noteRow, note('a')), createRow(noteRow, note('b'))],
    });
    proxy.next('drop-response', { times: 2, matching: isWrite });
    await stores.people.commit({
      personId,
      writes: [
        deleteRow(noteRow, 'absent'),
        deleteRow(noteRow, 'b'),
        replaceRow(noteRow, note('a', 'new'), await etagOf('a')),
        createRow(noteRow, note('c')),
      ],
    });
    expect([await noteIds(), await wordsOf('a'), faults()]).toEqual([['a', 'c'], 'new', 2]);
  });

  it('deleting only', async () => {
    await direct.people.commit({ personId, writes: [createRow(noteRow, note('a')), createRow(noteRow, note('b'))] });
    loseNextWrite();
    await stores.people.commit({ personId, writes: [deleteRow(noteRow, 'a'), deleteRow(noteRow, 'b')] });
    expect([await noteIds(), faults()]).toEqual([[], 1]);
  });

  it('creating a person key', async () => {
    loseNextWrite();
    await stores.personKeys.create('aad:1', personId);
    expect([await direct.personKeys.get('aad:1'), faults()]).toEqual([personId, 1]);
  });

  it('creating a unit, a member and a leader: each says created', async () => {
    loseNextWrite();
    expect(await stores.units.createUnit({ unitId: 'u', name: 'Lia', sector: 'school' })).toBe('created');
    loseNextWrite();
    expect(await stores.units.createMember('u', 'kari')).toBe('created');
    loseNextWrite();
    expect(await stores.units.createLeader('kari', 'u')).toBe('created');
    expect(faults()).toBe(3);
  });

  it('creating, marking and deleting a due row', async () => {
    loseNextWrite();
    await stores.dues.create(due);
    const [row] = await toArray(stores.dues.list(due.dueOn, due.dueOn));
    if (!row) throw new Error('there is no row');
    loseNextWrite();
    await stores.dues.markQueued(row, new Date('2026-12-04T08:00:00Z'));
    loseNextWrite();
    await stores.dues.delete(due);
    expect([await toArray(direct.dues.list(due.dueOn, due.dueOn)), faults()]).toEqual([[], 3]);
  });

  it('taking the first and a later minute: each is mine, and nobody else’s', async () => {
    loseNextWrite();
    expect(await stores.ticks.takeMinute('job', '2026-11-23T10:00')).toEqual({ outcome: 'mine' });
    loseNextWrite();
    const later = await stores.ticks.takeMinute('job', '2026-11-23T10:01');
    expect(later).toEqual({ outcome: 'mine', previous: '2026-11-23T10:00' });
    expect(await direct.ticks.takeMinute('job', '2026-11-23T10:01')).toEqual({ outcome: 'taken' });
    expect(faults()).toBe(2);
  });

  it('leasing slots: they are counted once', async () => {
    loseNextWrite();
    expect(await stores.slots.lease(1_795_000_000, 10, 40)).toBe(10);
    loseNextWrite();
    expect(await stores.slots.lease(1_795_000_000, 10, 40)).toBe(10);
    expect(await direct.slots.lease(1_795_000_000, 40, 40)).toBe(20);
    expect(faults()).toBe(2);
  });
});

describe('a real conflict is not taken for our own write', () => {
  it.each<Fault>(['reset', 'answer-503', 'pass'])('when the row was somebody else’s (first try: %s)', async (fault) => {
    await direct.people.commit({ personId, writes: [createRow(noteRow, note('a', 'theirs'))] });
    const stale = await etagOf('a');
    await direct.people.commit({ personId, writes: [replaceRow(noteRow, note('a', 'theirs too'), stale)] });
    const conflict = { kind: 'conflict' };
    loseNextWrite(fault);
    const create = stores.people.commit({ personId, writes: [createRow(noteRow, note('a', 'ours'))] });
    await expect(create).rejects.toMatchObject(conflict);
    loseNextWrite(fault);
    const replace = stores.people.commit({ personId, writes: [replaceRow(noteRow, note('a', 'ours'), stale)] });
    await expect(replace).rejects.toMatchObject(conflict);
    await direct.personKeys.create('aad:1', 'theirs');
    loseNextWrite(fault);
    await expect(stores.personKeys.create('aad:1', 'ours')).rejects.toMatchObject(conflict);
    expect(await wordsOf('a')).toBe('theirs too');
  });
});

describe('storage that is slow, busy or away', () => {
  const read = () => stores.people.get(personId, noteRow, 'a');
  const write = () => stores.people.commit({ personId, writes: [createRow(noteRow, note(newId(), 'hemmelig'))] });

  beforeEach(async () => {
    await direct.people.commit({ personId, writes: [createRow(noteRow, note('a'))] });
  });

  it.each<Fault>(['drop-response', 'cut-response', 'reset', 'answer-503', 'hang', 'hang-response'])(
    'a read survives one %s without a long silence',
    async (fault) => {
      proxy.next(fault);
      expect((await read())?.value.words).toBe('hei');
      expect(faults()).toBe(1);
    },
  );

  it.each<Fault>(['drop-response', 'cut-response', 'reset', 'answer-503'])('a list survives one %s', async (fault) => {
    proxy.next(fault);
    expect(await toArray(stores.people.list(personId, noteRow))).toHaveLength(1);
    expect(faults()).toBe(1);
  });

  it.each<[Fault, string]>([
    ['answer-503', 'throttled'],
    ['reset', 'unavailable'],
    ['hang', 'unavailable'],
  ])('a read that meets nothing but %s fails as %s after three tries, without a long silence', async (fault, kind) => {
    proxy.always(fault);
    await expect(read()).rejects.toMatchObject({ name: 'Failure', kind });
    expect(faults()).toBe(3);
  });

  it.each<[Fault, string]>([
    ['answer-503', 'throttled'],
    ['reset', 'unavailable'],
  ])('a write that meets nothing but %s fails as %s, and does not tell what was to be written', async (fault, kind) => {
    proxy.always(fault);
    const message = expect.not.stringContaining('hemmelig');
    await expect(write()).rejects.toMatchObject({ name: 'Failure', kind, message });
    await expect(stores.check()).rejects.toMatchObject({ kind });
    expect(faults()).toBe(6);
  });

  it('fails as unavailable while connections are refused, and works again afterwards', async () => {
    await proxy.refuse();
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(write()).rejects.toMatchObject({ kind: 'unavailable' });
    await proxy.accept();
    expect((await read())?.value.words).toBe('hei');
    await write();
    await stores.check();
  });

  it('passes on no SDK error, which would carry what was to be written', async () => {
    proxy.always('reset');
    const failure: unknown = await write().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).not.toHaveProperty('cause');
  });
});

describe('keys that cannot be stored', () => {
  it('are refused before any request', async () => {
    const before = proxy.seen.length;
    const bug = { kind: 'bug' };
    await expect(stores.people.get('a/b', noteRow, 'a')).rejects.toMatchObject(bug);
    await expect(toArray(stores.people.list('a/b', noteRow))).rejects.toMatchObject(bug);
    await expect(
      stores.people.commit({ personId, writes: [createRow(noteRow, note('a')), createRow(noteRow, note('a?'))] }),
    ).rejects.toMatchObject(bug);
    await expect(stores.personKeys.get('aad:#')).rejects.toMatchObject(bug);
    await expect(stores.units.createMember('u', 'a\\b')).rejects.toMatchObject(bug);
    await expect(stores.dues.create({ ...due, stepId: 'a/b' })).rejects.toMatchObject(bug);
    await expect(stores.ticks.takeMinute('a/b', '2026-11-23T10:00')).rejects.toMatchObject(bug);
    expect(proxy.seen).toHaveLength(before);
  });
});

describe('a table that is missing', () => {
  it('is storage that is away, not an absent row', async () => {
    const prefix = newPrefix();
    const open = await openTestTables({ prefix });
    const { TableClient } = await import('@azure/data-tables');
    const client = TableClient.fromConnectionString(inject('azurite'), `${prefix}People`, {
      allowInsecureConnection: true,
    });
    await client.deleteTable();
    await expect(open.people.get(personId, noteRow, 'a')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(open.people.commit({ personId, writes: [deleteRow(noteRow, 'a')] })).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });
});
