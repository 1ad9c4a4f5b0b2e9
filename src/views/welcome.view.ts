import { defineView, type ViewKit } from './define-view.ts';
import { type LookedAfter, lookedAfterLines } from './looked-after-lines.ts';

/** Who is greeted. `guide-only`: guests and people who are not in the roster, who get the guide and help. */
export type Audience = 'guide-only' | 'employee' | 'leader';

export type WelcomeModel = LookedAfter & { audience: Audience; givenName?: string; outside?: Outside };

/**
 * What somebody who is not in the staff list may do. `read`: there are modules for everybody. `ask`: to be added. `notRead`: storage did
 * not tell who it is; another try may show more.
 */
export type Outside = { read?: true; ask?: true; notRead?: true };

/** The front page: what Undring is, what it can do, and that Teams keeps what is written. */
export const welcomeView = defineView<WelcomeModel>(
  'welcome',
  ({ audience, givenName, outside = {}, ...lookedAfter }, kit) => ({
    data: {
      title: givenName ? kit.t('welcome.title', { name: kit.plain(givenName) }) : kit.t('welcome.title-unknown'),
      worried: kit.t('welcome.worried'),
      learning: kit.t('welcome.learning'),
      isEmployed: audience !== 'guide-only',
      reports: [
        ...(outside.notRead ? [notReadLine(kit)] : []),
        ...(outside.ask ? [askLine(kit)] : []),
        ...lookedAfterLines(lookedAfter, kit),
      ],
      small: `${kit.t('welcome.owner')} ${kit.t('common.not-written')}`,
      actions: homeButtons(audience, outside, kit),
    },
    summary: kit.t('welcome.summary'),
  }),
);

const notReadLine = (kit: ViewKit) => ({
  text: kit.t('welcome.not-read'),
  actions: [kit.button('welcome.show', kit.t('welcome.try-again'))],
});

const askLine = (kit: ViewKit) => ({
  text: kit.t('join.offer'),
  actions: [kit.button('join.request', kit.t('join.request'))],
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
