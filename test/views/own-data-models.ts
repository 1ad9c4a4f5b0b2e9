import type { OwnData } from '../../src/features/use-cases/read-own-data.ts';
import type { StoredRows } from '../../src/features/use-cases/stored-kinds.ts';
import { aPerson } from '../support/person-builder.ts';
import { aView, latePerson } from './leader-models.ts';
import { strangeName } from './strange-name.ts';

export const retention = { afterLeavingDays: 180, messageDays: 365, meetingDays: 90, auditMonths: 24, requestDays: 30 };

const at = new Date('2026-11-20T10:00:00Z');
const later = new Date('2026-12-01T08:00:00Z');
const module = { moduleId: 'meldeplikt', cycle: 1 };

const sentCard = {
  ...{ failures: 0, attempts: 1, state: 'sent' as const, claimId: 'c', class: 'nudge' as const, items: [] },
  ...{ activityId: 'a', settledAt: at },
};

export const noRows: StoredRows = {
  ...{ profile: [], memberships: [], conversation: [], preferences: [], progress: [], done: [], withdrawn: [] },
  ...{
    priors: [],
    policyReads: [],
    introTicks: [],
    mentees: [],
    certificates: [],
    actions: [],
    reminders: [],
    days: [],
    digests: [],
    pings: [],
  },
  ...{ pingClaims: [], rereads: [], assigned: [], ownerCards: [], expiries: [], delegations: [] },
};

const planned = {
  ...{ ...module, stepId: 'due', class: 'deadline' as const, origin: 'step' as const, doubtfulSends: 0 },
  ...{ deadlineOn: '2026-12-01' as const, dueAt: later },
};

export const allRows: StoredRows = {
  ...noRows,
  memberships: [{ unitId: 'solbakken', validFrom: '2024-08-01' }],
  conversation: [
    { conversationId: 'a', serviceUrl: 'https://t/', tenantId: 't', botId: '28:b', state: 'open', locale: 'nn' },
  ],
  preferences: [{ locale: 'nn', nudges: 'off' }],
  progress: [
    {
      ...{ state: 'started', ...module, moduleVersion: 1, startedAt: at, position: 3, answers: { one: ['a'] } },
    },
  ],
  done: [{ moduleId: 'bti-veilederen', cycle: 1, moduleVersion: 1, completedAt: at }],
  withdrawn: [{ moduleId: 'avvergingsplikt', completedAt: at, withdrawnAt: later }],
  priors: [
    { ...module, takenOn: '2024-03-01', place: 'other', askedAt: at, state: 'waiting' },
    {
      ...{ ...module, moduleId: 'bti-veilederen', takenOn: '2023-09-14', place: 'another-municipality', askedAt: at },
      ...{ state: 'declined', decidedBy: 'rektor', decidedAt: later, reason: 'not-the-same' },
    },
  ],
  introTicks: [
    { stepId: 'bti-dag', at, by: 'kari', as: 'self' },
    { stepId: 'gone', at, by: 'rektor', as: 'leader' },
  ],
  mentees: [{ personId: 'olav' }],
  policyReads: [{ policyId: 'unknown-policy', version: 2, at }],
  certificates: [{ kindId: 'forstehjelp', takenOn: '2026-01-10', validTo: '2028-01-10' }],
  actions: [{ key: 'welcome', at }],
  reminders: [
    { ...planned, state: 'planned' },
    { ...planned, stepId: 'day-3', state: 'sent', settledAt: at },
    { ...planned, stepId: 'day-7', state: 'cancelled', settledAt: at, reason: 'completed' },
    { ...planned, moduleId: 'certificate.forstehjelp', state: 'uncertain', settledAt: at },
  ],
  days: [{ ...sentCard, key: '2026-11-20' }],
  digests: [{ key: '2026-W47', failures: 0, attempts: 0, state: 'free' }],
  pings: [{ on: '2026-12-04' }],
  pingClaims: [{ key: '2026-11-20', failures: 0, attempts: 0, state: 'free' }],
  rereads: [{ moduleId: 'meldeplikt', version: 2, at }],
  assigned: [{ since: { meldeplikt: 'start' } }],
  ownerCards: [{ key: '2026-W47', failures: 0, attempts: 0, state: 'free' }],
  expiries: [{ ...sentCard, key: '2026-12-20:30' }],
  delegations: [{ ...sentCard, key: 'rektor:1:2026-12-18' }],
};

