import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../../src/core/ids.ts';
import {
  createRow,
  deleteRow,
  type PersonRow,
  type PersonStore,
  type PersonWrite,
  replaceRow,
  toArray,
} from '../../src/features/people/person-store.ts';

type Note = { noteId: string; words: string; at: Date };

const noteRow: PersonRow<Note> = {
  kind: 'note',
  schema: z.object({ noteId: z.string(), words: z.string(), at: z.coerce.date() }),
  keyOf: ({ noteId }) => noteId,
};
/** Sorts between `note` and `note:…`. */
const noteOffRow: PersonRow<Note> = { ...noteRow, kind: 'note-off' };
const onlyRow: PersonRow<Note> = { ...noteRow, kind: 'only', keyOf: () => '' };
const numberRow: PersonRow<{ noteId: string; words: number }> = {
  kind: 'note',
  schema: z.object({ noteId: z.string(), words: z.number() }),
  keyOf: ({ noteId }) => noteId,
};

const at = new Date('2026-11-23T09:30:00.123Z');
const note = (noteId: string, words = 'hei'): Note => ({ noteId, words, at });
const conflict = { name: 'Failure', kind: 'conflict' };
const bug = { name: 'Failure', kind: 'bug' };

/** What every PersonStore does. */
export function personStoreContract(name: string, open: () => Promise<PersonStore>): void {
  describe(`PersonStore: ${name}`, () => {
    let store: PersonStore;
    beforeAll(async () => {
      store = await open();
    });

    const put = (personId: string, ...writes: PersonWrite[]) => store.commit({ personId, writes });
    const listed = async (personId: string, row: PersonRow<Note> = noteRow) =>
      (await toArray(store.list(personId, row))).map(({ value }) => value.noteId);
    const wordsOf = async (personId: string, noteId: string) =>
      (await store.get(personId, noteRow, noteId))?.value.words;
    const etagOf = async (personId: string, noteId: string) =>
      (await store.get(personId, noteRow, noteId))?.etag ?? 'no row';

    describe('reading', () => {
      it('answers undefined for a person and a row that nobody created', async () => {
        const personId = newId();
        expect(await store.get(personId, noteRow, 'a')).toBeUndefined();
        await put(personId, createRow(noteRow, note('a')));
        expect(await store.get(personId, noteRow, 'b')).toBeUndefined();
        expect(await listed(newId())).toEqual([]);
      });

      it('gives back what was written, dates and all', async () => {
        const personId = newId();
        const value = note('a', 'blåbær «og» {"json"} \u{1f44b} \' " \\ \n');
        await put(personId, createRow(noteRow, value));
        expect((await store.get(personId, noteRow, 'a'))?.value).toEqual(value);
      });

      it('keeps a row without a key beside rows with keys', async () => {
        const personId = newId();
        await put(personId, createRow(onlyRow, note('only')), createRow(noteRow, note('a')));
        expect((await store.get(personId, onlyRow))?.value.noteId).toBe('only');
        expect(await listed(personId, onlyRow)).toEqual(['only']);
        expect(await listed(personId)).toEqual(['a']);
      });

      it('lists one kind of one person only, in key order', async () => {
        const [personId, other] = [newId(), newId()];
        await put(other, createRow(noteRow, note('x')));
        await put(
          personId,
          ...['b', 'B', 'a:2', 'a', 'å', 'æ', '10', '9'].map((id) => createRow(noteRow, note(id))),
          createRow(noteOffRow, note('off')),
          createRow(onlyRow, note('only')),
        );
        expect(await listed(personId)).toEqual(['10', '9', 'B', 'a', 'a:2', 'b', 'å', 'æ']);
        expect(await listed(personId, noteOffRow)).toEqual(['off']);
      });

      it('lists more rows than fit in a page', { timeout: 60_000 }, async () => {
        const personId = newId();
        const ids = Array.from({ length: 1_100 }, (_, index) => String(index).padStart(4, '0'));
        for (let from = 0; from < ids.length; from += 100) {
          await put(personId, ...ids.slice(from, from + 100).map((id) => createRow(noteRow, note(id))));
        }
        expect(await listed(personId)).toEqual(ids);
      });

      it('finds rows whose keys hold Norwegian letters, spaces, apostrophes and percent signs', async () => {
        const personId = newId();
        const ids = ['blåbærsyltetøy', "Ola's", "''", 'a b', '50%25', 'a+b&c=d', 'a"b', '(x)', ',;', '\u{1f44b}'];
        await put(personId, ...ids.map((id) => createRow(noteRow, note(id))));
        expect((await listed(personId)).sort()).toEqual([...ids].sort());
        for (const id of ids) {
          const found = await store.get(personId, noteRow, id);
          expect(found?.value.noteId).toBe(id);
          await put(personId, replaceRow(noteRow, note(id, 'igjen'), found?.etag ?? 'no row'));
          expect(await wordsOf(personId, id)).toBe('igjen');
          await put(personId, deleteRow(noteRow, id));
        }
        expect(await listed(personId)).toEqual([]);
      });

      it('calls a row that does not parse a bug, and names the row but not what it holds', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('broken', 'hemmelig')));
        const message = expect.not.stringContaining('hemmelig');
        await expect(store.get(personId, numberRow, 'broken')).rejects.toMatchObject({ ...bug, message });
        await expect(store.get(personId, numberRow, 'broken')).rejects.toThrow('note:broken');
        await expect(toArray(store.list(personId, numberRow))).rejects.toMatchObject({ ...bug, message });
      });
    });

    describe('writing', () => {
      it('lets one of two creates of the same row win', async () => {
        const personId = newId();
        const outcomes = await Promise.allSettled([
          put(personId, createRow(noteRow, note('a', 'first'))),
          put(personId, createRow(noteRow, note('a', 'second'))),
        ]);
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: conflict });
        const winner = outcomes[0]?.status === 'fulfilled' ? 'first' : 'second';
        expect(await wordsOf(personId, 'a')).toBe(winner);
      });

      it('lets one of many replaces with the same etag win', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('a')));
        const etag = await etagOf(personId, 'a');
        const words = Array.from({ length: 8 }, (_, index) => `words ${index}`);
        const outcomes = await Promise.allSettled(
          words.map((each) => put(personId, replaceRow(noteRow, note('a', each), etag))),
        );
        const winners = words.filter((_, index) => outcomes[index]?.status === 'fulfilled');
        expect(winners).toEqual([await wordsOf(personId, 'a')]);
      });

      it('refuses a stale etag and writes nothing', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('a')));
        const stale = await etagOf(personId, 'a');
        await put(personId, replaceRow(noteRow, note('a', 'newer'), stale));
        await expect(put(personId, replaceRow(noteRow, note('a', 'lost'), stale))).rejects.toMatchObject(conflict);
        expect(await wordsOf(personId, 'a')).toBe('newer');
      });

      it('changes the etag with every write, of that row only', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('a')), createRow(noteRow, note('b')));
        const [a, b] = [await etagOf(personId, 'a'), await etagOf(personId, 'b')];
        await put(personId, replaceRow(noteRow, note('a'), a));
        expect(await etagOf(personId, 'a')).not.toBe(a);
        expect(await etagOf(personId, 'b')).toBe(b);
        await put(personId, replaceRow(noteRow, note('b'), b));
      });

      it('gives a list the etags that a replace needs', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('a')));
        const [first] = await toArray(store.list(personId, noteRow));
        await put(personId, replaceRow(noteRow, note('a', 'new'), first?.etag ?? 'no row'));
        expect(await wordsOf(personId, 'a')).toBe('new');
      });

      it('calls it a conflict to replace a row that is gone', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('a')));
        const etag = await etagOf(personId, 'a');
        await put(personId, deleteRow(noteRow, 'a'));
        await expect(put(personId, replaceRow(noteRow, note('a'), etag))).rejects.toMatchObject(conflict);
        expect(await listed(personId)).toEqual([]);
      });

      it('refuses an etag from before the row was deleted and created again', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('a', 'old')));
        const old = await etagOf(personId, 'a');
        await put(personId, deleteRow(noteRow, 'a'));
        await put(personId, createRow(noteRow, note('a', 'new')));
        await expect(put(personId, replaceRow(noteRow, note('a', 'lost'), old))).rejects.toMatchObject(conflict);
        expect(await wordsOf(personId, 'a')).toBe('new');
      });

      it('writes all or none when a created row exists', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('a')), createRow(noteRow, note('b')));
        const etag = await etagOf(personId, 'a');
        const writes = [
          replaceRow(noteRow, note('a', 'changed'), etag),
          createRow(noteRow, note('c')),
          createRow(noteRow, note('b')),
        ];
        await expect(put(personId, ...writes)).rejects.toMatchObject(conflict);
        expect([await listed(personId), await wordsOf(personId, 'a')]).toEqual([['a', 'b'], 'hei']);
      });

      it('writes all or none when an etag is stale', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('a')), createRow(noteRow, note('b')));
        const stale = await etagOf(personId, 'a');
        await put(personId, replaceRow(noteRow, note('a', 'newer'), stale));
        const writes = [
          createRow(noteRow, note('c')),
          deleteRow(noteRow, 'b'),
          replaceRow(noteRow, note('a', 'lost'), stale),
        ];
        await expect(put(personId, ...writes)).rejects.toMatchObject(conflict);
        expect([await listed(personId), await wordsOf(personId, 'a')]).toEqual([['a', 'b'], 'newer']);
      });

      it('writes a hundred rows of several kinds at once, and nothing when there is nothing to write', async () => {
        const personId = newId();
        const ids = Array.from({ length: 99 }, (_, index) => `n${index}`);
        await put(personId, createRow(onlyRow, note('only')), ...ids.map((id) => createRow(noteRow, note(id))));
        expect(await listed(personId)).toHaveLength(99);
        await put(personId);
        expect(await listed(personId)).toHaveLength(99);
      });
    });

    describe('deleting', () => {
      it('is fine when the row is absent', async () => {
        const personId = newId();
        await put(personId, deleteRow(noteRow, 'a'));
        await put(personId, deleteRow(noteRow, 'a'), deleteRow(noteRow, 'b'));
        expect(await listed(personId)).toEqual([]);
      });

      it('does the other writes of the change when some rows to delete are absent', async () => {
        const personId = newId();
        await put(
          personId,
          createRow(noteRow, note('a')),
          createRow(noteRow, note('b')),
          createRow(noteRow, note('c')),
        );
        const etag = await etagOf(personId, 'a');
        await put(
          personId,
          deleteRow(noteRow, 'absent'),
          replaceRow(noteRow, note('a', 'changed'), etag),
          deleteRow(noteRow, 'b'),
          deleteRow(noteRow, 'absent too'),
          createRow(noteRow, note('d')),
        );
        expect([await listed(personId), await wordsOf(personId, 'a')]).toEqual([['a', 'c', 'd'], 'changed']);
      });

      it('writes nothing when a row to delete is absent and an etag is stale', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('a')), createRow(noteRow, note('b')));
        const stale = await etagOf(personId, 'a');
        await put(personId, replaceRow(noteRow, note('a', 'newer'), stale));
        const writes = [
          deleteRow(noteRow, 'absent'),
          deleteRow(noteRow, 'b'),
          replaceRow(noteRow, note('a', 'lost'), stale),
        ];
        await expect(put(personId, ...writes)).rejects.toMatchObject(conflict);
        expect([await listed(personId), await wordsOf(personId, 'a')]).toEqual([['a', 'b'], 'newer']);
      });

      it('allows the row to be created again', async () => {
        const personId = newId();
        await put(personId, createRow(noteRow, note('a', 'old')));
        await put(personId, deleteRow(noteRow, 'a'));
        await put(personId, createRow(noteRow, note('a', 'new')));
        expect(await wordsOf(personId, 'a')).toBe('new');
      });
    });

    describe('what cannot be stored', () => {
      const unsafe = ['a/b', 'a\\b', 'a#b', 'a?b', 'a\tb', 'a\u0085b', 'x'.repeat(201)];

      it.each(unsafe)('a key such as %j is refused as a bug', async (id) => {
        const personId = newId();
        await expect(put(personId, createRow(noteRow, note(id)))).rejects.toMatchObject(bug);
        await expect(put(personId, deleteRow(noteRow, id))).rejects.toMatchObject(bug);
        await expect(store.get(personId, noteRow, id)).rejects.toMatchObject(bug);
      });

      it.each([...unsafe, ''])('a personId such as %j is refused as a bug', async (personId) => {
        await expect(put(personId, createRow(noteRow, note('a')))).rejects.toMatchObject(bug);
        await expect(store.get(personId, noteRow, 'a')).rejects.toMatchObject(bug);
        await expect(listed(personId)).rejects.toMatchObject(bug);
      });

      it('a value of more than 64 KiB is refused as a bug, and one just below is kept', async () => {
        const personId = newId();
        const overhead = JSON.stringify(note('a', '')).length;
        const largest = note('a', 'æ'.repeat(32_768 - overhead));
        await expect(
          put(personId, createRow(noteRow, { ...largest, words: `${largest.words}x` })),
        ).rejects.toMatchObject(bug);
        await put(personId, createRow(noteRow, largest));
        expect(await wordsOf(personId, 'a')).toBe(largest.words);
      });

      it('more than a hundred writes, or two of one row, are refused as a bug and nothing is written', async () => {
        const personId = newId();
        const many = Array.from({ length: 101 }, (_, index) => createRow(noteRow, note(String(index))));
        await expect(put(personId, ...many)).rejects.toMatchObject(bug);
        const twice = [createRow(noteRow, note('a')), deleteRow(noteRow, 'a')];
        await expect(put(personId, ...twice)).rejects.toMatchObject(bug);
        expect(await listed(personId)).toEqual([]);
      });
    });
  });
}
