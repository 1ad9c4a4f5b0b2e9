import type { Back } from '../features/reports/back.ts';
import { type ReportKind, reportKinds } from '../features/reports/report.ts';
import type { Reportable } from '../features/reports/reportable.ts';
import { contentLine, reportedName } from './content-footer.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';

/** `gone`: the text has been taken away since the card was made. */
export type ContentReportModel =
  | { stage: 'ask'; content: Reportable; place: number; back?: Back | ToMeeting }
  | { stage: 'thanks' | 'gone'; back?: Back | ToMeeting };

/** To the card that a group shares; no card of one person's own leads there. */
export type ToMeeting = { to: 'meeting'; sessionId: string; part: number };

/** "Meld feil": what is wrong, in one press and without a word. */
export const contentReportView = defineView<ContentReportModel>('content-report', (model, kit) => ({
  data: {
    title: titleOf(model, kit),
    texts: model.stage === 'ask' ? aboutLines(model.content, kit) : lines(answerOf(model.stage, kit)),
    choices: model.stage === 'ask' ? choicesOf(model, kit).map((action) => ({ actions: [action] })) : [],
    notes: lines(model.stage === 'ask' ? kit.t('content.report.stores') : undefined),
    actions: [...wayBack(model.back, kit), ...wayHome(model.back, kit)],
  },
  summary: kit.t('content.report.summary'),
}));

function titleOf({ stage }: ContentReportModel, kit: ViewKit): string {
  if (stage === 'ask') return kit.t('content.report.title');
  return stage === 'thanks' ? kit.t('content.report.thanks-title') : kit.t('content.report.gone-title');
}

const answerOf = (stage: 'thanks' | 'gone', kit: ViewKit): string =>
  stage === 'thanks' ? kit.t('content.report.thanks') : kit.t('content.report.gone');

function aboutLines(content: Reportable, kit: ViewKit) {
  return lines(`**${reportedName(content, kit)}**`, contentLine(content, kit));
}

function choicesOf({ content, place, back }: Extract<ContentReportModel, { stage: 'ask' }>, kit: ViewKit) {
  const { contentId } = content;
  if (back?.to === 'meeting') {
    const { sessionId, part } = back;
    return reportKinds.map((kind) =>
      kit.button('content.report-meeting', kindWords[kind](kit), { sessionId, part, kind, place }),
    );
  }
  return reportKinds.map((kind) =>
    kit.button('content.report-send', kindWords[kind](kit), { contentId, kind, place, ...(back && { back }) }),
  );
}

const kindWords: Readonly<Record<ReportKind, (kit: ViewKit) => string>> = {
  fact: (kit) => kit.t('content.kind.fact'),
  outdated: (kit) => kit.t('content.kind.outdated'),
  unclear: (kit) => kit.t('content.kind.unclear'),
  language: (kit) => kit.t('content.kind.language'),
  other: (kit) => kit.t('content.kind.other'),
};

function wayBack(back: Back | ToMeeting | undefined, kit: ViewKit): readonly CardAction[] {
  if (!back) return [];
  const title = kit.t('content.report.back');
  const { to, ...data } = back;
  switch (to) {
    case 'module':
      return [kit.exit('module.show', title, data)];
    case 'guide':
      return [kit.exit('guide.answer', title, data)];
    case 'word':
      return [kit.exit('find.word', title, data)];
    case 'policy':
      return [kit.exit('policy.open', title, data)];
    case 'share':
      return [kit.exit('share.show', title, data)];
    case 'group-plan':
      return [kit.exit('group.open', title, data)];
    case 'refresher':
      return [kit.exit('refresher.show', title, data)];
    case 'use-it':
      return [kit.exit('use-it.show', title, data)];
    case 'reread':
      return [kit.exit('reread.show', title, data)];
    case 'done':
      return [kit.exit('module.open', title, data)];
    case 'certificates':
      return [kit.exit('certificate.list', title)];
    case 'introduction':
      return [kit.exit('intro.show', title, data)];
    case 'meeting':
      return [kit.exit('group.show', title, { sessionId: back.sessionId })];
  }
}

/** The front page is one person's own, and where others read along there is none. */
const wayHome = (back: Back | ToMeeting | undefined, kit: ViewKit): readonly CardAction[] =>
  back?.to === 'meeting' ? [] : [kit.exit('welcome.show', kit.t('common.home'))];
