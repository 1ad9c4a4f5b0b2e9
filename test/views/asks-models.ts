import type { AboutList, CertificateKind } from '../../src/features/catalogue/certificate-kind.ts';
import type { LeaderChoices } from '../../src/features/catalogue/leader-choices.ts';
import type { Policy } from '../../src/features/catalogue/policy.ts';
import type { PriorLearning } from '../../src/features/catalogue/prior-learning.ts';
import type { LeaderPrior } from '../../src/features/digests/leader-view.ts';
import type { PendingPrior } from '../../src/features/digests/unit-status.ts';
import type { OwnCertificate } from '../../src/features/progress/certificate.ts';
import type { OwnPolicy } from '../../src/features/progress/policy-reads.ts';
import type { ChangedPolicy } from '../../src/features/reminders/follow-up.ts';
import { words } from '../support/module-builder.ts';
import { aView } from './leader-models.ts';

export const aList: AboutList = {
  title: words('Kurs som går ut'),
  version: 1,
  approval: { status: 'utkast', owner: 'BTI-koordinator' },
};

export const priorLearning: PriorLearning = {
  places: ['I denne kommunen', 'I en annen kommune', 'I utdanningen min', 'På e-læring', 'Et annet sted'].map(
    (name, index) => ({ choiceId: `place-${index}`, name: words(name) }),
  ),
  reasons: ['Det er for lenge siden', 'Det var ikke det samme', 'Alle skal ta den her', 'Vi snakker om det først'].map(
    (name, index) => ({ choiceId: `reason-${index}`, name: words(name) }),
  ),
};

export const aPrior = (changes: Partial<LeaderPrior> = {}): LeaderPrior => ({
  moduleId: 'meldeplikt',
  title: words('Meldeplikt'),
  takenOn: '2024-03-03',
  place: words('I en annen kommune'),
  askedAt: new Date('2026-11-20T09:00:00Z'),
  ...changes,
});

export const pendingFor = (name: string, changes: Partial<LeaderPrior> = {}): PendingPrior => {
  const prior = aPrior(changes);
  return { person: aView(name, { priors: [prior] }), prior };
};

export const policy: Policy = {
  policyId: 'bilder-av-barn',
  title: words('Bilder av barn'),
  text: words(
    'Ta bare bilder når foreldrene har sagt ja skriftlig. Er du i tvil, spør lederen først. '.repeat(3).trim(),
  ),
  approval: { status: 'utkast', owner: 'Oppvekstsjef' },
  audience: { sectors: [], roles: [] },
  versions: [
    { version: 1, validFrom: '2026-08-17', isMaterial: false },
    { version: 2, validFrom: '2026-11-02', isMaterial: true },
  ],
};
const approval: Policy['approval'] = {
  status: 'approved',
  owner: 'Kommunedirektør',
  approvedBy: 'Kari',
  approvedAt: '2026-11-01',
  validTo: '2027-11-01',
};
export const linkedPolicy: Policy = {
  ...policy,
  ...{ policyId: 'side', title: words('Rutine for nøkler'), text: undefined, url: 'https://example.com/', approval },
};

export const readPolicy: OwnPolicy = { policy, standing: 'read', at: new Date('2026-11-18T09:30:00Z') };
export const unreadPolicy: OwnPolicy = { policy: linkedPolicy, standing: 'unread' };
export const againPolicy: ChangedPolicy = {
  ...{ policy, standing: 'read-again', changed: 2 },
  at: new Date('2026-09-14T09:30:00Z'),
};

export const course: CertificateKind = {
  kindId: 'forstehjelp',
  name: words('Førstehjelp'),
  validMonths: 24,
  audience: { sectors: [], roles: [] },
};
const certificate = { kindId: 'forstehjelp', takenOn: '2025-06-01', validTo: '2027-06-01' } as const;
export const validCourse: OwnCertificate = { kind: course, standing: 'valid', certificate, daysLeft: 190 };
export const expiredCourse: OwnCertificate = {
  kind: { ...course, name: words('Livredning i vann') },
  standing: 'expired',
  certificate: { ...certificate, validTo: '2026-10-01' },
};
export const noCourse: OwnCertificate = { kind: { ...course, name: words('Brannvern') }, standing: 'none' };

export const leaderChoices: LeaderChoices = {
  moreTime: [
    { choiceId: 'much-to-do', name: words('Mye å gjøre akkurat nå') },
    { choiceId: 'agreed', name: words('Vi har avtalt en ny dato') },
  ],
  exempt: [
    { choiceId: 'other-duties', name: words('Gjelder ikke denne stillingen') },
    { choiceId: 'knows-it', name: words('Har utdanning i dette') },
    { choiceId: 'leaves-soon', name: words('Slutter snart') },
    { choiceId: 'agreed', name: words('Vi har avtalt det') },
  ],
};
