import type { Module } from '../features/catalogue/module.ts';
import type { Target } from '../features/progress/keep-place.ts';
import { type Position, stepIdsOf } from '../features/progress/steps.ts';
import type { CardAction, ViewKit } from './define-view.ts';

/** `reread`: the module is finished and nothing is kept of this walk through it. */
export type ReadMode = 'take' | 'reread';

/** To the next step, or from the last one to completion. Leaves the card's inputs alone. */
export function forward(module: Module, { position, of }: Position, mode: ReadMode, kit: ViewKit): CardAction {
  const { moduleId } = module;
  if (position + 1 < of) {
    const after = stepIdsOf(module)[position];
    return kit.exit('module.show', kit.t('module.next'), { ...stepData(module, position + 1, mode), after });
  }
  return kit.exit('module.complete', kit.t('module.finish'), { moduleId });
}

/** Back one step and out to the list. */
export function waysBack(module: Module, { position }: Position, mode: ReadMode, kit: ViewKit): readonly CardAction[] {
  const list = kit.exit('module.list', kit.t('common.modules'));
  if (position === 0) return [list];
  const data = { ...stepData(module, position - 1, mode), before: stepIdsOf(module)[position] };
  return [kit.exit('module.show', kit.t('module.back'), data), list];
}

/** The buttons of a card that only has to be read. Reading a finished module again ends without completing it again. */
export function readActions(module: Module, place: Position, mode: ReadMode, kit: ViewKit): readonly CardAction[] {
  const back = waysBack(module, place, mode, kit);
  if (mode === 'reread' && place.position + 1 >= place.of) return back;
  return [{ ...forward(module, place, mode, kit), style: 'positive' }, ...back];
}

type StepData = Target & { moduleId: string; mode?: 'reread' };

/** A step by its id: the module may be changed before the button is pressed. */
export function stepData(module: Module, position: number, mode: ReadMode): StepData {
  const { moduleId } = module;
  const stepId = stepIdsOf(module)[position];
  const place = { moduleId, position, ...(stepId !== undefined && { stepId }) };
  return mode === 'reread' ? { ...place, mode } : place;
}
