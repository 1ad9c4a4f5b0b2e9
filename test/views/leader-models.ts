import type { LeaderModule, LeaderView } from '../../src/features/digests/leader-view.ts';
import { countStatus, type UnitStatus } from '../../src/features/digests/unit-status.ts';
import { words } from '../support/module-builder.ts';

/** What is the same in every standing of one module. */
export const openModule = { moduleId: 'meldeplikt', title: words('Meldeplikt'), minutes: 8 };
export const doneModule: LeaderModule = {
  ...openModule,
  standing: 'done',
  completedAt: new Date('2026-11-18T09:30:00Z'),
  completedOn: '2026-11-18',
};
export const lateModule: LeaderModule = {
  ...openModule,
  standing: 'late',
  dueOn: '2026-11-20',
  byDays: 3,
  isStarted: false,
};

export function aView(name: string, changes: Partial<LeaderView> = {}): LeaderView {
  return {
    personId: name.toLowerCase(),
    displayName: name,
    givenName: name.split(' ')[0] ?? name,
    unitId: 'solbakken',
    employedOn: '2024-08-01',
    tenure: 'settled',
    overall: 'done',
    modules: [doneModule, { ...doneModule, moduleId: 'bti', title: words('Praktisk bruk av BTI-veilederen') }],
    reach: { reach: 'open' },
    priors: [],
    certificates: [],
    ...changes,
  };
}

export const latePerson = aView('Kari Nilsen', {
  overall: 'late',
  modules: [
    lateModule,
    { ...lateModule, title: words('Avvergingsplikt'), isStarted: true, byDays: 1, dueOn: '2026-11-22' },
    doneModule,
  ],
});
export const newPerson = aView('Amina Hassan', {
  tenure: 'new',
  employedOn: '2026-11-23',
  overall: 'not-started',
  modules: [
    { ...openModule, standing: 'not-started', dueOn: '2026-12-07' },
    { ...openModule, title: words('Avvergingsplikt'), standing: 'not-started' },
  ],
  reach: { reach: 'no-chat' },
});
export const startedPerson = aView('Ola Berg', {
  overall: 'on-the-way',
  modules: [
    { ...openModule, standing: 'on-the-way', dueOn: '2026-12-11' },
    { ...openModule, title: words('Avvergingsplikt'), standing: 'on-the-way' },
  ],
  reach: { reach: 'blocked', reason: 'ConversationBlockedByUser' },
});
export const comingPerson = aView('Per Lie', {
  tenure: 'starts-later',
  employedOn: '2026-12-01',
  overall: 'not-started',
  modules: [{ ...openModule, standing: 'not-started', dueOn: '2026-12-15' }],
  reach: { reach: 'blocked', reason: 'uninstalled' },
});
export const freePerson = aView('Siv Dahl', { overall: 'none', modules: [], reach: { reach: 'no-chat' } });

export const aUnit = (people: readonly LeaderView[], name = 'Solbakken skole'): UnitStatus => ({
  unitId: 'solbakken',
  name,
  counts: countStatus(people),
  people,
  names: 'shown',
  asking: people.filter(({ priors }) => priors.length > 0),
  policies: [],
});
