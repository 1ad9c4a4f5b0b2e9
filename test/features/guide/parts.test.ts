import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/features/guide/parts.ts';
import { guideWith, theGuide } from './the-guide.ts';

const parts = partsOf(theGuide);
const partWith = (stepId: string): string | undefined =>
  parts.find(({ steps }) => steps.some((step) => step.stepId === stepId))?.partId;

describe('the parts of the guide', () => {
  it('hold every step exactly once', () => {
    const held = parts.flatMap(({ steps }) => steps.map(({ stepId }) => stepId));
    expect(held.toSorted()).toEqual([...theGuide.steps.keys()].toSorted());
  });

  it('stand with danger first, then the duties, then the levels in the order of the model', () => {
    const levels = theGuide.levels.levels.map(({ levelId }) => levelId);
    expect(parts.map(({ partId }) => partId)).toEqual(['start', 'suspicion', 'duties', ...levels, 'between', 'help']);
  });

  it('keep a safety question with what it opens, and the first one with the first card', () => {
    expect(['safety', 'before-parents', 'before-level-2', 'travel'].map(partWith)).toEqual([
      'start',
      'level-0',
      'level-2',
      'suspicion',
    ]);
  });

  it('keep an end with the part that leads to it, and one that several lead to with what all may look up', () => {
    expect([partWith('end-reported'), partWith('end-closed')]).toEqual(['duties', 'help']);
  });

  it('leave out what has no steps', () => {
    const bare = guideWith('start', (step) => ({ ...step, choices: [] }));
    const guide = { ...bare, steps: new Map([...bare.steps].filter(([stepId]) => stepId === 'start')) };
    expect(partsOf(guide).map(({ partId }) => partId)).toEqual(['start']);
  });
});
