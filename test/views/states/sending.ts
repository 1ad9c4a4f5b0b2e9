import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { sendingView } from '../../../src/views/sending.view.ts';
import { strangeName } from '../strange-name.ts';

const at = new Date('2026-11-20T09:00:00Z');
const changed = { name: 'Unn Vik', at };

export const states = defineStates(sendingView, {
  'never stopped': { state: 'running' },
  'running again': { state: 'running', changed },
  'asks before it stops': { state: 'running', asks: 'stop' },
  'stopped now': { state: 'stopped', changed },
  'stopped by somebody who has left': { state: 'stopped', changed: { at } },
  'asks before it resumes': { state: 'stopped', changed, asks: 'resume' },
  'pressed twice': { state: 'stopped', changed, notice: 'unchanged' },
  'strange name': { state: 'stopped', changed: { name: strangeName, at } },
});
