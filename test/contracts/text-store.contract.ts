import { beforeEach, describe, expect, it } from 'vitest';
import type { TextEdit } from '../../src/features/content/text-edit.ts';
import type { TextStore } from '../../src/features/content/text-store.ts';

const edit = (text: string, path = 'cards.a.text'): TextEdit => ({ path, locale: 'nb', text });

/** What every TextStore does. `open` gives a new empty store. */
export function textStoreContract(name: string, open: () => Promise<TextStore>): void {
  describe(`TextStore: ${name}`, () => {
    let store: TextStore;
    beforeEach(async () => {
      store = await open();
    });

    it('gives back what was put in, and nothing for other ids', async () => {
      await store.create('one', [edit('Først.'), edit('Så.', 'title')]);
      expect(await store.get('one')).toEqual([edit('Først.'), edit('Så.', 'title')]);
      expect(await store.get('on')).toBeUndefined();
      expect(await store.get('one2')).toBeUndefined();
    });

    it('holds all the words of a long module, with characters of two halves at every cut', async () => {
      const long = Array.from({ length: 60 }, (_, index) => edit('🙂'.repeat(400 + index), `cards.c${index}.text`));
      await store.create('long', long);
      expect(await store.get('long')).toEqual(long);
    });

    it('is never written over', async () => {
      await store.create('one', [edit('Først.')]);
      await expect(store.create('one', [edit('Nei.')])).rejects.toMatchObject({ kind: 'conflict' });
      expect(await store.get('one')).toEqual([edit('Først.')]);
    });

    it('deletes all of them and no others, and is fine when they are gone', async () => {
      await store.create('one', [edit('a'.repeat(100_000))]);
      await store.create('one2', [edit('Så.')]);
      await store.delete('one');
      await store.delete('one');
      expect(await store.get('one')).toBeUndefined();
      expect(await store.get('one2')).toEqual([edit('Så.')]);
    });

    it('refuses more than storage holds at once, and keeps nothing of it', async () => {
      await expect(store.create('huge', [edit('a'.repeat(400_001))])).rejects.toMatchObject({ kind: 'invalid' });
      expect(await store.get('huge')).toBeUndefined();
    });
  });
}
