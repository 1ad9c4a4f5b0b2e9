import type { Entry, GuideContent, Step, Trail } from './guide.ts';
import type { Walk } from './walk.ts';

/** Behind more answers than this, a place beside the path begins a new walk: a card has room for so much. */
const mostAnswers = 32;

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

/** What a button to each of these places carries: the walk so far, so that "Tilbake" leads out of it again. */
export function trailsBeside(
  guide: GuideContent,
  { step, entry, answers }: Walk,
): readonly { place: Entry; trail: Trail }[] {
  const { guideId, packVersion } = guide;
  return placesBeside(guide, step).map((place) => {
    const { entryId } = place;
    if (answers.length >= mostAnswers) return { place, trail: { guideId, packVersion, entry: entryId, answers: [] } };
    const onward = [...answers, alsoAnswer(entryId)];
    return { place, trail: { guideId, packVersion, ...(entry !== undefined && { entry }), answers: onward } };
  });
}
