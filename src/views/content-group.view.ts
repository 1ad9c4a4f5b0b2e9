import type { SourceRef } from '../core/approval.ts';
import type { Module } from '../features/catalogue/module.ts';
import { stepCount } from '../features/progress/steps.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { stageRows, stageWords } from './group-stage-words.ts';
import { lines } from './module-words.ts';

/** The meeting of a module for who answers for it: what the one who leads sees, and what all see. Then what else there is to approve. */
export const contentGroupView = defineView<{ module: Module }>('content-group', ({ module }, kit) => {
  const { moduleId, group } = module;
  const opening = group.stages
    .filter(({ kind }) => kind === 'opening')
    .flatMap((stage) => stageWords(stage, 'group', kit).texts);
  return {
    data: {
      where: kit.t('content.group.where', { module: kit.pick(module.title) }),
      heading: kit.t('content.group.heading'),
      lead: kit.t('group.plan.lead', { minutes: group.minutes }),
      stages: stageRows(module, kit),
      rule: kit.t('group.rule'),
      allTitle: kit.t('content.group.all'),
      alls: [...opening, ...lines(kit.t('content.group.same'))],
      others: [...shared(module, kit), ...sourcesOf(module, kit)],
      actions: [
        kit.button('content.card', kit.t('content.card.previous'), { moduleId, position: stepCount(module) - 1 }),
        kit.button('content.module', kit.t('content.card.done'), { moduleId }),
      ],
    },
    summary: kit.t('content.summary'),
  };
});

/** What is read aloud to colleagues. */
const shared = ({ inShort = [] }: Module, kit: ViewKit) =>
  inShort.length > 0
    ? [{ title: kit.t('content.group.in-short'), texts: lines(...inShort.map((text) => kit.pick(text))) }]
    : [];

/** What the module is built on, and when somebody last looked. */
const sourcesOf = ({ sources }: Module, kit: ViewKit) =>
  sources.length > 0
    ? [{ title: kit.t('content.group.sources'), texts: lines(...sources.map((source) => sourceLine(source, kit))) }]
    : [];

const sourceLine = ({ source, verifiedAt }: SourceRef, kit: ViewKit): string =>
  `${kit.plain(source)} · ${kit.t('content.checked', { date: kit.date(verifiedAt) })}`;
