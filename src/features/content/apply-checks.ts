import type { SourceRef } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import type { OwnedFact } from '../guide/facts.ts';
import type { Step } from '../guide/guide.ts';
import { factIdOf } from './checkable.ts';
import type { ChangeOf, ContentChange } from './content-change.ts';

/** The last time that somebody said "kontrollert", and whether a second person has said the same of that time. */
export type CheckState = {
  set: ChangeOf<'fact-checked'>;
  confirmed?: ChangeOf<'fact-confirmed'>;
  /** The newest one that a second person has confirmed, also where somebody has looked again since. */
  inForce?: { set: ChangeOf<'fact-checked'>; confirmed: ChangeOf<'fact-confirmed'> };
};

export function checkState(factId: string, changes: readonly ContentChange[]): CheckState | undefined {
  let state: CheckState | undefined;
  for (const change of changes) {
    if (!('factId' in change) || change.factId !== factId) continue;
    if (change.kind === 'fact-checked') state = { set: change, ...(state?.inForce && { inForce: state.inForce }) };
    else if (change.of === state?.set.changeId)
      state = { ...state, confirmed: change, inForce: { set: state.set, confirmed: change } };
  }
  return state;
}

type DateOf = (at: Date) => LocalDate;

/**
 * The day is true as soon as one person has looked. A longer life takes a second person; until then it gets no more than the days that
 * person has, and what two people gave it before that stands. What the files have checked later (`since`) stands.
 */
export function applyCheck<F extends OwnedFact>(
  fact: F,
  state: CheckState | undefined,
  { dateOf, since = fact.verifiedAt }: { dateOf: DateOf; since?: LocalDate },
): F {
  if (!state || dateOf(state.set.at) < since) return fact;
  const { set, inForce } = state;
  const byTwo = inForce && dateOf(inForce.set.at) >= since ? inForce.confirmed.validTo : set.confirmBy;
  return {
    ...fact,
    verifiedAt: latest(fact.verifiedAt, dateOf(set.at)),
    validTo: latest(fact.validTo, latest(set.confirmBy, byTwo)),
  };
}

export function applyStepCheck(step: Step, changes: readonly ContentChange[], dateOf: DateOf): Step {
  const state = checkState(factIdOf('step', step.stepId), changes);
  if (!state) return step;
  const checked = checkedOn(dateOf(state.set.at));
  return { ...step, sources: step.sources.map(checked), links: step.links.map(checked) };
}

export function applyModuleCheck(module: Module, changes: readonly ContentChange[], dateOf: DateOf): Module {
  const state = checkState(factIdOf('module', module.moduleId), changes);
  if (!state) return module;
  const checked = checkedOn(dateOf(state.set.at));
  const cards = module.cards.map((card) => ({ ...card, links: card.links.map(checked) }));
  const learnMore = module.learnMore?.map(checked);
  return { ...module, sources: module.sources.map(checked), cards, ...(learnMore && { learnMore }) };
}

export const checkedOn =
  (date: LocalDate) =>
  <S extends SourceRef>(ref: S): S => ({ ...ref, verifiedAt: latest(ref.verifiedAt, date) });

const latest = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
