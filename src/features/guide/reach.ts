import { placesBeside } from './also.ts';
import type { GuideContent, Step } from './guide.ts';

/** Where a walk may begin. */
export const rootsOf = (guide: GuideContent): readonly string[] => [
  guide.startId,
  guide.acuteId,
  ...[...guide.entries.values()].map(({ to }) => to),
];

/** All steps that can be reached from these by choices and by "see also", themselves included. Stops behind a step that `goesOn` says no to. */
export function reachableFrom(
  guide: GuideContent,
  from: readonly string[],
  goesOn: (step: Step) => boolean = () => true,
): ReadonlySet<string> {
  const seen = new Set(from);
  for (const stepId of seen) {
    const step = guide.steps.get(stepId);
    if (!step || !goesOn(step)) continue;
    for (const { to } of step.choices) seen.add(to);
    for (const { to } of placesBeside(guide, step)) seen.add(to);
  }
  return seen;
}

/** A step that a path of choices comes back to, if there is one. */
export function findLoop(guide: GuideContent): string | undefined {
  const done = new Set<string>();
  const visit = (stepId: string, above: ReadonlySet<string>): string | undefined => {
    if (above.has(stepId)) return stepId;
    if (done.has(stepId)) return undefined;
    const path = new Set([...above, stepId]);
    for (const { to } of guide.steps.get(stepId)?.choices ?? []) {
      const loop = visit(to, path);
      if (loop) return loop;
    }
    done.add(stepId);
    return undefined;
  };
  return [...guide.steps.keys()].map((stepId) => visit(stepId, new Set())).find((loop) => loop !== undefined);
}
