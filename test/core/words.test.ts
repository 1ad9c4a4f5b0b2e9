import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { withDeadline } from '../../src/core/deadline.ts';
import { Failure, isFailure } from '../../src/core/failure.ts';
import { isSafeKey, newId } from '../../src/core/ids.ts';
import { readLocale } from '../../src/core/locale.ts';
import { retryOnConflict } from '../../src/core/retry-on-conflict.ts';
import { Secret } from '../../src/core/secret.ts';

describe('the words that all rooms share', () => {
  test('a secret prints as [secret] everywhere', () => {
    const secret = new Secret('hemmelig');
    expect([String(secret), JSON.stringify({ secret }), inspect({ secret }), `${secret}`].join()).not.toContain(
      'hemmelig',
    );
    expect(secret.reveal()).toBe('hemmelig');
  });

  test('a conflict is tried again and the last one is told', async () => {
    let runs = 0;
    const late = await retryOnConflict(async () => {
      runs += 1;
      if (runs < 3) throw new Failure('conflict', 'somebody else was first; read again');
      return runs;
    });
    expect(late).toBe(3);
    await expect(
      retryOnConflict(async () => {
        throw new Failure('conflict', 'always; read again');
      }),
    ).rejects.toSatisfy((error) => isFailure(error, 'conflict'));
  });

  test('anything but a conflict is told at once', async () => {
    let runs = 0;
    const failing = retryOnConflict(async () => {
      runs += 1;
      throw new Failure('unavailable', 'storage is down; try later');
    });
    await expect(failing).rejects.toThrow('storage is down');
    expect(runs).toBe(1);
  });

  test('work that does not come in time is a Failure of kind unavailable', async () => {
    await expect(withDeadline(new Promise(() => {}), 1, 'waiting')).rejects.toSatisfy((error) =>
      isFailure(error, 'unavailable'),
    );
    await expect(withDeadline(Promise.resolve(7), 1000, 'waiting')).resolves.toBe(7);
  });

  test('Sami, Danish and Swedish clients get bokmål; an unknown language is not guessed', () => {
    expect(['nb-NO', 'nn-NO', 'no', 'en-US', 'se-NO', 'da-DK', 'sv'].map(readLocale)).toEqual([
      'nb',
      'nn',
      'nb',
      'en',
      'nb',
      'nb',
      'nb',
    ]);
    expect([readLocale('fr-FR'), readLocale(''), readLocale(undefined)]).toEqual([undefined, undefined, undefined]);
  });

  test('ids are opaque, safe as storage keys and not the same twice', () => {
    const ids = new Set(Array.from({ length: 1000 }, newId));
    expect(ids.size).toBe(1000);
    expect([...ids].every(isSafeKey)).toBe(true);
    expect(['a/b', 'a\\b', 'a#b', 'a?b', '', 'a\nb'].some(isSafeKey)).toBe(false);
  });
});
