import type { GuideContent, Step } from '../guide/guide.ts';

/** An entry of the guide with the steps that it is the nearest way to, in the order of the files. */
export type EntryHome = { entryId: string; steps: readonly Step[] };

/**
 * A step is found by its words and opened by an entry: safety is asked before any ordinary step, also from a search. A step of a level
 * belongs to the entry whose question leads into that level, any other to the entry with the fewest answers to it.
 */
export function entryHomes(guide: GuideContent): readonly EntryHome[] {
  const entries = [...guide.entries.values()].filter(
    ({ to }, index, all) => all.findIndex((other) => other.to === to) === index,
  );
  const nearest = nearestEntries(guide, entries);
  const homes = Map.groupBy(
    [...guide.steps.values()].filter(({ stepId }) => nearest.has(stepId)),
    (step) => levelEntry(guide, entries, step) ?? nearest.get(step.stepId) ?? '',
  );
  return entries.map(({ entryId }) => ({ entryId, steps: homes.get(entryId) ?? [] }));
}

type Way = { entryId: string; to: string };

/** The entry that leads to each step with the fewest answers; the earlier one where two are as near. */
function nearestEntries(guide: GuideContent, entries: readonly Way[]): ReadonlyMap<string, string> {
  const found = new Map(entries.map(({ entryId, to }) => [to, entryId]));
  for (const [stepId, entryId] of found) {
    for (const { to } of guide.steps.get(stepId)?.choices ?? []) if (!found.has(to)) found.set(to, entryId);
  }
  return found;
}

function levelEntry(guide: GuideContent, entries: readonly Way[], step: Step): string | undefined {
  if (step.kind !== 'ordinary' || !step.at) return undefined;
  const { levelId } = step.at;
  const opens = (stepId: string): boolean => {
    const next = guide.steps.get(stepId);
    return next?.kind === 'ordinary' && next.at?.levelId === levelId;
  };
  return entries.find(({ to }) => {
    const question = guide.steps.get(to);
    return question?.kind === 'safety' && question.choices.some((choice) => opens(choice.to));
  })?.entryId;
}
