import { checkStatus } from '../../../src/features/content/check-status.ts';
import { checkablesOf } from '../../../src/features/content/checkable.ts';
import { hasAdvice } from '../../../src/features/content/decide-check.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type ContentListModel, contentListView } from '../../../src/views/content-list.view.ts';
import { theContent } from '../../features/find/the-content.ts';
import { words } from '../../support/module-builder.ts';
import { aContact } from '../content-models.ts';
import { extra, guide, report } from '../module-models.ts';

const at = new Date('2026-11-20T09:00:00Z');
const waiting = { status: 'waiting', changeId: 'c', personId: 'kari', by: 'Kari Nordmann' } as const;
const whole = {
  ...{ modules: theContent.catalogue.modules, contacts: theContent.guide.contacts, editors: new Map() },
  ...{ guide: theContent.guide, words: theContent.words },
};
const facts = checkablesOf(whole).map((fact) => ({
  fact,
  status: checkStatus(fact, [], '2026-11-23', { contacts: new Map(), dateOf: () => '2026-11-23' }),
}));
const [one] = facts;
if (!one) throw new TypeError('the content has no facts');
const steps = [...theContent.guide.steps.values()].filter(hasAdvice);

const model: ContentListModel = {
  ...{ section: 'modules', page: 0 },
  waiting: [
    {
      ...{ thing: 'module', id: 'guide', title: words('Bruk av veilederen'), owner: 'BTI-koordinator' },
      ...{ made: { personId: 'kari', at }, confirmBy: '2026-11-24' },
    },
    {
      ...{ thing: 'number', id: 'ppt', title: words('PPT'), owner: 'BTI-koordinator' },
      ...{ made: { personId: 'kari', at }, confirmBy: '2026-11-20' },
    },
    {
      ...{ thing: 'dates', id: 'dates', title: words(''), owner: '' },
      ...{ made: { personId: 'kari', at }, confirmBy: '2026-11-24' },
    },
  ],
  modules: [
    {
      module: guide,
      status: { status: 'approved', by: 'Kari Nordmann', validTo: '2027-11-01' },
      hasTextsWaiting: false,
    },
    { module: report, status: { status: 'draft' }, hasTextsWaiting: false },
    { module: extra, status: { status: 'returned', reason: 'wrong-fact', by: 'Per Vik', at }, hasTextsWaiting: true },
    { module: guide, status: { status: 'run-out', validTo: '2026-11-01' }, hasTextsWaiting: false },
    ...(['accepted', 'dropped', 'taken-back'] as const).map((answer) => ({
      ...{ module: report, status: { status: 'draft' } as const, hasTextsWaiting: false },
      answered: { answer, by: 'Per Vik', at },
    })),
    {
      ...{ module: report, status: { status: 'draft' }, hasTextsWaiting: false },
      answered: { answer: 'outdone', at },
    },
  ],
  numbers: [
    { contact: aContact({ name: words('Barnevernet'), number: undefined }), status: { status: 'unset' } },
    { contact: aContact(), status: { ...waiting, at, confirmBy: '2026-11-24' } },
    { contact: aContact(), status: { ...waiting, at, confirmBy: '2026-11-20' } },
    { contact: aContact(), status: { status: 'stale' } },
    { contact: aContact(), status: { status: 'fresh' } },
  ],
  advice: steps.map((step) => ({ step, status: { status: 'hidden' } })),
  facts: [
    { ...one, status: { ...waiting, confirmBy: '2026-11-24' } },
    { ...one, status: { ...waiting, confirmBy: '2026-11-20' } },
    { ...one, status: { status: 'run-out', validTo: '2026-11-01' } },
    { ...one, status: { status: 'old' } },
    ...facts,
  ],
};

export const states = defineStates(contentListView, {
  modules: model,
  'what waits for a second person': { ...model, section: 'waiting' },
  numbers: { ...model, section: 'numbers' },
  'advice that waits': { ...model, section: 'advice' },
  'the first page of the facts': { ...model, section: 'facts' },
  'a page in the middle': { ...model, section: 'facts', page: 3 },
  'a page after the last': { ...model, section: 'facts', page: 999 },
  'something that is gone was pressed': {
    ...{
      section: 'modules',
      page: 0,
      waiting: [],
      modules: model.modules.slice(1, 2),
      numbers: [],
      advice: [],
      facts: [],
    },
    notice: 'gone',
  },
  'somebody who answers for one law': {
    ...model,
    section: 'modules',
    waiting: [],
    modules: [],
    numbers: [],
    advice: [],
    facts: facts.slice(0, 1),
  },
});
