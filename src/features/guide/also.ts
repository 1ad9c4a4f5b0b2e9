import { type Entry, type GuideContent, mostAnswers, type Step, type Trail } from './guide.ts';

/** The answer that leads from a card to another place of the guide. Holds a colon, which the id of no choice may. */
const alsoAnswer = (entryId: string): string => `also:${entryId}`;

/** Other places of the guide that are one press away from this step: those it names, and the list of forms where it names a form. */
export function placesBeside(guide: GuideContent, step: Step): readonly Entry[] {
  const named = step.also.flatMap((entryId) => guide.entries.get(entryId) ?? []);
  const hasTools = step.toolIds.length > 0 || step.variants.some(({ toolIds }) => toolIds && toolIds.length > 0);
  const isToTools = ({ to }: Entry): boolean => guide.steps.get(to)?.kind === 'tools';
  if (!hasTools || step.kind === 'tools' || named.some(isToTools)) return named;
  return [...named, ...[...guide.entries.values()].filter(isToTools).slice(0, 1)];
}

/** Where this answer leads beside the path, if it does. */
export function findBeside(guide: GuideContent, step: Step, answer: string | undefined): string | undefined {
  return placesBeside(guide, step).find(({ entryId }) => alsoAnswer(entryId) === answer)?.to;
}

/**
 * What a button to each of these places carries: the walk so far, so that "Tilbake" leads out of it again. A place from which the
 * walk could become longer than a card has room for begins a new one.
 */
export function trailsBeside(
  guide: GuideContent,
  { step, entry, answers }: { step: Step; entry?: string; answers: readonly string[] },
): readonly { place: Entry; trail: Trail }[] {
  const { guideId, packVersion } = guide;
  const afterDanger = 1 + longestFrom(guide, guide.acuteId);
  return placesBeside(guide, step).map((place) => {
    const { entryId } = place;
    const onward = [...answers, alsoAnswer(entryId)];
    const most = onward.length + longestFrom(guide, place.to) + afterDanger;
    if (most > mostAnswers) return { place, trail: { guideId, packVersion, entry: entryId, answers: [] } };
    return { place, trail: { guideId, packVersion, ...(entry !== undefined && { entry }), answers: onward } };
  });
}

/** How many answers the longest path takes from here. No path comes back to where it was: `lint` holds that. */
function longestFrom(guide: GuideContent, stepId: string, known = new Map<string, number>()): number {
  const before = known.get(stepId);
  if (before !== undefined) return before;
  const choices = guide.steps.get(stepId)?.choices ?? [];
  const longest = Math.max(0, ...choices.map(({ to }) => 1 + longestFrom(guide, to, known)));
  known.set(stepId, longest);
  return longest;
}
