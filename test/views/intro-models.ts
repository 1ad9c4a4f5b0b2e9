import type { OwnIntro } from '../../src/features/use-cases/intro-plans.ts';
import type { IntroSeen } from '../../src/features/use-cases/intro-seen.ts';
import { words } from '../support/module-builder.ts';
import { aPerson } from '../support/person-builder.ts';
import { aList, readPolicy, unreadPolicy } from './asks-models.ts';
import { done, extra, guide, open, report } from './module-models.ts';

const at = new Date('2026-11-20T09:00:00Z');

export const newcomer = aPerson('kari', { displayName: 'Kari Lund', employedOn: '2026-11-16' });

export const intro: OwnIntro = {
  about: aList,
  person: newcomer,
  mentorName: 'Olav Berg',
  btiContactNames: ['Pia Kontakt'],
  modules: [done(guide), open(report), open(extra)],
  policies: [readPolicy, unreadPolicy],
  steps: [
    { step: { stepId: 'day', kind: 'onboarding-day', tickedBy: ['self', 'leader'] }, on: '2026-12-03' },
    { step: { stepId: 'mentor', kind: 'mentor', tickedBy: ['self', 'mentor'] } },
    {
      step: { stepId: 'talk', kind: 'task', title: words('Første samtale med lederen'), tickedBy: ['leader'] },
      tick: { stepId: 'talk', at, by: 'rektor', as: 'leader' },
    },
    {
      step: { stepId: 'routines', kind: 'task', title: words('Du kjenner rutinene i enheten'), tickedBy: ['self'] },
      tick: { stepId: 'routines', at, by: 'kari', as: 'self' },
    },
    {
      step: {
        stepId: 'contact',
        kind: 'bti-contact',
        tickedBy: ['leader', 'mentor'],
      },
    },
  ],
};

/** Nothing set: no mentor in the list, no day ahead, the mentor has ticked. */
export const bareIntro: OwnIntro = {
  ...{ person: newcomer, modules: [], policies: [] },
  steps: [
    { step: { stepId: 'day', kind: 'onboarding-day', tickedBy: ['self'] } },
    { step: { stepId: 'mentor', kind: 'mentor', tickedBy: ['mentor'] } },
    {
      step: { stepId: 'contact', kind: 'bti-contact', tickedBy: ['mentor'] },
      tick: { stepId: 'contact', at, by: 'olav', as: 'mentor' },
    },
  ],
};

export const introSeen: IntroSeen = {
  seers: { leader: true, mentorName: 'Olav Berg' },
  learnt: [
    { id: 'meldeplikt', title: words('Meldeplikt'), isDone: true },
    { id: 'bilder', title: words('Bilder av barn'), isDone: false },
  ],
  steps: intro.steps.map(({ step, tick }) => ({ step, ...(tick && { tick }) })),
};
