import { describe, expect, it } from 'vitest';
import { retryOnConflict } from '../../../src/core/retry-on-conflict.ts';
import type { Module } from '../../../src/features/catalogue/module.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { decideCompletion } from '../../../src/features/progress/decide-completion.ts';
import { moveInModule } from '../../../src/features/progress/move-in-module.ts';
import { type DialogueMove, practiseDialogue } from '../../../src/features/progress/practise-dialogue.ts';
import { progressRow } from '../../../src/features/progress/progress-rows.ts';
import { startModule } from '../../../src/features/progress/start-module.ts';
import { aDialogue } from '../../support/dialogue-builder.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { aModule } from '../../support/module-builder.ts';

const now = new Date('2026-11-23T09:00:00Z');
const dialogueId = 'samtalen';
const module = aModule('meldeplikt', { quiz: [], dialogues: [aDialogue(dialogueId)] });
/** After three cards. */
const position = 3;

/** A learner with a store that counts what was written. */
function learner() {
  const store = memoryPersonStore();
  let commits = 0;
  const people: typeof store = {
    ...store,
    async commit(change) {
      await store.commit(change);
      commits += 1;
    },
  };
  const needs = { people };
  const stored = async () => (await toArray(people.list('kari', progressRow))).map(({ value }) => value);
  return {
    stored,
    commits: () => commits,
    /** What is kept of the dialogue. */
    kept: async () => {
      const [progress] = await stored();
      return progress?.state === 'started' ? progress.dialogues?.[dialogueId] : undefined;
    },
    start: async (of: Module = module) => (await startModule(needs, 'kari', of, now)).progress,
    show: async (of: Module, at: number) => (await moveInModule(needs, 'kari', of, { position: at }, now)).progress,
    practise: (replies: readonly string[], more: Partial<DialogueMove> = {}, of: Module = module) =>
      practiseDialogue(needs, 'kari', of, { dialogueId, replies, ...more }, now),
    complete: (of: Module = module) =>
      retryOnConflict(async () => {
        const { writes, ...result } = decideCompletion(
          of,
          await people.get('kari', progressRow, 'meldeplikt:1'),
          now,
          'Europe/Oslo',
        );
        if (writes.length > 0) await people.commit({ personId: 'kari', writes });
        return result;
      }),
  };
}

