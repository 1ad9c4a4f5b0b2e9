import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { certificateListView } from '../../../src/views/certificate-list.view.ts';
import { aList, course, expiredCourse, noCourse, validCourse } from '../asks-models.ts';

const { name } = course;
const remindAt = new Date('2027-05-03T07:00:00Z');

export const states = defineStates(certificateListView, {
  'valid, expired and none': { own: [validCourse, expiredCourse, noCourse], about: aList },
  none: { own: [] },
  kept: { own: [validCourse], notice: { notice: 'kept', name, validTo: '2027-06-01', remindAt } },
  'kept, runs out soon': { own: [validCourse], notice: { notice: 'kept', name, validTo: '2026-12-01' } },
  'kept, but expired': { own: [expiredCourse], notice: { notice: 'kept', name, validTo: '2026-10-01' } },
  removed: { own: [noCourse], notice: { notice: 'removed', name } },
  'one that is gone': { own: [noCourse], notice: { notice: 'gone' } },
});
