import { describe, expect, it } from 'vitest';
import type { Versioned } from '../../../src/core/versioned.ts';
import {
  decideAsk,
  decideVerdict,
  decideWithdraw,
  type PriorVerdict,
} from '../../../src/features/progress/decide-prior.ts';
import type { Prior, PriorIn } from '../../../src/features/progress/prior.ts';
import { aModule } from '../../support/module-builder.ts';

const now = new Date('2026-11-23T09:00:00Z');
const later = new Date('2026-11-24T09:00:00Z');
const module = aModule('meldeplikt', { version: 4 });
const claim = { takenOn: '2024-03-03', place: 'education' } as const;
const waiting: PriorIn<'waiting'> = { moduleId: 'meldeplikt', cycle: 1, ...claim, askedAt: now, state: 'waiting' };
const stored = (value: Prior): Versioned<Prior> => ({ value, etag: 'e1' });
const withdrawn: Prior = { ...waiting, state: 'withdrawn', decidedAt: later };
const confirmed: Prior = { ...waiting, state: 'confirmed', decidedBy: 'rektor', decidedAt: later };
const declined: Prior = { ...waiting, state: 'declined', decidedBy: 'rektor', decidedAt: later, reason: 'too-old' };
const yes: PriorVerdict = { leaderId: 'rektor', askedAt: now, verdict: 'confirm' };
const no: PriorVerdict = { leaderId: 'rektor', askedAt: now, verdict: 'decline', reason: 'too-old' };

describe('asking the leader to confirm', () => {
  it('waits, with what was chosen and nothing else', () => {
    expect(decideAsk('meldeplikt', undefined, claim, now)).toEqual({
      prior: waiting,
      writes: [{ op: 'create', kind: 'prior', key: 'meldeplikt:1', value: waiting }],
    });
  });

  it('a second time with the same changes nothing', () => {
    expect(decideAsk('meldeplikt', stored(waiting), claim, later)).toEqual({ prior: waiting, writes: [] });
  });

  it.each([
    ['another date', waiting, { ...claim, takenOn: '2024-03-04' } as const],
    ['another place', waiting, { ...claim, place: 'other' }],
    ['a no', declined, claim],
    ['taking it back', withdrawn, claim],
  ])('after %s asks anew', (_, before, again) => {
    const { prior, writes } = decideAsk('meldeplikt', stored(before), again, later);
    expect(prior).toEqual({ ...waiting, ...again, askedAt: later });
    expect(writes).toEqual([{ op: 'replace', kind: 'prior', key: 'meldeplikt:1', value: prior, etag: 'e1' }]);
  });
});

describe('taking it back', () => {
  it('ends what waits', () => {
    expect(decideWithdraw(stored(waiting), later)).toMatchObject({
      outcome: 'withdrawn',
      writes: [{ value: withdrawn }],
    });
  });

  it.each([undefined, stored(confirmed), stored(declined), stored(withdrawn)])(
    'changes nothing else (%#)',
    (before) => {
      expect(decideWithdraw(before, later)).toEqual({ outcome: 'nothing-waiting', writes: [] });
    },
  );
});

describe('the leader’s answer', () => {
  const answer = (before: Prior | undefined, verdict: PriorVerdict, progress?: Parameters<typeof decideVerdict>[2]) =>
    decideVerdict(module, before && stored(before), progress, verdict, later);

  it('yes makes the module done from that day, in the version of that day', () => {
    const done = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 4, completedAt: later, form: 'prior' };
    expect(answer(waiting, yes)).toEqual({
      outcome: 'confirmed',
      decidedAt: later,
      writes: [
        { op: 'replace', kind: 'prior', key: 'meldeplikt:1', value: confirmed, etag: 'e1' },
        { op: 'create', kind: 'progress', key: 'meldeplikt:1', value: { ...done, state: 'completed', startedAt: now } },
        { op: 'create', kind: 'done', key: '2026-11-24T09:00:00.000Z:meldeplikt', value: done },
      ],
    });
  });

  it('yes to a module that was begun drops the answers and keeps when it was begun', () => {
    const startedAt = new Date('2026-11-20T09:00:00Z');
    const started = {
      ...{ moduleId: 'meldeplikt', cycle: 1, moduleVersion: 3 },
      startedAt,
      position: 2,
      answers: { q1: ['a'] },
    };
    const { writes } = answer(waiting, yes, { value: { ...started, state: 'started' }, etag: 'p1' });
    expect(writes[1]).toMatchObject({ op: 'replace', etag: 'p1', value: { state: 'completed', startedAt } });
    expect(JSON.stringify(writes[1])).not.toContain('answers');
  });

  it('no keeps the reason, and leaves the module as it is', () => {
    expect(answer(waiting, no)).toEqual({
      outcome: 'declined',
      decidedAt: later,
      writes: [{ op: 'replace', kind: 'prior', key: 'meldeplikt:1', value: declined, etag: 'e1' }],
    });
  });

  it.each([
    [
      'confirmed before, by the same leader',
      confirmed,
      yes,
      { outcome: 'already-decided', state: 'confirmed', by: 'you' },
    ],
    ['declined before, pressed yes now', declined, yes, { outcome: 'already-decided', state: 'declined', by: 'you' }],
    [
      'confirmed by another leader',
      confirmed,
      { ...no, leaderId: 'inspektør' },
      { outcome: 'already-decided', state: 'confirmed', by: 'another' },
    ],
    ['taken back', withdrawn, yes, { outcome: 'changed' }],
    ['never asked', undefined, yes, { outcome: 'changed' }],
    ['asked anew since the card was made', waiting, { ...yes, askedAt: later }, { outcome: 'changed' }],
  ])('to what was %s changes nothing', (_, before, verdict, told) => {
    expect(answer(before, verdict)).toMatchObject({ ...told, writes: [] });
  });

  it('to a module that was finished in between changes nothing', () => {
    const completed = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 4, startedAt: now, completedAt: now };
    const progress = { value: { ...completed, state: 'completed' as const }, etag: 'p1' };
    expect(answer(waiting, yes, progress)).toEqual({ outcome: 'already-completed', writes: [] });
    expect(answer(waiting, no, progress)).toEqual({ outcome: 'already-completed', writes: [] });
  });
});
