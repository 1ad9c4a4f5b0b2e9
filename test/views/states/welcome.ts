import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { welcomeView } from '../../../src/views/welcome.view.ts';
import { strangeName } from '../strange-name.ts';

export const states = defineStates(welcomeView, {
  employee: { audience: 'employee', givenName: 'Kari' },
  leader: { audience: 'leader', givenName: 'Torbjørn Åsmund' },
  'a coordinator, one text reported': { audience: 'employee', givenName: 'Per', reported: 1 },
  'a coordinator, all sending is stopped': { audience: 'employee', givenName: 'Per', isSendingStopped: true },
  'a coordinator who leads, several reported': { audience: 'leader', givenName: 'Per', reported: 3 },
  'a coordinator, one change waits': { audience: 'employee', givenName: 'Per', waiting: 1 },
  'a coordinator, changes wait and texts are reported': {
    audience: 'leader',
    givenName: 'Per',
    waiting: 4,
    reported: 2,
  },
  'a coordinator, three ask to be added': { audience: 'employee', givenName: 'Per', requests: 3 },
  'a coordinator, the staff list was stopped': { audience: 'employee', givenName: 'Per', rosterTrouble: 'stopped' },
  'a coordinator, the staff list lacks a column': {
    ...{ audience: 'employee', givenName: 'Per', rosterTrouble: 'fewer-columns' },
  },
  'a coordinator, the staff list is no list': { audience: 'employee', givenName: 'Per', rosterTrouble: 'refused' },
  'a coordinator, the staff list came through in part, and two ask to be added': {
    ...{ audience: 'employee', givenName: 'Per', rosterTrouble: 'partly', requests: 2 },
  },
  'a coordinator, Microsoft 365 does not let us in': {
    audience: 'leader',
    givenName: 'Per',
    rosterTrouble: 'not-let-in',
  },
  'somebody we do not know': { audience: 'guide-only', outside: { read: true, ask: true } },
  'a guest': { audience: 'guide-only', outside: { read: true } },
  'somebody who could not be read': { audience: 'guide-only', outside: { read: true, notRead: true } },
  'strange name': { audience: 'employee', givenName: strangeName },
});
