import { expect, it } from 'vitest';
import { createViewKits } from '../../src/views/view-kit.ts';

const kitFor = createViewKits({ texts: { nb: new Map(), nn: new Map(), en: new Map() }, zone: 'Europe/Oslo' });

it('a section sign stays on one line with its number, however many signs there are', () => {
  const { pick } = kitFor('nb', new Date('2026-11-23T10:00:00Z'));
  const words = 'Etter straffeloven § 196 og §§ 12-4 til 12-6';
  expect(pick({ nb: words, nn: words, en: words })).toBe('Etter straffeloven §\u00a0196 og §§\u00a012-4 til 12-6');
});
