import { defineView } from './define-view.ts';

/** `unitId`: where to go back to. */
export type RollupWhyModel = { unitId?: string };

/** "Hva er skjult, og hvorfor?": how the figures are made so that they tell of nobody. */
export const rollupWhyView = defineView<RollupWhyModel>('rollup-why', (place, kit) => ({
  data: {
    title: kit.t('rollup.why.title'),
    paragraphs: ['fives', 'hidden', 'sums', 'units'].map((part) => ({ text: kit.t(`rollup.why.${part}`) })),
    actions: [kit.button('rollup.show', kit.t('rollup.why.back'), place)],
  },
  summary: kit.t('rollup.why.title'),
}));
