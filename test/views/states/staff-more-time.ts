import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type MoreTimeModel, staffMoreTimeView } from '../../../src/views/staff-more-time.view.ts';
import { words } from '../../support/module-builder.ts';
import { leaderChoices } from '../asks-models.ts';
import { strangeName } from '../strange-name.ts';

const asked: MoreTimeModel = {
  person: { personId: 'kari', givenName: 'Kari' },
  module: { moduleId: 'meldeplikt', title: words('Meldeplikt') },
  ...{ seen: '2026-11-20', reasons: leaderChoices.moreTime },
};
const chosen = { dueOn: '2026-12-18', reason: 'agreed' };

export const states = defineStates(staffMoreTimeView, {
  asked,
  'not late yet': { ...asked, seen: '2026-12-18' },
  'without a date': { ...asked, hint: 'no-date', chosen: { dueOn: '', reason: 'agreed' } },
  'too early': { ...asked, hint: 'not-later', chosen },
  'too late': { ...asked, hint: 'too-late', chosen },
  'without a reason': { ...asked, hint: 'no-reason', chosen: { ...chosen, reason: '' } },
  'strange name': { ...asked, person: { personId: 'x', givenName: strangeName } },
});
