import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { progressView } from '../../../src/views/progress.view.ts';
import { done, extra, guide, late, onTheWay, open, report } from '../module-models.ts';

export const states = defineStates(progressView, {
  'in all states': { own: [done(guide), onTheWay(report), open(extra), late({ ...guide, moduleId: 'avverging' })] },
  'with diplomas to get': { own: [onTheWay(extra), done(guide), done(report)], diplomas: 'offered' },
  'nothing begun': { own: [open(guide), open(report)] },
  'all done': { own: [done(guide), done(report), done(extra)] },
  'one module, done': { own: [done(report)] },
  'only modules of free choice': { own: [done(extra), open({ ...extra, moduleId: 'annen' })] },
  'nothing for this person': { own: [] },
  'asked for the status of a unit': { own: [onTheWay(report)], notice: 'not-a-leader' },
});
