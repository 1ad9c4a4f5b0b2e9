import { placeAt } from '../../../src/features/progress/steps.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentCardView } from '../../../src/views/content-card.view.ts';
import { aDialogue } from '../../support/dialogue-builder.ts';
import { aModule } from '../../support/module-builder.ts';
import { course, guideline, report } from '../module-models.ts';

const talking = aModule('talking', { quiz: [], dialogues: [aDialogue('samtalen')] });

const at = (position: number) => ({ module: report, place: placeAt(report, position), isHidden: false });

export const states = defineStates(contentCardView, {
  'a card with a link': at(0),
  'a card that is taken away': { ...at(1), isHidden: true, notice: 'changed' },
  'the last card cannot be taken away': { ...at(2), notice: 'last-card' },
  'a question': at(8),
  'a practice dialogue': { module: talking, place: placeAt(talking, 3), isHidden: false },
  'the reflection': at(10),
  'the last, with what there is to go on with': { ...at(10), module: { ...report, learnMore: [course, guideline] } },
});
