import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { moduleReflectionView } from '../../../src/views/module-reflection.view.ts';
import { words } from '../../support/module-builder.ts';
import { guide, report } from '../module-models.ts';

const place = { position: 10, of: 11 };
const prompts = [words('Hvem på huset spør du først?'), words('Hva gjør at dere venter for lenge hos dere?')];

export const states = defineStates(moduleReflectionView, {
  'two questions': { module: report, place, prompts },
  'one question, approved': { module: guide, place, prompts: prompts.slice(0, 1) },
  'after the module was changed': { module: report, place, prompts, hint: 'changed' },
});
