import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PersonRow } from '../../src/features/people/person-store.ts';
import type { WorkPointer } from '../../src/features/reminders/work-queue.ts';
import { parkedTextOf } from '../../src/outbound/azure-queue/parked-message.ts';
import { dueKeys } from '../../src/outbound/azure-tables/due-table.ts';
import {
  decodePersonRow,
  encodePersonRow,
  personRowKey,
  personRowRange,
} from '../../src/outbound/azure-tables/person-row-format.ts';

const row: PersonRow<unknown> = { kind: 'note', schema: z.unknown(), keyOf: () => '' };
const kinds = fc.stringMatching(/^[a-z][a-z-]{0,8}$/);
const keys = fc.stringMatching(/^[a-zæøå0-9:;.,!-]{0,12}$/);

describe('a person row', () => {
  it('gives back any JSON value', () => {
    const same = fc.property(fc.jsonValue(), (value) => {
      const wanted: unknown = JSON.parse(JSON.stringify(value));
      expect(decodePersonRow(row, 'note', encodePersonRow('note', value))).toEqual(wanted);
    });
    fc.assert(same, { seed: 20261123 });
  });

  it('has a key in the range of its kind, and in no other kind', () => {
    const apart = fc.property(kinds, keys, kinds, (kind, key, other) => {
      const rowKey = personRowKey('kari', kind, key);
      const { from, to } = personRowRange(other);
      expect(rowKey >= from && rowKey < to).toBe(kind === other);
    });
    fc.assert(apart, { seed: 20261123, numRuns: 1_000 });
  });

  it.each([
    ['another format', { data: '{}', schema: 2 }],
    ['no format', { data: '{}' }],
    ['no data', { schema: 1 }],
    ['data that is no JSON', { data: '{', schema: 1 }],
  ])('with %s is a bug that names the row', (_, stored) => {
    const strict: PersonRow<object> = { ...row, schema: z.object({}) };
    expect(() => decodePersonRow(strict, 'note:a', stored)).toThrow(/note:a/);
  });

  it('has a kind that is a word', () => {
    for (const kind of ['', 'a:b', 'Note', 'a b']) expect(() => personRowKey('kari', kind, 'a')).toThrow(/rename/);
  });
});

describe('a due row', () => {
  const due = { dueOn: '2026-12-04', dueTime: '09:05', moduleId: 'meldeplikt', cycle: 2, stepId: 'first' } as const;

  it('lies under its date, a shard of the person, and its time', () => {
    // These values are in storage: when this test fails, rows already stored would no longer be found.
    expect(dueKeys({ ...due, personId: 'kari' })).toEqual({
      partitionKey: '2026-12-04:07',
      rowKey: '0905:kari:meldeplikt:2:first',
    });
  });

  it('is spread evenly over sixteen shards', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 16_000; index += 1) {
      const { partitionKey } = dueKeys({ ...due, personId: `person${index}` });
      counts.set(partitionKey, (counts.get(partitionKey) ?? 0) + 1);
    }
    expect(counts.size).toBe(16);
    expect(Math.max(...counts.values())).toBeLessThan(1_200);
  });
});

describe('a parked message', () => {
  const parked = (text: string, reason = 'no-pointer') => JSON.parse(parkedTextOf({ messageId: 'm1', reason, text }));

  it('keeps the ids of a pointer and the reason', () => {
    const pointer = { kind: 'reminder', personId: 'kari', dueOn: '2026-12-04' };
    expect(parked(JSON.stringify({ ...pointer, failures: 5, note: 'hemmelig' }), 'too-often')).toEqual({
      reason: 'too-often',
      messageId: 'm1',
      pointer,
    });
  });

  it.each([
    { kind: 'reminder', personId: 'kari', dueOn: '2026-12-04' },
    { kind: 'digest', personId: 'kari', period: '2026-W49' },
    { kind: 'owner-card', personId: 'kari', period: '2026-W49' },
    { kind: 'delegation', personId: 'kari', leaderId: 'siv' },
    { kind: 'group-card', sessionId: 's1' },
    { kind: 'attendance', sessionId: 's1' },
  ] satisfies WorkPointer[])('tells which $kind it was', (pointer) => {
    expect(parked(JSON.stringify(pointer)).pointer).toEqual(pointer);
  });

  it('keeps nothing else, whatever the message held', () => {
    for (const text of ['Kari', '[1]', 'null', '{"personId":{"name":"Kari"}}', '{"kind":"a/b"}', '']) {
      expect(parked(text, 'Kari ringte').reason).toBe('unnamed');
      expect(parked(text).pointer).toEqual({});
    }
  });
});
