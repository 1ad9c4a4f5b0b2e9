import { defineView } from './define-view.ts';
import { lines } from './module-words.ts';

/** `unitId`: where to go back to. */
export type RollupWhyModel = { unitId?: string };

/** "Hva er skjult, og hvorfor?": how the figures are made so that they tell of nobody. */
export const rollupWhyView = defineView<RollupWhyModel>('rollup-why', (place, kit) => ({
  data: {
    title: kit.t('rollup.why.title'),
    paragraphs: lines(
      ...[kit.t('rollup.why.fives'), kit.t('rollup.why.hidden'), kit.t('rollup.why.sums'), kit.t('rollup.why.frozen')],
    ),
    actions: [kit.button('rollup.show', kit.t('rollup.why.back'), place)],
  },
  summary: kit.t('rollup.why.title'),
}));
