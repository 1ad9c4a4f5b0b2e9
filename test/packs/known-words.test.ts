import { expect, test } from 'vitest';
import { knownWords } from '../../src/packs/known-words.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { contentFolder } from '../support/content-strings.ts';

test('the staff list may name every module, and every post that answers for something', async () => {
  const { modules, posts } = knownWords((await loadPack(contentFolder)).pack);
  expect(modules).toContain('meldeplikt');
  expect([...posts]).toEqual(
    expect.arrayContaining([
      'bti-koordinator',
      'kommuneoverlege',
      'kommuneadvokat',
      'beredskapskoordinator',
      'politikontakt',
    ]),
  );
});
