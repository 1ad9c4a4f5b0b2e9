import { describe, expect, it } from 'vitest';
import { retryOnConflict } from '../../../src/core/retry-on-conflict.ts';
import type { Module } from '../../../src/features/catalogue/module.ts';
import { createRow, toArray } from '../../../src/features/people/person-store.ts';
import { answerQuestion } from '../../../src/features/progress/answer-question.ts';
import { type CompleteModuleResult, decideCompletion } from '../../../src/features/progress/decide-completion.ts';
import type { Target } from '../../../src/features/progress/keep-place.ts';
import { moveInModule } from '../../../src/features/progress/move-in-module.ts';
import type { StartedProgress } from '../../../src/features/progress/progress.ts';
import { doneRow, progressRow } from '../../../src/features/progress/progress-rows.ts';
import { startModule } from '../../../src/features/progress/start-module.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { aModule, aQuestion, words } from '../../support/module-builder.ts';

const now = new Date('2026-11-23T09:00:00Z');
const later = new Date('2026-11-23T09:05:00Z');

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
  return {
    needs,
    commits: () => commits,
    stored: async () => (await toArray(people.list('kari', progressRow))).map(({ value }) => value),
    proofs: async () => (await toArray(people.list('kari', doneRow))).map(({ value }) => value),
    start: async (module: Module) => (await startModule(needs, 'kari', module, now)).progress,
    move: async (module: Module, position: number) =>
      (await moveInModule(needs, 'kari', module, { position }, now)).progress,
    go: (module: Module, target: Target) => moveInModule(needs, 'kari', module, target, now),
    open: (module: Module) => startModule(needs, 'kari', module, now),
    answer: (module: Module, position: number, choice: readonly string[], questionId?: string) =>
      answerQuestion(needs, 'kari', module, { position, choice, questionId }, now),
    complete: (module: Module, at = later): Promise<CompleteModuleResult> =>
      retryOnConflict(async () => {
        const { writes, ...result } = decideCompletion(
          module,
          await people.get('kari', progressRow, `${module.moduleId}:1`),
          at,
          'Europe/Oslo',
        );
        if (writes.length > 0) await people.commit({ personId: 'kari', writes });
        return result;
      }),
  };
}

const module = aModule('meldeplikt');
const startedAt = (position: number): StartedProgress => ({
  ...{ state: 'started', moduleId: 'm', cycle: 1, moduleVersion: 1, startedAt: now, position, answers: {} },
});

describe('starting a module', () => {
  it('begins on the first card', async () => {
    const kari = learner();
    expect(await kari.start(module)).toEqual({
      ...{ state: 'started', moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, startedAt: now },
      ...{ position: 0, path: ['idea:ser'], answers: {} },
    });
    expect(await kari.stored()).toHaveLength(1);
  });

  it('resumes where the learner left', async () => {
    const kari = learner();
    await kari.start(module);
    await kari.move(module, 2);
    expect(await kari.start(module)).toMatchObject({ position: 2 });
  });

  it('twice at once leaves one start', async () => {
    const kari = learner();
    await Promise.all([kari.start(module), kari.start(module), kari.start(module)]);
    expect(kari.commits()).toBe(1);
  });
});

describe('moving', () => {
  it('changes state once when the same press is delivered four times', async () => {
    const kari = learner();
    await kari.start(module);
    for (let delivery = 0; delivery < 4; delivery += 1) await kari.move(module, 1);
    expect(kari.commits()).toBe(2);
    expect(await kari.stored()).toMatchObject([{ position: 1 }]);
  });

  it('from a card of an older version goes to the nearest position that exists', async () => {
    const kari = learner();
    expect(await kari.move(module, 99)).toMatchObject({ position: 5 });
  });
});