export const newHire: OwnData = {
  ...{
    person: aPerson('kari', { displayName: 'Kari Lund' }),
    unitNames: { solbakken: 'Solbakken skole' },
    rows: noRows,
  },
  ...{ meetings: [], audit: [], contentChanges: [], leaderSees: aView('Kari Lund') },
};

export const everything: OwnData = {
  person: aPerson('siv', {
    displayName: 'Siv Moe',
    roles: ['employee', 'leader'],
    leads: ['solbakken'],
    endsOn: '2027-06-30',
    ...{ aadObjectId: 'a', upnKey: 'upn:a', mentorKey: 'upn:b', competenceLevel: 2, exemptFrom: ['meldeplikt'] },
    ...{ answersFor: ['kommuneoverlege'], actsFor: [{ unitId: 'ppt', until: '2026-12-18' }] },
    delegated: [{ unitId: 'ppt', until: '2026-12-18', by: 'rektor', at }],
    arrangements: [
      { arrangement: 'exempt', moduleId: 'meldeplikt', reason: 'agreed', by: 'rektor', at },
      {
        ...{ arrangement: 'more-time', moduleId: 'bti-veilederen', reason: 'agreed', by: 'rektor', at },
        cycle: 1,
        dueOn: '2026-12-18',
      },
    ],
  }),
  profileNames: [
    { nb: 'lærer', nn: 'lærar', en: 'teacher' },
    { nb: 'verneombud', nn: 'verneombod', en: 'safety representative' },
  ],
  unitNames: { solbakken: 'Solbakken skole' },
  rows: allRows,
  meetings: [{ sessionId: 'one', at }],
  audit: [
    { entryId: 'a', at, actorId: 'siv', action: 'group.tick', subjectId: 'kari', moduleId: 'meldeplikt' },
    { entryId: 'b', at, actorId: 'rektor', action: 'prior.decline', subjectId: 'siv', moduleId: 'meldeplikt' },
    { entryId: 'c', at, actorId: 'siv', action: 'refused', verb: 'digest.status' },
    { entryId: 'd', at, actorId: 'rektor', action: 'prior.confirm', subjectId: 'siv', moduleId: 'meldeplikt' },
  ],
  contentChanges: [
    {
      ...{ kind: 'module-approved', changeId: 'x', at, by: { personId: 'siv', name: 'Siv Moe' } },
      ...{ moduleId: 'meldeplikt', version: 1, validTo: '2027-11-20' },
    },
  ],
  sending: { state: 'stopped', by: 'siv', at },
  leaderSees: latePerson,
};

/** Of many years: one kind of row goes on from page to page. */
export const manyReminders: OwnData = {
  ...newHire,
  rows: {
    ...noRows,
    reminders: Array.from({ length: 70 }, (_, day) => ({
      ...{ ...planned, stepId: `day-${day}`, state: 'sent' as const },
      settledAt: new Date(Date.UTC(2025, 0, 1 + 7 * day, 10)),
    })),
  },
};

export const strangePerson: OwnData = {
  ...newHire,
  person: aPerson('strange', { displayName: strangeName, roles: ['coordinator', 'administrator'] }),
  unitNames: { solbakken: strangeName },
};

const { leaderSees: _, ...ofEverything } = everything;
export const hasLeft: OwnData = {
  ...ofEverything,
  person: { ...everything.person, endsOn: '2026-11-22' },
  request: { aadObjectId: 'a', askedOn: '2026-11-24' },
  sending: { state: 'running', by: 'siv', at },
};
