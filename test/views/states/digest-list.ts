import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { digestListView } from '../../../src/views/digest-list.view.ts';
import { digestOf } from '../digest-models.ts';
import { aView, latePerson } from '../leader-models.ts';
import { strangeName } from '../strange-name.ts';

const digest = digestOf(200);
const strange = { ...aView(strangeName), ...{ employedOn: '2026-11-20' as const } };
const own = ['Meldeplikt', 'Avvergingsplikt', 'Taushetsplikt', 'BTI-veilederen'].map((name, index) => ({
  ...{ person: latePerson, moduleId: `m${index}`, title: { nb: name, nn: name, en: name }, minutes: 8 },
  ...{ dueOn: '2026-12-04' as const, lateByDays: 0 },
}));

export const states = defineStates(digestListView, {
  'eighty who miss something, the first page': { digest, list: 'missing', page: 0 },
  'the second page': { digest, list: 'missing', page: 1 },
  'the last page': { digest, list: 'missing', page: 3 },
  'a page that is gone': { digest, list: 'missing', page: 40 },
  'forty need time': { digest, list: 'need-time', page: 0 },
  'forty new': { digest, list: 'new', page: 1 },
  'eighty out of reach': { digest, list: 'unreachable', page: 0 },
  'own modules': { digest: { ...digest, own }, list: 'own', page: 0 },
  'nobody any more': { digest: digestOf(0), list: 'new', page: 0 },
  'strange name': { digest: { ...digest, newPeople: [strange] }, list: 'new', page: 0 },
});
