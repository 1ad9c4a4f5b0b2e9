import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type PriorAnswerModel, priorAnswerView } from '../../../src/views/prior-answer.view.ts';
import { words } from '../../support/module-builder.ts';
import { report } from '../module-models.ts';
import { strangeName } from '../strange-name.ts';

const module = report;
const asked = { module, outcome: 'waiting', takenOn: '2024-03-03', leaders: ['Siv Moe'] } as const;
const waiting: PriorAnswerModel = { ...asked, place: words('I en annen kommune') };

export const states = defineStates(priorAnswerView, {
  waiting,
  'waiting, this year, the place is gone': { ...asked, takenOn: '2026-03-03', leaders: ['Siv Moe', 'Per Lie'] },
  'waiting, strange name': { ...asked, leaders: [strangeName] },
  done: { module, outcome: 'done', completedAt: new Date('2026-11-18T09:30:00Z') },
  withdrawn: { module, outcome: 'withdrawn' },
  'nothing waits': { module, outcome: 'nothing-waiting' },
  'leads the unit alone': { module, outcome: 'only-you' },
  'no leader': { module, outcome: 'nobody' },
  'no longer offered': { module, outcome: 'not-offered' },
});
