import { defineView, type ViewKit } from './define-view.ts';
import { type LeaderSees, leaderFacts } from './leader-facts.ts';
import { lines } from './module-words.ts';

/** `asks`: a leader wants to know what the staff are shown. */
export type WhatLeaderSeesModel = LeaderSees & { asks: 'employee' | 'leader' };

/** The exact list of what a leader sees about one person, with the person's own values, and what no leader ever sees. */
export const whatLeaderSeesView = defineView<WhatLeaderSeesModel>('what-leader-sees', ({ asks, ...sees }, kit) => ({
  data: {
    title: kit.t('digest.sees.title'),
    notes: lines(asks === 'leader' ? kit.t('digest.sees.for-leaders') : undefined),
    seesHeading: kit.t('digest.sees.heading'),
    facts: leaderFacts(sees, kit),
    neverHeading: kit.t('digest.sees.never'),
    nevers: lines(
      kit.t('digest.sees.never-questions'),
      kit.t('digest.sees.never-answers'),
      kit.t('digest.sees.never-cards'),
      kit.t('digest.sees.never-others'),
      sees.intro?.seers.leader ? undefined : kit.t('digest.sees.never-policies'),
    ),
    why: whyWords(sees, kit),
    actions: [
      kit.button('progress.show', kit.t('common.progress')),
      kit.button('own-data.show', kit.t('own-data.button')),
    ],
  },
  summary: kit.t('digest.sees.title'),
}));

/** Only where no mentor sees anything, nor a leader of another unit, does it stay with the leader. */
function whyWords({ intro }: LeaderSees, kit: ViewKit): string {
  if (!intro) return kit.t('digest.sees.why');
  return intro.seers.leader ? kit.t('digest.sees.why-introduced') : kit.t('digest.sees.why-time');
}
