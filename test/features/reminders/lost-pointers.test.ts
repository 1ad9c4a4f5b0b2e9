import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLost, type Queued } from '../../../src/features/reminders/lost-pointers.ts';

const start = new Date('2026-11-26T08:00:00Z');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const queued = (...minutes: number[]): Queued[] =>
  minutes.map((minute, index) => ({ personId: `person-${index}`, queuedAt: after(minute) }));
const namesOf = (found: readonly Queued[]) => found.map(({ personId }) => personId);

describe('who is taken to have lost the pointer', () => {
  it.each<[string, Queued[], number, number, string[]]>([
    ['nobody, as long as the last one is not half an hour old', queued(0, 10), 0, 29, []],
    ['everybody silent, when the queue is empty', queued(0, 10), 0, 30, ['person-0']],
    ['nobody, as long as there is a message for each', queued(0, 0, 0), 3, 359, []],
    ['nobody, when there are more messages than people', queued(0, 0, 0), 9, 359, []],
    ['as many as are missing, and those who have waited longest', queued(20, 0, 10), 1, 60, ['person-1', 'person-2']],
    ['after a day everybody, whatever lies in the queue', queued(0, 1), 9, 24 * 60, ['person-0']],
    ['nobody of a time that is still to come', queued(90), 0, 30, []],
  ])('%s', (_, all, messages, minute, expected) => {
    expect(namesOf(findLost(all, messages, after(minute)))).toEqual(expected);
  });
});

type Step = { step: 'tick'; minutes: number } | { step: 'take' | 'lose' | 'put back' | 'junk'; count: number };

const counts = fc.integer({ min: 0, max: 12 });
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ step: fc.constant('tick' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
    },
    fc.record({ step: fc.constantFrom('take' as const, 'lose' as const, 'put back' as const), count: counts }),
    fc.record({ step: fc.constant('junk' as const), count: fc.integer({ min: 0, max: 2 }) }),
  ),
  { maxLength: 60 },
);

/** People who wait, and a queue of their pointers that anything may happen to within a day. */
function createModel(people: number) {
  const waiting = new Map<string, Date>(Array.from({ length: people }, (_, index) => [`person-${index}`, start]));
  let queue: string[] = [...waiting.keys()];
  let now = start;
  const take = (count: number): string[] => queue.splice(0, count);
  const tick = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
    const all = [...waiting].map(([personId, queuedAt]) => ({ personId, queuedAt }));
    const isOfToday = all.every(({ queuedAt }) => now.getTime() - queuedAt.getTime() < 24 * 3_600_000);
    const before = queue.length;
    for (const { personId } of findLost(all, before, now)) {
      queue.push(personId);
      waiting.set(personId, now);
    }
    if (isOfToday) expect(queue.length).toBeLessThanOrEqual(Math.max(before, waiting.size));
  };
  return {
    waiting,
    tick,
    run(step: Step) {
      if (step.step === 'tick') tick(step.minutes);
      else if (step.step === 'take') for (const personId of take(step.count)) waiting.delete(personId);
      else if (step.step === 'lose') take(step.count);
      else if (step.step === 'put back') queue = [...queue, ...take(step.count)];
      else queue = [...queue, ...Array.from({ length: step.count }, () => 'digest')];
    },
    /** Workers that keep up. */
    settle() {
      for (let round = 0; round < 2; round += 1) {
        for (const personId of take(queue.length)) waiting.delete(personId);
        tick(30);
      }
      for (const personId of take(queue.length)) waiting.delete(personId);
    },
  };
}

describe('whatever happens to the queue', () => {
  it('queueing again never makes it longer than the people who wait, and in the end nobody is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), steps, (people, all) => {
        const model = createModel(people);
        for (const step of all) model.run(step);
        model.settle();
        expect([...model.waiting.keys()]).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
