import type { Sector } from '../people/person.ts';
import type { Level, LevelModel, Tool } from './facts.ts';
import type { Step } from './guide.ts';

/** Where a step is in its level. */
export type Place = { level: Level; stage: number; of: number };

/** `undefined` for a step that is in no level. */
export function placeOf(model: LevelModel, steps: ReadonlyMap<string, Step>, step: Step): Place | undefined {
  if (step.kind !== 'ordinary' || !step.at) return undefined;
  const { levelId, stage } = step.at;
  const level = model.levels.find((one) => one.levelId === levelId);
  return level && { level, stage, of: Math.max(...stagesIn(steps, levelId)) };
}

/** The stage of every step in a level, in the order of the file. */
export function stagesIn(steps: ReadonlyMap<string, Step>, levelId: string): readonly number[] {
  return [...steps.values()].flatMap((step) =>
    step.kind === 'ordinary' && step.at?.levelId === levelId ? [step.at.stage] : [],
  );
}

/** The first step of a level, where its words are explained. */
export function opensLevel(steps: ReadonlyMap<string, Step>, step: Step): boolean {
  if (step.kind !== 'ordinary' || !step.at) return false;
  const { levelId } = step.at;
  const first = [...steps.values()].find((one) => one.kind === 'ordinary' && one.at?.levelId === levelId);
  return first?.stepId === step.stepId;
}

/**
 * The days after which a person may be reminded: the deadline of the first level, where the municipality has set one. Everywhere else
 * in the guide the next thing is to be done today.
 */
export function remindDaysAt(
  guide: { levels: LevelModel; steps: ReadonlyMap<string, Step> },
  step: Step,
): number | undefined {
  const level = placeOf(guide.levels, guide.steps, step)?.level;
  return level && level === guide.levels.levels[0] ? firstDeadlineDays(guide.levels) : undefined;
}

/** Whatever the step: an old card may be pressed, and the deadline is the same. */
export const firstDeadlineDays = ({ levels }: LevelModel): number | undefined => levels[0]?.deadlineDays;

/** The step as it is for a service. */
export function stepFor(step: Step, sector: Sector | undefined): Step {
  const variant = step.variants.find(({ sectors }) => sector !== undefined && sectors.includes(sector));
  if (!variant) return step;
  const { sectors: _sectors, parts, ...words } = variant;
  const varied: Step = { ...step, ...words };
  return varied.kind === 'ordinary' && varied.parts ? { ...varied, parts: { ...varied.parts, ...parts } } : varied;
}

/** The tools for a service, in the order of the file. */
export function toolsFor(tools: ReadonlyMap<string, Tool>, sector: Sector | undefined): readonly Tool[] {
  return [...tools.values()].filter(
    ({ sectors }) => sector === undefined || sectors.length === 0 || sectors.includes(sector),
  );
}
