import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { guideStepView } from '../../../src/views/guide-step.view.ts';
import { guideWith } from '../../features/guide/the-guide.ts';
import { answersTo, approval, guideAt } from '../guide-models.ts';

const { numbers: _numbers, ...steps } = answersTo;
const all = Object.entries(steps).map(([name, answers]) => [name, guideAt(answers)] as const);

export const states = defineStates(guideStepView, {
  ...Object.fromEntries(all),
  approved: guideAt(
    answersTo.notes,
    undefined,
    guideWith('notes', (step) => ({ ...step, approval })),
  ),
  'deadline of the municipality': guideAt(
    answersTo.talk,
    undefined,
    guideWith('talk', (step) => (step.kind === 'ordinary' ? { ...step, deadline: { kind: 'days', days: 14 } } : step)),
  ),
});
