import path from 'node:path';
import { dangerNow, type GuideContent, type Step } from '../../../src/features/guide/guide.ts';
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

/** Every list of answers that ends at an end of the guide, with the steps that it passes. There are some hundred thousand. */
export function* allPaths(
  guide: GuideContent,
  stepId = guide.startId,
): Generator<{ answers: readonly string[]; steps: readonly Step[] }> {
  const step = guide.steps.get(stepId);
  if (!step) throw new TypeError(`there is no step ${stepId}`);
  if (step.choices.length === 0) yield { answers: [], steps: [step] };
  for (const { choiceId, to } of step.choices) {
    for (const rest of allPaths(guide, to)) {
      yield { answers: [choiceId, ...rest.answers], steps: [step, ...rest.steps] };
    }
  }
}

/** The fewest answers that lead to each step, from the first card. */
export function shortestTrails(guide: GuideContent): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>([[guide.startId, []]]);
  for (const [stepId, answers] of found) {
    for (const { choiceId, to } of guide.steps.get(stepId)?.choices ?? []) {
      if (!found.has(to)) found.set(to, [...answers, choiceId]);
    }
  }
  return found.set(guide.acuteId, [dangerNow]);
}
