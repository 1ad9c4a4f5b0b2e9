import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampPosition, placeAt, readingPlaceAt, stepCount, stepsOf } from '../../../src/features/progress/steps.ts';
import { aDialogue } from '../../support/dialogue-builder.ts';
import { aModule } from '../../support/module-builder.ts';

describe('the steps of a module', () => {
  it('are the ideas, then the questions, then the dialogues, then the reflection', () => {
    expect(stepsOf(aModule('m', { dialogues: [aDialogue('d')] })).map(({ kind }) => kind)).toEqual([
      ...['idea', 'idea', 'idea'],
      ...['question', 'question', 'dialogue'],
      'reflection',
    ]);
  });

  it('have no reflection when the module has none', () => {
    expect(stepCount(aModule('m', { reflection: [] }))).toBe(5);
  });

  it('count the questions from 1', () => {
    expect(placeAt(aModule('m'), 4).step).toMatchObject({ kind: 'question', number: 2, questions: 2 });
  });

  it('are always found, whatever position an old card names', () => {
    const module = aModule('m');
    const property = fc.property(fc.double({ noNaN: true }), (position) => {
      const at = clampPosition(module, position);
      return Number.isInteger(at) && at >= 0 && at < 6 && placeAt(module, position).step !== undefined;
    });
    fc.assert(property, { seed: 20261123 });
  });

  it('are only the ideas when a finished module is read again', () => {
    expect(readingPlaceAt(aModule('m'), 99)).toMatchObject({ position: 2, of: 3, card: { cardId: 'handler' } });
  });

  it('cannot be shown for a module without cards', () => {
    expect(() => placeAt(aModule('m', { cards: [], quiz: [], reflection: [] }), 0)).toThrow('has no cards');
    expect(() => readingPlaceAt(aModule('m', { cards: [] }), 0)).toThrow('has no cards');
  });
});
