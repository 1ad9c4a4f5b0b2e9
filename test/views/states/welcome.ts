import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { welcomeView } from '../../../src/views/welcome.view.ts';
import { strangeName } from '../strange-name.ts';

export const states = defineStates(welcomeView, {
  employee: { audience: 'employee', givenName: 'Kari' },
  leader: { audience: 'leader', givenName: 'Torbjørn Åsmund' },
  'somebody we do not know': { audience: 'guide-only' },
  'strange name': { audience: 'employee', givenName: strangeName },
});
