import { describe, expect, test } from 'vitest';
import { countAnswers } from '../../../src/outbound/teams/answer-count.ts';
import type { Connector } from '../../../src/outbound/teams/connector.ts';
import { slotWindows } from '../../../src/outbound/teams/pacing.ts';
import { memorySlotStore } from '../../support/memory-slot-store.ts';

const now = new Date('2026-11-26T08:00:00.010Z');
const { windowAt, limit } = slotWindows();
const request = { method: 'POST', url: 'https://teams.test/', deadlineMs: 1000 } as const;
const quick: Connector = { call: async () => ({ outcome: 'answered', status: 201, body: '{}' }) };

describe('answers to people', () => {
  test('go at once, and take the slots that come next, so that jobs yield to them', async () => {
    const slots = memorySlotStore();
    const connector = countAnswers(quick, { slots, now: () => now });
    const answers = await Promise.all(Array.from({ length: 12 }, () => connector.call(request)));
    await connector.settled();
    expect(answers.every(({ outcome }) => outcome === 'answered')).toBe(true);
    const first = windowAt(now) + 1;
    const left = await Promise.all([0, 1, 2, 3].map((ahead) => slots.lease(first + ahead, limit, limit)));
    expect(left.reduce((sum, each) => sum + each, 0)).toBe(4 * limit - 12);
    expect(left.at(-1)).toBe(limit);
  });

  test('are not held up by storage that hangs or fails', async () => {
    const hanging = countAnswers(quick, { slots: { lease: () => new Promise(() => {}) }, now: () => now });
    expect(await hanging.call(request)).toMatchObject({ status: 201 });
    const failing = countAnswers(quick, { slots: { lease: () => Promise.reject(new Error('away')) }, now: () => now });
    expect(await failing.call(request)).toMatchObject({ status: 201 });
    await failing.settled();
    expect(await failing.call(request)).toMatchObject({ status: 201 });
  });
});
