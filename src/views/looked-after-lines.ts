import type { RosterTrouble } from '../features/people/roster-run-store.ts';
import type { ViewKit } from './define-view.ts';

/**
 * What waits for who looks after Undring; nothing for others. `reported`: how many texts have open reports; `waiting`: how many changes need
 * them as the second person; `requests`: how many have asked to be added.
 */
export type LookedAfter = {
  reported?: number;
  waiting?: number;
  /** Nothing is sent to anybody. */
  isSendingStopped?: true;
  requests?: number;
  /** How the newest import of the staff list ended, where somebody has to look at it. */
  rosterTrouble?: RosterTrouble;
};

/** The same on whichever card is the first: each with the way to it. */
export function lookedAfterLines(
  { reported = 0, waiting = 0, isSendingStopped, requests = 0, rosterTrouble }: LookedAfter,
  kit: ViewKit,
): readonly { text: string; actions: readonly object[] }[] {
  return [
    ...rosterLines(requests, rosterTrouble, kit),
    ...(isSendingStopped ? [stoppedLine(kit)] : []),
    ...(waiting > 0 ? [waitingLine(waiting, kit)] : []),
    ...(reported > 0 ? [reportedLine(reported, kit)] : []),
  ];
}

const reportedLine = (texts: number, kit: ViewKit) => ({
  text: kit.t('welcome.reported', { texts }),
  actions: [kit.button('content.reports', kit.t('content.reports.title'))],
});

const waitingLine = (count: number, kit: ViewKit) => ({
  text: kit.t('welcome.waiting', { count }),
  actions: [kit.button('content.list', kit.t('welcome.see-waiting'), { section: 'waiting' })],
});

/** Both are looked at on the same card, so they share one button. */
function rosterLines(requests: number, trouble: RosterTrouble | undefined, kit: ViewKit) {
  const texts = [
    ...(trouble ? [troubleWords[trouble](kit)] : []),
    ...(requests > 0 ? [kit.t('roster.requests.line', { count: requests })] : []),
  ];
  const actions = [kit.button('roster.show', kit.t('roster.title'))];
  return texts.length > 0 ? [{ text: texts.join('\n\n'), actions }] : [];
}

const troubleWords: Readonly<Record<RosterTrouble, (kit: ViewKit) => string>> = {
  stopped: (kit) => kit.t('roster.trouble.stopped'),
  'fewer-columns': (kit) => kit.t('roster.trouble.fewer-columns'),
  refused: (kit) => kit.t('roster.trouble.refused'),
  partly: (kit) => kit.t('roster.trouble.partly'),
  'not-let-in': (kit) => kit.t('roster.trouble.not-let-in'),
};

const stoppedLine = (kit: ViewKit) => ({
  text: kit.t('sending.stopped-line'),
  actions: [kit.button('sending.show', kit.t('sending.title'))],
});
