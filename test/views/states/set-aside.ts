import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type SetAsideModel, setAsideView } from '../../../src/views/set-aside.view.ts';
import { aModule, words } from '../../support/module-builder.ts';
import { strangeName } from '../strange-name.ts';

const slot = (day: string, from: string, to: string) => ({
  from: new Date(`2026-11-${day}T${from}:00Z`),
  to: new Date(`2026-11-${day}T${to}:00Z`),
});
const modules = ['Meldeplikt', 'Avvergingsplikt'].map((title) => aModule(title.toLowerCase(), { title: words(title) }));
const slots = [slot('24', '07:30', '08:00'), slot('25', '13:30', '14:00'), slot('26', '07:30', '08:00')];
const three: SetAsideModel = {
  ...{ person: { personId: 'kari', givenName: 'Kari' }, proposal: { modules, minutes: 22, slots } },
  ...{ zone: 'Europe/Oslo', files: 'offered' },
};

export const states = defineStates(setAsideView, {
  'three times': three,
  'no files': { ...three, files: 'off' },
  'one is chosen as a meeting': { ...three, notice: 'noted', ...(slots[1] && { chosen: slots[1].from }) },
  'the time is gone': { ...three, notice: 'gone' },
  asked: { ...three, notice: 'asked' },
  declined: { ...three, notice: 'declined' },
  failed: { ...three, notice: 'failed' },
  'the time is gone, and nothing left': {
    ...{ ...three, notice: 'gone' as const, proposal: { modules: [], minutes: 0, slots: [] } },
  },
  'nothing left': { ...three, proposal: { modules: [], minutes: 0, slots: [] } },
  'times that are too short': { ...three, proposal: { modules, minutes: 50, slots } },
  'no time found': { ...three, proposal: { modules, minutes: 22, slots: [] } },
  'strange name': { ...three, person: { personId: 'x', givenName: strangeName } },
});
