import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { useItView } from '../../../src/views/use-it.view.ts';
import { words } from '../../support/module-builder.ts';
import { guide, report } from '../module-models.ts';

const completedAt = new Date('2026-11-09T09:00:00Z');
const prompts = ['Hvem kan du spørre?', 'Hva ser du etter?', 'Hva gjør du i morgen?', 'Og en fjerde?'].map(words);

export const states = defineStates(useItView, {
  ordinary: { kind: 'use-it', module: report, completedAt },
  'many prompts, approved': { kind: 'use-it', module: { ...guide, reflection: prompts }, completedAt },
  'no prompts': { kind: 'use-it', module: { ...report, reflection: [] }, completedAt },
});
