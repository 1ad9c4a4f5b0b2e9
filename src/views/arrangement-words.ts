import type { LeaderArrangement } from '../features/digests/leader-arrangement.ts';
import type { ViewKit } from './define-view.ts';

/** What is arranged about a module, without its name: as the leader reads it. */
export function arrangementWords(arrangement: LeaderArrangement, kit: ViewKit): string {
  const words =
    arrangement.arrangement === 'exempt'
      ? kit.t('staff.exempt')
      : kit.t('staff.more-time', { date: kit.date(arrangement.dueOn) });
  return withReason(words, arrangement, kit);
}

/** The same for the person whom it is about. */
export function ownArrangementWords(arrangement: LeaderArrangement, kit: ViewKit): string {
  const words =
    arrangement.arrangement === 'exempt'
      ? kit.t('staff.own-exempt')
      : kit.t('staff.own-more-time', { date: kit.date(arrangement.dueOn) });
  return withReason(words, arrangement, kit);
}

const withReason = (words: string, { reason }: LeaderArrangement, kit: ViewKit): string =>
  reason ? `${words} ${kit.t('staff.reason', { reason: kit.pick(reason) })}` : words;
