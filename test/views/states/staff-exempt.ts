import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { staffExemptView } from '../../../src/views/staff-exempt.view.ts';
import { words } from '../../support/module-builder.ts';
import { leaderChoices } from '../asks-models.ts';
import { strangeName } from '../strange-name.ts';

const module = { moduleId: 'bti', title: words('Praktisk bruk av BTI-veilederen') };
const reasons = leaderChoices.exempt;

export const states = defineStates(staffExemptView, {
  'four reasons': { person: { personId: 'kari', givenName: 'Kari' }, module, reasons },
  'strange name': { person: { personId: 'x', givenName: strangeName }, module, reasons: reasons.slice(0, 1) },
});
