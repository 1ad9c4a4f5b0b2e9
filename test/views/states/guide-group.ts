import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { guideGroupView } from '../../../src/views/guide-group.view.ts';
import { theGuide } from '../../features/guide/the-guide.ts';
import { today } from '../guide-models.ts';

export const states = defineStates(guideGroupView, { 'in a channel': { guide: theGuide, today } });
