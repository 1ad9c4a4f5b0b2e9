import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { delegationToldView } from '../../../src/views/delegation-told.view.ts';
import { strangeName } from '../strange-name.ts';

const leader = { displayName: 'Siv Moe' };
const until = '2026-12-18';

export const states = defineStates(delegationToldView, {
  'one unit': { news: 'given', leader, units: ['Solbakken skole'], until },
  'three units': { news: 'given', leader, units: ['Solbakken skole', 'Fjordgløtt barnehage', 'PPT'], until },
  ended: { news: 'ended', leader },
  'strange names': { news: 'given', leader: { displayName: strangeName }, units: [strangeName], until },
  'ended by a strange name': { news: 'ended', leader: { displayName: strangeName } },
});
