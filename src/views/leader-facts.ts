import type { LeaderView } from '../features/digests/leader-view.ts';
import type { IntroSeen } from '../features/use-cases/intro-seen.ts';
import { ownArrangementWords } from './arrangement-words.ts';
import type { ViewKit } from './define-view.ts';
import { introFacts } from './intro-words.ts';
import { isReachShown, joinedLater, leaderModuleWords, overallWords, ownReachWords } from './leader-words.ts';
import { claimWords } from './prior-words.ts';

/** `view` is the very value that the leader's cards are made of. */
export type LeaderSees = {
  view: LeaderView;
  unitName: string;
  /** `hidden`: leaders see counts only. */
  names?: 'shown' | 'hidden';
  /** What leader and mentor see of the person's introduction. */
  intro?: IntroSeen;
};

type Fact = { label: string; value: string };

/** All that the leader sees of one person, line by line: the same on the card and in the file. */
export const leaderFacts = ({ view, unitName, names, intro }: LeaderSees, kit: ViewKit): readonly Fact[] => [
  ...(names === 'hidden' ? countedFacts(view, kit) : factsOf(view, unitName, kit)),
  ...(intro ? introFacts(intro, view.modules, kit) : []),
];

/** What the person has told the leader is told by name all the same. */
const countedFacts = (view: LeaderView, kit: ViewKit): readonly Fact[] => [
  { label: kit.t('digest.names.label'), value: kit.t('digest.names.counts-only') },
  ...view.priors.map((prior) => ({ label: kit.t('prior.sees.label'), value: claimWords(prior, kit) })),
];

function factsOf(view: LeaderView, unitName: string, kit: ViewKit): readonly Fact[] {
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

function joinedFacts(view: LeaderView, kit: ViewKit): readonly Fact[] {
  const joined = joinedLater(view);
  if (!joined) return [];
  const label = joined.how === 'moved' ? kit.t('digest.sees.moved') : kit.t('digest.sees.listed');
  return [{ label, value: kit.date(joined.on) }];
}

/** The words follow a colon in the leader's cards, and stand alone here. */
const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('nb') + text.slice(1);
