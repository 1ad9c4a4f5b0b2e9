import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { progressView } from '../../../src/views/progress.view.ts';
import { words } from '../../support/module-builder.ts';
import { againPolicy, expiredCourse, noCourse, readPolicy, unreadPolicy, validCourse } from '../asks-models.ts';
import {
  declined,
  done,
  extra,
  guide,
  late,
  learntBefore,
  onTheWay,
  open,
  own,
  report,
  waiting,
} from '../module-models.ts';
import { strangeName } from '../strange-name.ts';

const arranged = { moduleId: 'bti', at: new Date('2026-11-19T12:00:00Z') };
const inGroup = new Date('2026-11-19T12:00:00Z');
const beside = { policies: [], certificates: [] };

export const states = defineStates(progressView, {
  'in all states': {
    ...beside,
    own: [done(guide), onTheWay(report), open(extra), late({ ...guide, moduleId: 'avverging' })],
  },
  'more time, and one not to take': {
    ...{ ...beside, own: [late(guide), open(report)] },
    arrangements: [
      {
        arrangement: 'more-time',
        ...arranged,
        title: guide.title,
        dueOn: '2026-12-18',
        reason: words('Har vært borte'),
      },
      { arrangement: 'exempt', ...arranged, title: extra.title },
    ],
  },
  'with diplomas to get': { ...beside, own: [onTheWay(extra), done(guide), done(report)], diplomas: 'offered' },
  'nothing begun': { ...beside, own: [open(guide), open(report)] },
  'all done': { ...beside, own: [done(guide), done(report), done(extra)] },
  'one module, done': { ...beside, own: [done(report)] },
  'only modules of free choice': { ...beside, own: [done(extra), open({ ...extra, moduleId: 'annen' })] },
  'nothing for this person': { ...beside, own: [] },
  'asked for the status of a unit': { ...beside, own: [onTheWay(report)], notice: 'not-a-leader' },
  'learnt before, and waiting': { ...beside, own: [learntBefore(guide), waiting(report), declined(extra)] },
  'guidelines and a course': {
    own: [done(guide), onTheWay(report)],
    policies: [readPolicy, unreadPolicy],
    certificates: [validCourse, expiredCourse, noCourse],
  },
  'a guideline to read again': { ...beside, own: [done(guide)], policies: [readPolicy, againPolicy] },
  'taken in a group': {
    ...beside,
    own: [own(report, { standing: 'done', completedAt: inGroup, form: 'group' }), open(guide)],
  },
  'registered by the leader': {
    ...beside,
    own: [
      own(report, { standing: 'done', completedAt: inGroup, form: 'group', tickedBy: 'rektor' }),
      own(guide, { standing: 'done', completedAt: inGroup, form: 'group', tickedBy: 'gone' }),
    ],
    names: new Map([['rektor', strangeName]]),
  },
  'told that it is wrong': {
    ...beside,
    own: [own(report, { standing: 'not-started' }, { withdrawnAt: inGroup }), done(guide)],
    notice: 'withdrawn',
  },
});