describe('practising a dialogue', () => {
  it('keeps the replies so that the learner can go on there, and its own position', async () => {
    const kari = learner();
    expect(await kari.practise(['skjult'], { nodeId: 'start' })).toMatchObject({
      outcome: 'moved',
      progress: { position },
    });
    expect(await kari.kept()).toEqual({ replies: ['skjult'], isFinished: false });
    expect(await kari.start()).toMatchObject({ position, dialogues: { samtalen: { replies: ['skjult'] } } });
  });

  it('changes state once when the same press is delivered four times', async () => {
    const kari = learner();
    for (let delivery = 0; delivery < 4; delivery += 1) await kari.practise(['skjult'], { nodeId: 'start' });
    expect(kari.commits()).toBe(1);
  });

  it('goes back one reply and begins again, and remembers that an end was reached', async () => {
    const kari = learner();
    await kari.practise(['skjult', 'slippe'], { nodeId: 'uklar' });
    expect(await kari.kept()).toEqual({ replies: ['skjult', 'slippe'], isFinished: true });
    await kari.practise(['skjult']);
    expect(await kari.kept()).toEqual({ replies: ['skjult'], isFinished: true });
    await kari.practise([]);
    expect(await kari.kept()).toEqual({ replies: [], isFinished: true });
  });

  it('on two devices at once ends where one of them is, without an error', async () => {
    const kari = learner();
    await kari.start();
    const results = await Promise.all([
      kari.practise(['fakta'], { nodeId: 'start' }),
      kari.practise(['skjult'], { nodeId: 'start' }),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['moved', 'moved']);
    expect([['fakta'], ['skjult']]).toContainEqual((await kari.kept())?.replies);
    await kari.practise(['fakta', 'avtale'], { nodeId: 'sammen' });
    expect(await kari.kept()).toEqual({ replies: ['fakta', 'avtale'], isFinished: true });
  });

  it.each([
    ['a dialogue that is gone', ['fakta'], { dialogueId: 'gone' }],
    ['a reply that is gone', ['fakta', 'gone'], { nodeId: 'sammen' }],
    ['a reply beyond an end', ['anklage', 'avtale'], { nodeId: 'sammen' }],
    ['another node than it now leads through', ['fakta', 'avtale'], { nodeId: 'uklar' }],
    ['a node but no reply', [], { nodeId: 'start' }],
  ])('with %s changes nothing', async (_, replies, more) => {
    const kari = learner();
    await kari.practise(['skjult'], { nodeId: 'start' });
    expect(await kari.practise(replies, more)).toMatchObject({ outcome: 'way-gone', progress: { position } });
    expect(kari.commits()).toBe(1);
    expect(await kari.kept()).toEqual({ replies: ['skjult'], isFinished: false });
  });
});

describe('completing a module with a dialogue', () => {
  it('is not possible before the dialogue was taken to an end, and leads there', async () => {
    const kari = learner();
    await kari.start();
    expect(await kari.complete()).toEqual({ outcome: 'not-yet', reason: 'unpractised', position });
    await kari.practise(['fakta'], { nodeId: 'start' });
    expect(await kari.complete()).toMatchObject({ outcome: 'not-yet', reason: 'unpractised' });
  });

  it.each([
    ['a good', ['fakta', 'avtale']],
    ['a middling', ['fakta', 'vente']],
    ['a poor', ['anklage']],
  ])('is possible after %s end, also when it was begun again', async (_, replies) => {
    const kari = learner();
    await kari.practise(replies);
    await kari.practise([]);
    expect(await kari.complete()).toMatchObject({ outcome: 'completed' });
  });

  it('leaves no replies behind, and ends practising', async () => {
    const kari = learner();
    await kari.practise(['anklage']);
    await kari.complete();
    const [stored] = await kari.stored();
    expect(stored).toEqual({
      ...{ state: 'completed', moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1 },
      ...{ startedAt: now, completedAt: now },
    });
    const commits = kari.commits();
    expect(await kari.practise(['fakta'], { nodeId: 'start' })).toMatchObject({ outcome: 'already-completed' });
    expect(kari.commits()).toBe(commits);
  });
});

describe('a dialogue that changes in the middle', () => {
  const [start, , together] = module.dialogues[0]?.nodes ?? [];
  const shorter = (): Module => {
    if (!start || !together) throw new Error('the dialogue of this test has no nodes');
    return { ...module, version: 2, dialogues: [aDialogue(dialogueId, { nodes: [start, together] })] };
  };

  it('goes on at the nearest place to which the replies still lead', async () => {
    const kari = learner();
    await kari.practise(['skjult', 'igjen'], { nodeId: 'uklar' });
    expect(await kari.start(shorter())).toMatchObject({ moduleVersion: 2, dialogues: { samtalen: { replies: [] } } });
  });

  it('is still finished for whoever finished it, and forgotten when it is gone', async () => {
    const kari = learner();
    await kari.practise(['skjult', 'slippe'], { nodeId: 'uklar' });
    expect(await kari.start(shorter())).toMatchObject({ dialogues: { samtalen: { replies: [], isFinished: true } } });
    expect(await kari.start({ ...module, version: 3, dialogues: [] })).toMatchObject({ dialogues: {} });
    expect(await kari.complete({ ...module, version: 3, dialogues: [] })).toMatchObject({ outcome: 'completed' });
  });

  it('that is new in a module already begun is asked for at the end', async () => {
    const kari = learner();
    const before = { ...module, dialogues: [] };
    await kari.show(before, 3);
    const after = { ...module, version: 2 };
    expect(await kari.complete(after)).toMatchObject({ outcome: 'not-yet', reason: 'unpractised', position });
  });
});
