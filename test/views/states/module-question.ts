import { checkAnswer } from '../../../src/features/progress/check-answer.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type ModuleQuestionModel, moduleQuestionView } from '../../../src/views/module-question.view.ts';
import { aQuestion } from '../../support/module-builder.ts';
import { report } from '../module-models.ts';

const single = aQuestion('q1');
const multiple = aQuestion('q2', ['a', 'c'], 'multiple');
const base: ModuleQuestionModel = {
  module: report,
  place: { position: 8, of: 11 },
  question: single,
  number: 1,
  questions: 2,
};
const second: ModuleQuestionModel = { ...base, question: multiple, number: 2, place: { position: 9, of: 11 } };

export const states = defineStates(moduleQuestionView, {
  open: base,
  'open, several answers': second,
  'answered wrong': { ...base, check: checkAnswer(single, ['a']) },
  'answered right': { ...base, check: checkAnswer(single, ['b']) },
  'one of two right': { ...second, check: checkAnswer(multiple, ['a']) },
  'all chosen': { ...second, check: checkAnswer(multiple, ['a', 'b', 'c']) },
  'right, and the last step': { ...second, place: { position: 9, of: 10 }, check: checkAnswer(multiple, ['a', 'c']) },
  'nothing chosen': { ...base, hint: 'no-choice' },
  'not answered at the end': { ...base, hint: 'unanswered' },
  'below the pass mark': {
    ...{ ...base, check: checkAnswer(single, ['c']) },
    hint: { belowMark: { right: 0, of: 2, needed: 2 } },
  },
  'after the module was changed': { ...base, hint: 'changed' },
});
