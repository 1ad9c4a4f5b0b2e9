import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { groupCardView } from '../../../src/views/group-card.view.ts';
import { atPart, grouped } from '../group-models.ts';
import { guide } from '../module-models.ts';

export const states = defineStates(groupCardView, {
  'just begun, nobody yet': atPart(0, 0),
  'a question, one person': atPart(1, 1),
  'the case, 62 people': atPart(3, 62),
  'the last part': atPart(4, 14),
  ended: { ...atPart(4, 14), state: 'closing' },
  'ended and recorded': { ...atPart(4, 14), state: 'closed' },
  'ended with one': { ...atPart(2, 1), state: 'closed' },
  'called off': { ...atPart(1, 3), state: 'cancelled' },
  'ended with nobody': { ...atPart(0, 0), state: 'closing' },
  'an approved module': { ...atPart(1, 3), module: { ...guide, group: grouped.group } },
});
