import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { moduleDoneView } from '../../../src/views/module-done.view.ts';
import { aModule } from '../../support/module-builder.ts';
import { course, done, extra, guide, guideline, late, onTheWay, open, report } from '../module-models.ts';

const completedAt = new Date('2026-11-23T09:00:00Z');

export const states = defineStates(moduleDoneView, {
  'just now, one left': {
    module: report,
    completedAt,
    when: 'just-now',
    next: onTheWay(guide),
    own: [done(report), onTheWay(guide)],
  },
  'just now, with a diploma to get': {
    ...{ module: report, completedAt, when: 'just-now', diplomas: 'offered' },
    ...{ next: onTheWay(guide), own: [done(report), onTheWay(guide)] },
  },
  'all done, with a diploma to get': {
    ...{ module: guide, completedAt, when: 'earlier', diplomas: 'offered', own: [done(report), done(guide)] },
  },
  'Teams asks about the diploma': {
    ...{ module: report, completedAt, when: 'diploma-asked', diplomas: 'offered' },
    ...{ next: onTheWay(guide), own: [done(report), onTheWay(guide)] },
  },
  'just now, the next is late': {
    module: report,
    completedAt,
    when: 'just-now',
    next: late(guide),
    own: [done(report), late(guide)],
  },
  'just now, all done': { module: guide, completedAt, when: 'just-now', own: [done(report), done(guide)] },
  'for who may lead a meeting': {
    ...{ module: report, completedAt, when: 'earlier' as const, next: onTheWay(guide) },
    ...{ own: [done(report), onTheWay(guide)], group: 'offered' as const },
  },
  'last year': { module: report, completedAt: new Date('2025-12-03T09:00:00Z'), when: 'earlier', own: [done(report)] },
  'with two to read also, and the guide': {
    ...{ module: { ...report, seeAlso: ['tegn', 'bti', 'ikke-min', 'uro'], guideEntry: 'duty' }, completedAt },
    ...{ when: 'just-now', diplomas: 'offered', group: 'offered', next: onTheWay(guide) },
    own: [done(report), onTheWay(guide), done(aModule('uro')), open(extra)],
  },
  'with one to read also, and no place in the guide': {
    ...{ module: { ...report, seeAlso: ['bti'] }, completedAt, when: 'earlier', own: [done(report), done(guide)] },
  },
  'with a course and a page to go on with': {
    ...{ module: { ...report, learnMore: [course, guideline] }, completedAt, when: 'just-now' },
    ...{ next: onTheWay(guide), own: [done(report), onTheWay(guide)] },
  },
  'with all that there can be': {
    module: {
      ...{ ...report, seeAlso: ['uro', 'tegn'], guideEntry: 'duty' },
      learnMore: [course, { ...course, linkId: 'film', kind: 'video', onlyIn: 'nn', name: undefined }],
    },
    ...{ completedAt, when: 'just-now', diplomas: 'offered', group: 'offered', next: onTheWay(guide) },
    own: [done(report), onTheWay(guide), done(aModule('uro')), open(extra)],
  },
  'with the guide only': { ...{ module: { ...report, guideEntry: 'duty' }, completedAt, when: 'earlier', own: [] } },
  'no priority modules': { module: extra, completedAt, when: 'earlier', own: [done(extra), open(extra)] },
});
