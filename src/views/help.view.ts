import { defineView, type ViewKit } from './define-view.ts';
import { searchField } from './search-field.ts';
import type { Audience } from './welcome.view.ts';

/**
 * `municipality`: the name of who answers for the content. `reported`: how many texts have open reports, for somebody who answers for
 * them; absent also when they could not be counted in time.
 */
export type HelpModel = {
  audience: Audience;
  municipality: string;
  leadsGroups: boolean;
  managesContent: boolean;
  managesSending: boolean;
  seesRollups: boolean;
  seesFigures: boolean;
  reported?: number;
  /** How many changes need this one as the second person; absent as `reported` is. */
  waiting?: number;
};

/** What can be asked, in words to write. Also the answer to everything that was not understood. */
export const helpView = defineView<HelpModel>('help', (model, kit) => {
  const {
    audience,
    municipality,
    leadsGroups,
    managesContent,
    managesSending,
    seesRollups,
    seesFigures,
    reported,
    waiting = 0,
  } = model;
  const row = (write: string, does: string) => ({ title: write, value: does });
  const worried = row(kit.t('help.words.worried.write'), kit.t('help.words.worried.does'));
  const answers = row(kit.t('help.words.answers.write'), kit.t('help.words.answers.does'));
  const hello = row(kit.t('help.words.hello.write'), kit.t('help.words.hello.does'));
  const content = row(kit.t('help.words.content.write'), kit.t('help.words.content.does', { waiting }));
  const sending = row(kit.t('help.words.sending.write'), kit.t('help.words.sending.does'));
  const rollups = row(kit.t('help.words.rollups.write'), kit.t('help.words.rollups.does'));
  const past = row(kit.t('help.words.status-at.write'), kit.t('help.words.status-at.does'));
  const reports = (texts: number) =>
    row(kit.t('help.words.reports.write'), kit.t('help.words.reports.does', { texts }));
  const own = [
    row(kit.t('help.words.modules.write'), kit.t('help.words.modules.does')),
    row(kit.t('help.words.progress.write'), kit.t('help.words.progress.does')),
    row(kit.t('help.words.own-data.write'), kit.t('help.words.own-data.does')),
    row(kit.t('help.words.share.write'), kit.t('help.words.share.does')),
    row(kit.t('help.words.notices.write'), kit.t('help.words.notices.does')),
  ];
  const status = row(kit.t('help.words.status.write'), kit.t('help.words.status.does'));
  const group = row(kit.t('help.words.group.write'), kit.t('help.words.group.does'));
  return {
    data: {
      title: kit.t('help.title'),
      intro: kit.t('help.intro'),
      words: [
        ...[worried, answers],
        ...(audience === 'guide-only' ? [] : own),
        ...(audience === 'leader' ? [status] : []),
        ...(leadsGroups ? [group] : []),
        ...(managesContent ? [content] : []),
        ...(reported === undefined ? [] : [reports(reported)]),
        ...(managesSending ? [sending] : []),
        ...(seesRollups ? [rollups] : []),
        ...(seesFigures ? [past] : []),
        hello,
      ],
      robot: kit.t('help.robot'),
      small: `${ownerLine(audience, kit.plain(municipality), kit)} ${kit.t('common.not-written')}`,
      fields: [searchField(kit.t('find.label'), kit)],
      actions: [
        { ...kit.exit('guide.start', kit.t('common.worried')), style: 'positive' },
        ...(waiting > 0 ? [kit.exit('content.list', kit.t('welcome.see-waiting'), { section: 'waiting' })] : []),
        ...(audience === 'guide-only' ? [] : [kit.exit('module.list', kit.t('common.modules'))]),
        kit.exit('welcome.show', kit.t('common.home')),
      ],
    },
    summary: kit.t('help.summary'),
  };
});

const ownerLine = (audience: Audience, municipality: string, kit: ViewKit): string =>
  audience === 'guide-only' ? kit.t('help.owner', { municipality }) : kit.t('help.owner-report', { municipality });
