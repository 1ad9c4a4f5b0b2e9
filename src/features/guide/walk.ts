import { Failure } from '../../core/failure.ts';
import type { Sector } from '../people/person.ts';
import { findBeside } from './also.ts';
import { dangerNow, type GuideContent, type Step, type Trail } from './guide.ts';

/** Where a person stands in the guide. */
export type Walk = {
  step: Step;
  /** Where it began, when not at the first card. */
  entry?: string;
  /** The answers that lead here. */
  answers: readonly string[];
  /** The person's service, from the roster or from the answers. */
  sector?: Sector;
  /** The answers to go on with after "Tilbake"; absent on the first card. */
  back?: readonly string[];
  /** The card did not fit the guide (another version, or tampered with), so this is the first card. */
  isRestarted: boolean;
};

type Passed = { step: Step; answers: readonly string[] };
type Move = { to: string | undefined; isShown: boolean; sector: Sector | undefined };

/** The first card. Throws Failure `bug` for a guide that was not loaded with `loadGuide`, which checks this. */
export function startWalk(guide: GuideContent, sector?: Sector): Walk {
  const step = guide.steps.get(guide.startId);
  if (!step) throw new Failure('bug', `the guide has no step ${guide.startId}; load it with loadGuide`);
  return { step, answers: [], sector, isRestarted: false };
}

/**
 * Replays the answers that a card carries. Answers that do not fit lead to the first card, never to an error.
 * "Tilbake" stops at the nearest earlier step that is no ordinary step: safety is asked again before any ordinary one.
 */
export function walk(guide: GuideContent, trail: Trail, sector?: Sector): Walk {
  const isThisGuide = trail.guideId === guide.guideId && trail.packVersion === guide.packVersion;
  const reached = isThisGuide ? replay(guide, trail, sector) : undefined;
  return reached ?? { ...startWalk(guide, sector), isRestarted: true };
}

/** The card behind an entry; the first card when there is no such entry. */
export function enterGuide(guide: GuideContent, entry: string, sector?: Sector): Walk {
  const { guideId, packVersion } = guide;
  return replay(guide, { guideId, packVersion, entry, answers: [] }, sector) ?? startWalk(guide, sector);
}

/** Without an entry the first card; with one that does not exist, nothing. */
function firstStep(guide: GuideContent, entry: string | undefined): Step | undefined {
  if (entry === undefined) return startWalk(guide).step;
  return guide.steps.get(guide.entries.get(entry)?.to ?? '');
}

function replay(guide: GuideContent, trail: Trail, rosterSector: Sector | undefined): Walk | undefined {
  const { answers, entry } = trail;
  let step = firstStep(guide, entry);
  let sector = rosterSector;
  const passed: Passed[] = [];
  let taken = 0;
  // Each round takes an answer or passes a workplace question, so a sound guide ends long before this.
  for (let rounds = answers.length + guide.steps.size; step && rounds > 0; rounds -= 1) {
    const move = findMove(guide, step, answers[taken], sector);
    if (!move) return { ...stand(step, answers, sector, passed), ...(entry !== undefined && { entry }) };
    if (move.isShown) {
      passed.push({ step, answers: answers.slice(0, taken) });
      taken += 1;
    }
    sector = move.sector;
    step = move.to === undefined ? undefined : guide.steps.get(move.to);
  }
  return undefined;
}

/** Where the answer leads from this step; no move when the step is to be shown. `to` is absent when the answer does not fit. */
function findMove(guide: GuideContent, step: Step, answer: string | undefined, sector?: Sector): Move | undefined {
  const choice = step.choices.find(({ choiceId }) => choiceId === answer);
  if (choice) return { to: choice.to, isShown: true, sector: choice.sector ?? sector };
  const beside = findBeside(guide, step, answer);
  if (beside !== undefined) return { to: beside, isShown: true, sector };
  if (step.kind === 'workplace' && canPass(sector, answer)) {
    return { to: step.choices[0]?.to, isShown: false, sector };
  }
  if (answer === undefined) return undefined;
  return { to: answer === dangerNow ? guide.acuteId : undefined, isShown: true, sector };
}

/** The service is known, or was when the card was made: then the next answer belongs to a later step. */
const canPass = (sector: Sector | undefined, answer: string | undefined): boolean =>
  sector !== undefined || answer !== undefined;

function stand(step: Step, answers: readonly string[], sector: Sector | undefined, passed: readonly Passed[]): Walk {
  const back = passed.findLast((earlier) => earlier.step.kind !== 'ordinary')?.answers;
  return { step, answers, sector, ...(back && { back }), isRestarted: false };
}