describe('a module that is changed while somebody is in it', () => {
  const cards = ['a', 'b', 'c', 'd', 'e'].map((cardId) => ({
    ...{ cardId, heading: words(cardId), text: words(cardId), links: [] },
  }));
  const whole = aModule('m', { cards });
  const without = (...gone: readonly string[]) => ({
    ...whole,
    cards: cards.filter(({ cardId }) => !gone.includes(cardId)),
  });
  const next = { position: 4, stepId: 'idea:e', after: 'idea:d' };
  const at = (position: number, isChanged: boolean) => ({ progress: { position }, isChanged });
  const onTheFourth = async () => {
    const kari = learner();
    await kari.move(whole, 3);
    return kari;
  };

  it('before the place: the next card is the one that was next, and the place is the same card', async () => {
    const kari = await onTheFourth();
    expect(await kari.open(without('b'))).toMatchObject(at(2, true));
    const other = await onTheFourth();
    expect(await other.go(without('b'), next)).toMatchObject(at(3, true));
    expect(await other.go(without('b'), next)).toMatchObject(at(3, false));
  });

  it('and the next card is gone: the one after it comes, once, however often the press is delivered', async () => {
    const kari = await onTheFourth();
    for (let delivery = 0; delivery < 4; delivery += 1) {
      expect(await kari.go(without('b', 'e'), next)).toMatchObject(at(3, true));
    }
    expect(await kari.stored()).toMatchObject([{ path: ['idea:a', 'idea:c', 'idea:d', 'question:q1'] }]);
  });

  it('and the place and what is next are both gone: the first after the last seen comes, once', async () => {
    const kari = await onTheFourth();
    for (let delivery = 0; delivery < 4; delivery += 1) {
      expect(await kari.go(without('d', 'e'), next)).toMatchObject(at(3, true));
    }
    expect(await kari.stored()).toMatchObject([{ position: 3 }]);
    const other = await onTheFourth();
    expect(await other.open(without('c', 'd'))).toMatchObject(at(2, true));
  });

  it('and all that was seen is gone: it begins on the first that is left', async () => {
    const kari = await onTheFourth();
    expect(await kari.open(without('a', 'b', 'c', 'd'))).toMatchObject(at(0, true));
  });

  it('back from a card leads to the one before it where the one that was named is gone', async () => {
    const kari = await onTheFourth();
    const back = { position: 2, stepId: 'idea:c', before: 'idea:d' };
    expect(await kari.go(without('c'), back)).toMatchObject(at(1, true));
  });

  it('by a card more in front: the place is the same card', async () => {
    const kari = learner();
    await kari.move(without('b'), 2);
    expect(await kari.open(whole)).toMatchObject(at(3, true));
  });

  it('keeps an answer to a question that has moved', async () => {
    const kari = await onTheFourth();
    expect(await kari.answer(without('a', 'b'), 5, ['b'], 'q1')).toMatchObject({ outcome: 'answered' });
    expect(await kari.stored()).toMatchObject([{ position: 3, answers: { q1: ['b'] } }]);
  });

  it('is as before for a place and a button from before steps were named: their position counts', async () => {
    const kari = learner();
    const old = startedAt(3);
    await kari.needs.people.commit({ personId: 'kari', writes: [createRow(progressRow, old)] });
    expect(await kari.open(whole)).toMatchObject(at(3, false));
    expect(await kari.open(without('b'))).toMatchObject(at(3, false));
    expect(await kari.go(without('b'), { position: 4 })).toMatchObject(at(4, false));
    expect(await kari.go(without('b'), { position: 99 })).toMatchObject({ progress: { position: 6 } });
  });
});

describe('answering', () => {
  it('wrong gives feedback and lets the learner try again', async () => {
    const kari = learner();
    const wrong = await kari.answer(module, 3, ['a']);
    expect(wrong).toMatchObject({ outcome: 'answered', check: { isRight: false, chosen: [{ optionId: 'a' }] } });
    expect(await kari.answer(module, 3, ['b'])).toMatchObject({ outcome: 'answered', check: { isRight: true } });
    expect(await kari.stored()).toMatchObject([{ answers: { q1: ['b'] }, position: 3 }]);
  });

  it('changes state once when the same answer is delivered four times', async () => {
    const kari = learner();
    for (let delivery = 0; delivery < 4; delivery += 1) await kari.answer(module, 3, ['b']);
    expect(kari.commits()).toBe(1);
  });

  it('with nothing changes nothing', async () => {
    const kari = learner();
    await kari.start(module);
    expect(await kari.answer(module, 3, [])).toMatchObject({ outcome: 'no-choice', progress: { position: 3 } });
    expect(kari.commits()).toBe(1);
    const [stored] = await kari.stored();
    expect(stored).toMatchObject({ position: 0 });
    expect(stored).toHaveProperty('answers', {});
  });

  it('on a card that asked another question changes nothing', async () => {
    const kari = learner();
    await kari.move(module, 2);
    expect(await kari.answer(module, 3, ['b'], 'an-older-question')).toMatchObject({ outcome: 'question-gone' });
    expect(await kari.answer(module, 0, ['b'])).toMatchObject({ outcome: 'question-gone' });
    const [stored] = await kari.stored();
    expect(stored).toMatchObject({ position: 2 });
    expect(stored).toHaveProperty('answers', {});
  });

  it('two questions at once keeps both answers', async () => {
    const kari = learner();
    await Promise.all([kari.answer(module, 3, ['b']), kari.answer(module, 4, ['a', 'c'])]);
    expect(await kari.stored()).toMatchObject([{ answers: { q1: ['b'], q2: ['a', 'c'] } }]);
  });
});

