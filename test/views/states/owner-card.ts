import type { StaleThing } from '../../../src/features/owners/stale-things.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { ownerCardView } from '../../../src/views/owner-card.view.ts';
import { words } from '../../support/module-builder.ts';

const owner = 'BTI-koordinator';
const things: readonly StaleThing[] = [
  { thing: 'number', id: 'ppt', title: words('PPT'), owner, reason: { why: 'unconfirmed', on: '2026-11-20' } },
  {
    thing: 'advice',
    id: 'missing',
    title: words('Barnet er borte'),
    owner,
    reason: { why: 'unconfirmed', on: '2026-11-20' },
  },
  {
    thing: 'module',
    id: 'meldeplikt',
    title: words('Meldeplikt'),
    owner,
    reason: { why: 'returned', reason: 'wrong-fact' },
  },
  { thing: 'module', id: 'tegn', title: words('Tegn og undring'), owner, reason: { why: 'run-out', on: '2026-11-01' } },
  {
    thing: 'fact',
    id: 'law:a',
    title: words('Barnehageloven § 46'),
    owner,
    reason: { why: 'runs-out', on: '2026-12-10' },
  },
  {
    thing: 'fact',
    id: 'step:a',
    title: words('Du er bekymret'),
    owner,
    reason: { why: 'unchecked', on: '2026-05-02' },
  },
];

const late = { why: 'unconfirmed', on: '2026-11-20' } as const;
const runOut = { why: 'run-out', on: '2026-11-01' } as const;
const inFiles: readonly StaleThing[] = [
  { thing: 'policy', id: 'bilder', title: words('Bilder av barn'), owner, reason: runOut },
  { thing: 'certificates', id: 'certificates', title: words('Kurs som går ut'), owner, reason: runOut },
  { thing: 'introduction', id: 'introduction', title: words('Introduksjonsplan'), owner, reason: runOut },
  { thing: 'word', id: 'undring', title: words('undring'), owner, count: 62, reason: runOut },
  { thing: 'step', id: 'wonder', title: words('Det du har sett'), owner, count: 40, reason: runOut },
  {
    thing: 'step',
    id: 'violence',
    title: words('Mistanke om vold'),
    owner,
    reason: { why: 'runs-out', on: '2026-12-10' },
  },
];

export const states = defineStates(ownerCardView, {
  'each kind, and reported texts': { things, reported: 2 },
  'a morning when something waits': {
    things: [
      {
        ...{ thing: 'module', id: 'tegn', title: words('Tegn og undring'), owner },
        reason: { why: 'waits', on: '2026-11-24' },
      },
      { ...{ thing: 'module', id: 'meldeplikt', title: words('Meldeplikt'), owner }, reason: late },
      { ...{ thing: 'number', id: 'ppt', title: words('PPT'), owner }, reason: { why: 'waits', on: '2026-11-24' } },
      ...things.slice(0, 1),
    ],
    reported: 0,
    waiting: true,
  },
  'one thing': { things: things.slice(4, 5), reported: 0 },
  'a date that nobody has confirmed': {
    things: [{ thing: 'dates', id: 'dates', title: words(''), owner: '', reason: late }],
    reported: 0,
  },
  'approvals that stand in the files': { things: inFiles, reported: 0 },
  'only reported texts': { things: [], reported: 1 },
  'more than the card shows': { things: [...things, ...things, ...things], reported: 3 },
});
