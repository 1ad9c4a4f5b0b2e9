import type { ContentChange } from '../../../src/features/content/content-change.ts';
import type { LocalDates } from '../../../src/features/content/local-dates.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentDatesView } from '../../../src/views/content-dates.view.ts';

const made = { at: new Date('2026-11-20T09:00:00Z'), by: { personId: 'kari', name: 'Kari Nordmann' } };
const confirmBy = '2026-11-24';
const changes: readonly ContentChange[] = [
  { kind: 'day-off-set', changeId: 'a', ...made, date: '2027-03-01', isOff: true, confirmBy },
  { kind: 'day-off-set', changeId: 'b', ...made, date: '2027-05-07', isOff: false, confirmBy },
  {
    ...{ kind: 'wave-set', changeId: 'c', ...made, units: ['nordfjaera', 'ppt'] },
    ...{ from: '2027-01-11', startsOn: '2027-02-01', confirmBy },
  },
  { kind: 'date-confirmed', changeId: 'd', ...made, of: 'b' },
];
const dates: LocalDates = {
  daysOff: [{ date: '2026-08-14' }, { date: '2027-01-04', label: 'Planleggingsdag' }, { date: '2027-03-01' }],
  waves: new Map([
    ['nordfjaera', '2027-02-01'],
    ['ppt', '2027-02-01'],
    ['solbakken', '2027-08-16'],
  ]),
};

const unitNames = new Map([
  ['nordfjaera', 'Nordfjæra barnehage'],
  ['ppt', 'PPT'],
  ['solbakken', 'Solbakken skole'],
  ['elvebakken', 'Elvebakken barneskole og skolefritidsordning'],
  ['lia', 'Lia barnehage'],
]);
const many = new Map([...unitNames.keys()].map((unitId) => [unitId, '2027-08-16' as const]));

export const states = defineStates(contentDatesView, {
  'nothing to change': { dates: { daysOff: [], waves: new Map() }, unitNames, changes: [], personId: 'per' },
  'days off and units that begin': { dates, unitNames, changes: [], personId: 'per' },
  'days for new staff': {
    ...{ dates: { ...dates, onboardingDays: ['2026-12-03', '2027-03-04'] }, unitNames, personId: 'per' },
    changes: [{ kind: 'onboarding-day-set', changeId: 'e', ...made, date: '2027-03-04', isOn: true, confirmBy }],
  },
  'more units than are named': { dates: { ...dates, waves: many }, unitNames, changes: [], personId: 'per' },
  'waiting, for the second person': { dates, unitNames, changes, personId: 'per' },
  'nobody confirmed in time': {
    ...{ dates, unitNames, personId: 'per' },
    changes: [
      { kind: 'day-off-set', changeId: 'a', ...made, date: '2027-03-01', isOff: true, confirmBy: '2026-11-20' },
    ],
  },
  'a day that lies years ahead': { dates, unitNames, changes: [], personId: 'per', notice: 'date-years-off' },
  'just changed, for who did it': {
    dates,
    unitNames,
    changes: changes.slice(0, 1),
    personId: 'kari',
    notice: 'changed',
  },
  'a date that has been': { dates, unitNames, changes: [], personId: 'per', notice: 'date-past' },
  'before the municipality begins': { dates, unitNames, changes: [], personId: 'per', notice: 'before-start' },
});
