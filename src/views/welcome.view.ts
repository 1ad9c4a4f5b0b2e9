import type { RosterTrouble } from '../features/people/roster-run-store.ts';
import { defineView, type ViewKit } from './define-view.ts';

/** Who is greeted. `guide-only`: guests and people who are not in the roster, who get the guide and help. */
export type Audience = 'guide-only' | 'employee' | 'leader';

/**
 * For somebody who answers for content: `reported`, how many texts have open reports; `waiting`, how many changes need them as the second
 * person; and `isSendingStopped`, nothing is sent to anybody.
 */
export type WelcomeModel = {
  audience: Audience;
  givenName?: string;
  reported?: number;
  waiting?: number;
  isSendingStopped?: true;
  requests?: number;
  /** How the newest import of the staff list ended, where somebody has to look at it. */
  rosterTrouble?: RosterTrouble;
  outside?: Outside;
};

/**
 * What somebody who is not in the staff list may do. `read`: there are modules for everybody. `ask`: to be added. `notRead`: storage did
 * not tell who it is; another try may show more.
 */
export type Outside = { read?: true; ask?: true; notRead?: true };

/** The front page: what Undring is, what it can do, and that Teams keeps what is written. */
export const welcomeView = defineView<WelcomeModel>(
  'welcome',
  (
    { audience, givenName, reported = 0, waiting = 0, isSendingStopped, requests = 0, rosterTrouble, outside = {} },
    kit,
  ) => ({
    data: {
      title: givenName ? kit.t('welcome.title', { name: kit.plain(givenName) }) : kit.t('welcome.title-unknown'),
      worried: kit.t('welcome.worried'),
      learning: kit.t('welcome.learning'),
      isEmployed: audience !== 'guide-only',
      reports: [
        ...(outside.notRead ? [notReadLine(kit)] : []),
        ...(outside.ask ? [askLine(kit)] : []),
        ...rosterLines(requests, rosterTrouble, kit),
        ...(isSendingStopped ? [stoppedLine(kit)] : []),
        ...(waiting > 0 ? [waitingLine(waiting, kit)] : []),
        ...(reported > 0 ? [reportedLine(reported, kit)] : []),
      ],
      small: `${kit.t('welcome.owner')} ${kit.t('common.not-written')}`,
      actions: homeButtons(audience, outside, kit),
    },
    summary: kit.t('welcome.summary'),
  }),
);

const reportedLine = (texts: number, kit: ViewKit) => ({
  text: kit.t('welcome.reported', { texts }),
  actions: [kit.button('content.reports', kit.t('content.reports.title'))],
});

const waitingLine = (count: number, kit: ViewKit) => ({
  text: kit.t('welcome.waiting', { count }),
  actions: [kit.button('content.list', kit.t('welcome.see-waiting'), { section: 'waiting' })],
});

const notReadLine = (kit: ViewKit) => ({
  text: kit.t('welcome.not-read'),
  actions: [kit.button('welcome.show', kit.t('welcome.try-again'))],
});

const askLine = (kit: ViewKit) => ({
  text: kit.t('join.offer'),
  actions: [kit.button('join.request', kit.t('join.request'))],
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

function homeButtons(audience: Audience, { read }: Outside, kit: ViewKit): readonly object[] {
  const worried = kit.button('guide.start', kit.t('common.worried'), undefined, 'positive');
  const help = kit.button('help.show', kit.t('common.help'));
  if (audience === 'guide-only') {
    return [worried, ...(read ? [kit.button('general.list', kit.t('general.title'))] : []), help];
  }
  const own = [
    kit.button('module.list', kit.t('common.modules')),
    kit.button('progress.show', kit.t('common.progress')),
    kit.button('digest.what-leader-sees', kit.t('common.what-leader-sees')),
  ];
  if (audience === 'employee') return [worried, ...own, help];
  return [worried, ...own, kit.button('digest.status', kit.t('common.unit-status')), help];
}