describe('completing', () => {
  const ready = async () => {
    const kari = learner();
    await kari.start(module);
    await kari.answer(module, 3, ['b']);
    await kari.answer(module, 4, ['a', 'c']);
    return kari;
  };

  it('stores the time and one proof', async () => {
    const kari = await ready();
    expect(await kari.complete(module)).toEqual({ outcome: 'completed', completedAt: later });
    expect(await kari.proofs()).toEqual([
      { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, completedAt: later, isDraft: true },
    ]);
  });

  it('leaves no answers behind', async () => {
    const kari = await ready();
    await kari.complete(module);
    const [stored] = await kari.stored();
    expect(stored).toEqual({
      ...{ state: 'completed', moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1 },
      ...{ startedAt: now, completedAt: later },
    });
  });

  it('twice at once leaves one completion', async () => {
    const kari = await ready();
    const outcomes = await Promise.all([kari.complete(module), kari.complete(module), kari.complete(module)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      'already-completed',
      'already-completed',
      'completed',
    ]);
    expect(await kari.proofs()).toHaveLength(1);
  });

  it('again tells the first time', async () => {
    const kari = await ready();
    await kari.complete(module);
    const again = await kari.complete(module, new Date('2026-12-24T12:00:00Z'));
    expect(again).toEqual({ outcome: 'already-completed', completedAt: later });
  });

  it.each([
    ['a module that was never begun', 'not-started', 0, async () => learner()],
    [
      'a question without an answer',
      'unanswered',
      4,
      async () => {
        const kari = learner();
        await kari.answer(module, 3, ['b']);
        return kari;
      },
    ],
    [
      'answers below the pass mark',
      'pass-mark',
      3,
      async () => {
        const kari = await ready();
        await kari.answer(module, 3, ['a']);
        return kari;
      },
    ],
  ])('is not yet possible with %s', async (_, reason, position, begin) => {
    const kari = await begin();
    const commits = kari.commits();
    expect(await kari.complete(module)).toMatchObject({ outcome: 'not-yet', reason, position });
    expect(kari.commits()).toBe(commits);
  });

  it('ends answering and moving', async () => {
    const kari = await ready();
    await kari.complete(module);
    const commits = kari.commits();
    expect(await kari.answer(module, 3, ['a'])).toMatchObject({ outcome: 'already-completed' });
    expect(await kari.move(module, 0)).toMatchObject({ state: 'completed' });
    expect(await kari.start(module)).toMatchObject({ state: 'completed' });
    expect(kari.commits()).toBe(commits);
  });
});

describe('a module that changes in the middle', () => {
  it('resumes on the nearest card and keeps the answers that still fit', async () => {
    const kari = learner();
    await kari.answer(module, 3, ['b']);
    await kari.answer(module, 4, ['a', 'c']);
    const shorter = aModule('meldeplikt', {
      version: 2,
      cards: module.cards.slice(0, 1),
      reflection: [],
      quiz: [aQuestion('q1')],
    });
    expect(await kari.start(shorter)).toEqual({
      ...{ state: 'started', moduleId: 'meldeplikt', cycle: 1, moduleVersion: 2, startedAt: now },
      ...{ position: 1, path: ['idea:ser', 'question:q1'], answers: { q1: ['b'] } },
    });
    expect(await kari.complete(shorter)).toMatchObject({ outcome: 'completed' });
    expect(await kari.proofs()).toMatchObject([{ moduleVersion: 2 }]);
  });

  it('drops an answer whose option is gone', async () => {
    const kari = learner();
    await kari.answer(module, 4, ['a', 'c']);
    const q2 = aQuestion('q2', ['a'], 'multiple');
    const changed = aModule('meldeplikt', {
      version: 2,
      quiz: [aQuestion('q1'), { ...q2, options: q2.options.slice(0, 2) }],
    });
    expect(await kari.start(changed)).toHaveProperty('answers', {});
    expect(await kari.complete(changed)).toMatchObject({ outcome: 'not-yet', reason: 'unanswered' });
  });

  it('does not count an answer to a question that became another kind', async () => {
    const kari = learner();
    await kari.answer(module, 4, ['a', 'c']);
    const changed = aModule('meldeplikt', { version: 2, quiz: [aQuestion('q2')] });
    expect(await kari.start(changed)).toHaveProperty('answers', {});
  });

  const matters = aModule('meldeplikt', { version: 2, material: { version: 2, summary: words('Ny frist.') } });
  const inTheMiddle = async () => {
    const kari = learner();
    await kari.move(module, 2);
    await kari.answer(module, 3, ['b']);
    await kari.answer(module, 4, ['a', 'c']);
    return kari;
  };

  it('in a way that matters is not what was read before it: the proof names the version that was begun', async () => {
    const kari = await inTheMiddle();
    await kari.move(matters, 3);
    expect(await kari.complete(matters)).toMatchObject({ outcome: 'completed' });
    const [proof] = await kari.proofs();
    expect(proof).toMatchObject({ moduleVersion: 1 });
    expect(proof).not.toHaveProperty('isDraft');
    expect(await kari.stored()).toMatchObject([{ state: 'completed', moduleVersion: 1 }]);
  });

  it('in a way that matters is read by who is on the first card, with nothing answered', async () => {
    const kari = learner();
    await kari.start(module);
    expect(await kari.start(matters)).toMatchObject({ position: 0, moduleVersion: 2 });
  });

  it('in a way that matters writes nothing more for the same press delivered four times', async () => {
    const kari = await inTheMiddle();
    await kari.move(matters, 3);
    const commits = kari.commits();
    for (let delivery = 0; delivery < 4; delivery += 1) await kari.move(matters, 3);
    expect(kari.commits()).toBe(commits);
  });
});
