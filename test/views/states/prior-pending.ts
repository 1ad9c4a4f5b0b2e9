import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type PriorPendingNotice, priorPendingView } from '../../../src/views/prior-pending.view.ts';
import { words } from '../../support/module-builder.ts';
import { pendingFor } from '../asks-models.ts';
import { strangeName } from '../strange-name.ts';

const two = [pendingFor('Kari Lund'), pendingFor('Olav Berg', { place: undefined, takenOn: '2026-02-01' })];
const many = Array.from({ length: 20 }, (_, index) =>
  pendingFor(`Anne-Margrethe Kristoffersen ${index}`, { title: words('Praktisk bruk av BTI-veilederen') }),
);
const told = { name: 'Kari Lund', module: words('Meldeplikt') };
const before = (state: 'confirmed' | 'declined', by: 'you' | 'another'): PriorPendingNotice => ({
  ...{ ...told, outcome: 'already-decided', state, by },
});

export const states = defineStates(priorPendingView, {
  'two wait': { pending: two },
  'nobody waits': { pending: [] },
  'twenty wait': { pending: many },
  'nine wait': { pending: many.slice(0, 9) },
  confirmed: { pending: two.slice(1), notice: { ...told, outcome: 'confirmed' } },
  declined: { pending: [], notice: { ...told, outcome: 'declined' } },
  'completed meanwhile': { pending: [], notice: { ...told, outcome: 'already-completed' } },
  'changed meanwhile': { pending: two, notice: { ...told, outcome: 'changed' } },
  'confirmed before': { pending: [], notice: before('confirmed', 'you') },
  'declined before': { pending: [], notice: before('declined', 'you') },
  'confirmed by another': { pending: [], notice: before('confirmed', 'another') },
  'declined by another': { pending: [], notice: before('declined', 'another') },
  'not theirs': { pending: two, notice: { outcome: 'not-yours' } },
  'strange name': { pending: [pendingFor(strangeName)], notice: { ...told, name: strangeName, outcome: 'confirmed' } },
});
