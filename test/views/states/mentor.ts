import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type MentorModel, mentorView } from '../../../src/views/mentor.view.ts';
import { strangeName } from '../strange-name.ts';

const model = (reader: 'mentor' | 'new-hire', step: MentorModel['step'], displayName = 'Olav Berg'): MentorModel => ({
  kind: 'mentor',
  pair: { other: { personId: 'olav', displayName }, reader, employedOn: '2026-11-23' },
  step,
});

export const states = defineStates(mentorView, {
  'the mentor is introduced': model('mentor', 'hello'),
  'the new hire is introduced': model('new-hire', 'hello'),
  'the mentor in week 1': model('mentor', 'week-1'),
  'the mentor in week 4': model('mentor', 'week-4'),
  'the mentor in week 12': model('mentor', 'week-12'),
  'the new hire in week 1': model('new-hire', 'week-1'),
  'the new hire in week 4': model('new-hire', 'week-4'),
  'the new hire in week 12': model('new-hire', 'week-12'),
  'strange name': model('mentor', 'hello', strangeName),
});
