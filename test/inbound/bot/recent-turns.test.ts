import { describe, expect, test } from 'vitest';
import { createRecentTurns } from '../../../src/inbound/bot/recent-turns.ts';

describe('turns that come again', () => {
  test('four deliveries at once run once and share the answer', async () => {
    const once = createRecentTurns<number>();
    let runs = 0;
    const answers = await Promise.all([1, 2, 3, 4].map(() => once('a', async () => (runs += 1))));
    expect(runs).toBe(1);
    expect(answers.map(({ value }) => value)).toEqual([1, 1, 1, 1]);
    expect(answers.filter(({ isRepeat }) => isRepeat)).toHaveLength(3);
  });

  test('a turn that failed may be tried again', async () => {
    const once = createRecentTurns<number>();
    await expect(once('a', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(once('a', async () => 5)).resolves.toEqual({ value: 5, isRepeat: false });
  });

  test('memory stays bounded', async () => {
    const once = createRecentTurns<number>(2);
    for (const key of ['a', 'b', 'c']) await once(key, async () => 1);
    expect((await once('a', async () => 2)).isRepeat).toBe(false);
  });
});
