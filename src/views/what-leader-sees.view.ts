import type { LeaderView } from '../features/digests/leader-view.ts';
import { ownArrangementWords } from './arrangement-words.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { isReachShown, leaderModuleWords, overallWords, ownReachWords } from './leader-words.ts';
import { lines } from './module-words.ts';
import { claimWords } from './prior-words.ts';

/** `view` is the very value that the leader's cards are made of. `asks`: a leader wants to know what the staff are shown. */
export type WhatLeaderSeesModel = {
  view: LeaderView;
  unitName: string;
  asks: 'employee' | 'leader';
  /** `hidden`: leaders see counts only. */
  names?: 'shown' | 'hidden';
};

/** The exact list of what a leader sees about one person, with the person's own values, and what no leader ever sees. */
export const whatLeaderSeesView = defineView<WhatLeaderSeesModel>(
  'what-leader-sees',
  ({ view, unitName, asks, names }, kit) => ({
    data: {
      title: kit.t('digest.sees.title'),
      notes: lines(asks === 'leader' ? kit.t('digest.sees.for-leaders') : undefined),
      seesHeading: kit.t('digest.sees.heading'),
      facts: names === 'hidden' ? countedFacts(view, kit) : factsOf(view, unitName, kit),
      neverHeading: kit.t('digest.sees.never'),
      nevers: lines(
        kit.t('digest.sees.never-questions'),
        kit.t('digest.sees.never-answers'),
        kit.t('digest.sees.never-cards'),
        kit.t('digest.sees.never-others'),
        kit.t('digest.sees.never-policies'),
      ),
      why: kit.t('digest.sees.why'),
      actions: [
        kit.button('progress.show', kit.t('common.progress')),
        kit.button('own-data.show', kit.t('own-data.button')),
      ],
    },
    summary: kit.t('digest.sees.title'),
  }),
);

/** What the person has told the leader is told by name all the same. */
const countedFacts = (view: LeaderView, kit: ViewKit): readonly { label: string; value: string }[] => [
  { label: kit.t('digest.names.label'), value: kit.t('digest.names.counts-only') },
  ...view.priors.map((prior) => ({ label: kit.t('prior.sees.label'), value: claimWords(prior, kit) })),
];

function factsOf(view: LeaderView, unitName: string, kit: ViewKit): readonly { label: string; value: string }[] {
  const values = { unit: kit.plain(unitName), name: kit.plain(view.displayName) };
  return [
    { label: kit.t('digest.sees.who'), value: kit.t('digest.sees.who-value', values) },
    ...(view.tenure === 'settled' ? [] : [{ label: kit.t('digest.sees.first-day'), value: kit.date(view.employedOn) }]),
    ...joinedFacts(view, kit),
    { label: kit.t('digest.sees.overall'), value: overallWords(view, kit).text },
    ...view.modules.map((module) => ({
      label: kit.pick(module.title),
      value: sentenceCase(leaderModuleWords(module, kit)),
    })),
    ...(view.arrangements ?? []).map((arrangement) => ({
      label: kit.pick(arrangement.title),
      value: ownArrangementWords(arrangement, kit),
    })),
    ...view.priors.map((prior) => ({ label: kit.t('prior.sees.label'), value: claimWords(prior, kit) })),
    ...view.certificates.map(({ name, isValid }) => ({
      label: kit.pick(name),
      value: isValid ? kit.t('certificate.sees-valid') : kit.t('certificate.sees-not-valid'),
    })),
    ...(view.needsTime ? [{ label: kit.t('digest.need-time'), value: kit.t('digest.sees.needs-time') }] : []),
    ...(isReachShown(view) ? [{ label: kit.t('digest.sees.reach'), value: ownReachWords(view.reach, kit) }] : []),
  ];
}

function joinedFacts({ joined }: LeaderView, kit: ViewKit): readonly { label: string; value: string }[] {
  if (!joined) return [];
  const label = joined.how === 'moved' ? kit.t('digest.sees.moved') : kit.t('digest.sees.listed');
  return [{ label, value: kit.date(joined.on) }];
}

/** The words follow a colon in the leader's cards, and stand alone here. */
const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('nb') + text.slice(1);
