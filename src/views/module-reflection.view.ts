import type { LocalText } from '../core/locale.ts';
import type { Module } from '../features/catalogue/module.ts';
import type { Position } from '../features/progress/steps.ts';
import { reflectionPart } from '../features/reports/reportable.ts';
import { defineView } from './define-view.ts';
import { readActions } from './module-ways.ts';
import { lines, moduleFooter, moduleFrame } from './module-words.ts';

export type ModuleReflectionModel = {
  module: Module;
  place: Position;
  prompts: readonly LocalText[];
  hint?: 'changed';
};

/** Something to think about. There is no input on purpose: nothing can be stored. */
export const moduleReflectionView = defineView<ModuleReflectionModel>(
  'module-reflection',
  ({ module, place, prompts, hint }, kit) => ({
    data: {
      ...moduleFrame(module, place, kit),
      hints: lines(hint && kit.t('module.hint.changed')),
      heading: kit.t('module.reflection.heading'),
      prompts: lines(...prompts.map(kit.pick)),
      privacy: kit.t('module.reflection.privacy'),
      footers: [moduleFooter(module, { position: place.position, partId: reflectionPart, mode: 'take' }, kit)],
      actions: readActions(module, place, 'take', kit),
    },
    summary: kit.t('module.summary', { module: kit.pick(module.title) }),
  }),
);
