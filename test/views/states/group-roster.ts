import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { groupRosterView, type RosterPerson } from '../../../src/views/group-roster.view.ts';
import { grouped, sessionId } from '../group-models.ts';
import { strangeName } from '../strange-name.ts';

const names = ['Kari Lund', 'Olav Berg', 'Anne-Margrethe Sandvik-Kristoffersen', strangeName];
const people: readonly RosterPerson[] = names.map((displayName, at) => ({ personId: `person-${at}`, displayName }));
const many = Array.from({ length: 60 }, (_, at) => ({ personId: `p${at}`, displayName: `Ansatt Nummer ${at + 1}` }));
const solbakken = { unitId: 'solbakken', name: 'Solbakken skole' };
const units = [solbakken, { unitId: 'fjordgløtt', name: strangeName }];
const base = { module: grouped, lists: 'who-lacks' as const, sessionId };
const everybody = { ...base, lists: 'everybody' as const };

export const states = defineStates(groupRosterView, {
  'one unit': { ...base, units: [solbakken], chosen: { ...solbakken, people, start: 0 } },
  'two units': { ...base, units },
  'no unit': { ...base, units: [] },
  'the first page of three': { ...base, units, chosen: { ...solbakken, people: many, start: 0 } },
  'the second page': { ...base, units, chosen: { ...solbakken, people: many, start: 22 }, notice: { registered: 25 } },
  'everybody has it': { ...base, units, chosen: { ...solbakken, people: [], start: 0 }, notice: { registered: 1 } },
  'a module that nobody has to take': { ...everybody, units: [solbakken], chosen: { ...solbakken, people, start: 0 } },
  'all of them registered': {
    ...everybody,
    ...{ units, chosen: { ...solbakken, people: [], start: 0 }, notice: { registered: 4 } },
  },
  'ticks on a card that has registered others': {
    ...{ ...base, units, chosen: { ...solbakken, people, start: 0 } },
    notice: 'used-up',
  },
  'nobody ticked': { ...base, units, chosen: { ...solbakken, people, start: 0 }, notice: 'nobody-chosen' },
  'names are not discussed': { ...base, units: [], notice: 'names-off' },
  'somebody else’s unit': { ...base, units, notice: 'not-yours' },
});
