import path from 'node:path';
import type { GuideContent, Step } from '../../../src/features/guide/guide.ts';
import { loadGuide } from '../../../src/packs/load-guide.ts';

export const packFolder = path.join(import.meta.dirname, '../../../content');

const loaded = await loadGuide(packFolder, 'test-1');
if (!loaded.value) throw new TypeError(`content/ has problems: ${JSON.stringify(loaded.problems)}`);

/** The guide that is delivered. */
export const theGuide: GuideContent = loaded.value;

/** The same guide with one step changed. */
export function guideWith(stepId: string, change: (step: Step) => Step): GuideContent {
  const steps = [...theGuide.steps.values()].map(
    (step) => [step.stepId, step.stepId === stepId ? change(step) : step] as const,
  );
  return { ...theGuide, steps: new Map(steps) };
}

/** Every list of answers that ends at an end of the guide. */
export function allPaths(guide: GuideContent): readonly (readonly string[])[] {
  const from = (stepId: string): readonly (readonly string[])[] => {
    const choices = guide.steps.get(stepId)?.choices ?? [];
    if (choices.length === 0) return [[]];
    return choices.flatMap(({ choiceId, to }) => from(to).map((rest) => [choiceId, ...rest]));
  };
  return from(guide.startId);
}
