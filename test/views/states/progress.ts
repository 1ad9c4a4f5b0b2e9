import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { progressView } from '../../../src/views/progress.view.ts';
import { done, extra, guide, late, onTheWay, open, own, report } from '../module-models.ts';
import { strangeName } from '../strange-name.ts';

const inGroup = new Date('2026-11-19T12:00:00Z');

export const states = defineStates(progressView, {
  'in all states': { own: [done(guide), onTheWay(report), open(extra), late({ ...guide, moduleId: 'avverging' })] },
  'with diplomas to get': { own: [onTheWay(extra), done(guide), done(report)], diplomas: 'offered' },
  'nothing begun': { own: [open(guide), open(report)] },
  'all done': { own: [done(guide), done(report), done(extra)] },
  'one module, done': { own: [done(report)] },
  'only modules of free choice': { own: [done(extra), open({ ...extra, moduleId: 'annen' })] },
  'taken in a group': {
    own: [own(report, { standing: 'done', completedAt: inGroup, form: 'group' }), open(guide)],
  },
  'registered by the leader': {
    own: [
      own(report, { standing: 'done', completedAt: inGroup, form: 'group', tickedBy: 'rektor' }),
      own(guide, { standing: 'done', completedAt: inGroup, form: 'group', tickedBy: 'gone' }),
    ],
    names: new Map([['rektor', strangeName]]),
  },
  'told that it is wrong': {
    own: [own(report, { standing: 'not-started' }, { withdrawnAt: inGroup }), done(guide)],
    notice: 'withdrawn',
  },
  'nothing for this person': { own: [] },
  'asked for the status of a unit': { own: [onTheWay(report)], notice: 'not-a-leader' },
});
