import { fallbackGuide } from '../../../src/packs/fallback-guide.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { guideNumbersView } from '../../../src/views/guide-numbers.view.ts';
import { answersTo, guideAt, restarted } from '../guide-models.ts';

export const states = defineStates(guideNumbersView, {
  'the first card': guideAt([]),
  'the first card after words of danger': { ...guideAt([]), emphasis: 'acute' },
  'the first card after a change of the content': restarted(),
  'the first card when the guide of the municipality cannot be read': guideAt([], undefined, fallbackGuide('test-1')),
  'behind "Er det fare nå?"': guideAt(answersTo.numbers),
});
