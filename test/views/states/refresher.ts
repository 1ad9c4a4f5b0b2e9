import { checkAnswer } from '../../../src/features/progress/check-answer.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { refresherView } from '../../../src/views/refresher.view.ts';
import { aQuestion } from '../../support/module-builder.ts';
import { guide, report } from '../module-models.ts';

const question = aQuestion('q1');
const several = aQuestion('q2', ['a', 'c'], 'multiple');

export const states = defineStates(refresherView, {
  open: { module: report, question },
  'open, approved, several answers': { module: guide, question: several },
  'nothing chosen': { module: report, question, hint: 'no-choice' },
  wrong: { module: report, question, check: checkAnswer(question, ['a']) },
  partly: { module: report, question: several, check: checkAnswer(several, ['a']) },
  'mixed, several answers': { module: report, question: several, check: checkAnswer(several, ['a', 'b']) },
  right: { module: report, question, check: checkAnswer(question, ['b']) },
  'what was chosen is gone': { module: report, question, hint: 'changed' },
  'the question is gone': { module: report },
});
