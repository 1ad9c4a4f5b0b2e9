import { dangerNow, type Entry, type GuideContent, type Step, type StepKind } from './guide.ts';
import type { GuideProblem } from './guide-problem.ts';
import { factChecks } from './lint-facts.ts';
import { lintWords } from './lint-words.ts';
import { findLoop, reachableFrom, rootsOf } from './reach.ts';
import { walk } from './walk.ts';

export type Check = (guide: GuideContent) => readonly GuideProblem[];

/** Everything that makes a guide unsafe or a dead end. Empty for a guide that may be used. */
export function lintGuide(guide: GuideContent): readonly GuideProblem[] {
  const broken = [...checkEnds(guide), ...checkTargets(guide)];
  if (broken.length > 0) return broken;
  return checks.flatMap((check) => check(guide));
}

const stepsOf = (guide: GuideContent, kind?: StepKind): Step[] =>
  [...guide.steps.values()].filter((step) => kind === undefined || step.kind === kind);

/** From these a person may not come to the ordinary way of working. */
const closedKinds: readonly StepKind[] = ['acute', 'protect', 'duty', 'workplace'];
/** Here a path may stop. */
const lastKinds: readonly StepKind[] = ['end', 'call', 'tools', 'levels'];

const checkEnds: Check = (guide) => {
  const problems: GuideProblem[] = [];
  const expected = [
    { stepId: guide.startId, kind: 'start' },
    { stepId: guide.acuteId, kind: 'acute' },
  ];
  for (const { stepId, kind } of expected) {
    const step = guide.steps.get(stepId);
    if (step?.kind === kind) continue;
    problems.push({ stepId, message: `the step ${stepId} is not of kind ${kind}`, remedy: `Give it "kind: ${kind}".` });
  }
  for (const step of stepsOf(guide)) {
    if (lastKinds.includes(step.kind) === (step.choices.length === 0)) continue;
    const remedy = `Give every step choices, except those of kind ${lastKinds.join(', ')}, which have none.`;
    problems.push({ stepId: step.stepId, message: 'the path stops here without being an end', remedy });
  }
  return problems;
};

const checkTargets: Check = (guide) => {
  const remedy = 'Correct the name, or write the step.';
  const isLost = ({ to }: { to: string }): boolean => !guide.steps.has(to);
  const lost = (what: string, to: string): string => `${what} leads to ${to}, which does not exist`;
  return [
    ...stepsOf(guide).flatMap(({ stepId, choices }) =>
      choices
        .filter(isLost)
        .map(({ choiceId, to }) => ({ stepId, message: lost(`the choice ${choiceId}`, to), remedy })),
    ),
    ...[...guide.entries.values()]
      .filter(isLost)
      .map(({ entryId, to }) => ({ message: lost(`the entry ${entryId}`, to), remedy })),
  ];
};

const checkShape: Check = (guide) => {
  const loop = findLoop(guide);
  const seen = reachableFrom(guide, rootsOf(guide));
  return [
    ...(loop ? [{ stepId: loop, message: 'the path comes back to this step', remedy: 'Lead it on to an end.' }] : []),
    ...stepsOf(guide)
      .filter((step) => !seen.has(step.stepId))
      .map(({ stepId }) => ({ stepId, message: 'no path leads here', remedy: 'Lead a choice here, or delete it.' })),
  ];
};

const checkClosed: Check = (guide) =>
  stepsOf(guide)
    .filter((step) => closedKinds.includes(step.kind) && reachesOrdinary(guide, [step.stepId]))
    .map(({ stepId }) => ({
      stepId,
      message: 'an ordinary step can be reached from here, and with it a talk with the parents',
      remedy: 'Lead the choices to steps of kind protect, duty or end.',
    }));

const checkUnsure: Check = (guide) =>
  stepsOf(guide)
    .filter((step) => step.kind === 'safety' || step.kind === 'start' || step.kind === 'workplace')
    .flatMap((step) => {
      const unsure = step.choices.filter((choice) => choice.isUnsure);
      if (unsure.length !== 1) {
        return [
          {
            stepId: step.stepId,
            message: 'there is not exactly one "Vet ikke"',
            remedy: 'Mark one choice unsure: true.',
          },
        ];
      }
      const leads = unsure.map(({ to }) => to);
      if (!reachesOrdinary(guide, leads)) return [];
      return [
        {
          stepId: step.stepId,
          message: '"Vet ikke" does not take the safer way',
          remedy: 'Lead it to a step of kind protect.',
        },
      ];
    });

/**
 * Every ordinary step comes after a safety question on every path, and a contact with the parents right after one. From each,
 * advice for violence and abuse is one press away.
 */
const checkOrdinary: Check = (guide) => {
  const unasked = reachableFrom(guide, rootsOf(guide), (step) => step.kind !== 'safety');
  const problems: GuideProblem[] = [];
  for (const step of stepsOf(guide)) {
    if (step.kind !== 'ordinary') continue;
    const { stepId } = step;
    if (unasked.has(stepId)) {
      const remedy = 'Put a question of kind safety before it.';
      problems.push({ stepId, message: 'an ordinary step can be reached without a safety question', remedy });
    }
    if (
      !step.choices.some(({ to }) => guide.steps.get(to)?.kind === 'protect' || guide.steps.get(to)?.kind === 'safety')
    ) {
      const remedy = 'Give it a choice that leads to a step of kind protect.';
      problems.push({ stepId, message: 'no choice here leads to advice for violence and abuse', remedy });
    }
    if (!step.involvesParents) continue;
    const before = stepsOf(guide).filter(({ choices }) => choices.some(({ to }) => to === stepId));
    if (before.every(({ kind }) => kind === 'safety')) continue;
    const remedy = 'Lead to it from a question of kind safety only.';
    problems.push({ stepId, message: 'the parents are involved without a safety question right before', remedy });
  }
  return problems;
};

/** "Er det fare nå?" is asked for at every step by its answer, and the walk itself says where that leads. */
const checkAcute: Check = (guide) =>
  stepsOf(guide)
    .filter(({ stepId, heading }) => {
      const here: Entry = { entryId: stepId, to: stepId, label: heading };
      const { guideId, packVersion } = guide;
      const trail = { guideId, packVersion, entry: stepId, answers: [dangerNow] };
      const isAtNumbers = stepId === guide.acuteId;
      return (
        !isAtNumbers && walk({ ...guide, entries: new Map([[stepId, here]]) }, trail).step.stepId !== guide.acuteId
      );
    })
    .map(({ stepId }) => ({
      stepId,
      message: 'the emergency numbers cannot be reached from here',
      remedy: `Give no choice the id ${dangerNow}: it is the answer of "Er det fare nå?".`,
    }));

const checks: readonly Check[] = [
  checkShape,
  checkAcute,
  checkClosed,
  checkUnsure,
  checkOrdinary,
  ...factChecks,
  lintWords,
];

function reachesOrdinary(guide: GuideContent, from: readonly string[]): boolean {
  return [...reachableFrom(guide, from)].some((stepId) => guide.steps.get(stepId)?.kind === 'ordinary');
}
