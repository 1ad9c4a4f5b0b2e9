import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { helpView } from '../../../src/views/help.view.ts';

const employee = {
  audience: 'employee',
  municipality: 'Fjordvik kommune',
  leadsGroups: false,
  managesContent: false,
  managesSending: false,
  ...{ seesRollups: false, seesFigures: false },
} as const;
const coordinator = {
  ...employee,
  ...{ leadsGroups: true, managesContent: true, managesSending: true, seesRollups: true, seesFigures: true },
} as const;

export const states = defineStates(helpView, {
  employee,
  leader: { ...employee, audience: 'leader', leadsGroups: true },
  'leader of an area': { ...employee, audience: 'leader', leadsGroups: true, seesRollups: true },
  coordinator: { ...coordinator, reported: 3 },
  'coordinator, changes wait': { ...coordinator, reported: 0, waiting: 2 },
  'coordinator, nothing reported': { ...coordinator, reported: 0 },
  'coordinator, when the reports could not be counted': coordinator,
  'somebody we do not know': { ...employee, audience: 'guide-only' },
});
