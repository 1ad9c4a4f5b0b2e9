import type { Module } from '../features/catalogue/module.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { rereadModule } from './follow-up-buttons.ts';
import { shareFooter } from './module-words.ts';

/** `group`: the reader may lead a meeting about it. */
export type ShareModel = { module: Module; group?: 'offered' };

/** A card for the team meeting, to be shown or read aloud: what the module says, one question to talk about, and how to open it. */
export const shareView = defineView<ShareModel>('share', ({ module, group }, kit) => {
  const name = kit.pick(module.title);
  const title = kit.t('follow-up.share.title', { module: name });
  const said = (module.inShort ?? []).map((text) => ({ text: kit.pick(text) }));
  return {
    data: {
      title,
      text: kit.t('follow-up.share.text'),
      label: kit.t('follow-up.share.in-short'),
      sentences: said.length > 0 ? said : [{ text: kit.pick(module.summary) }],
      questions: questionOf(module, kit),
      how: kit.t('follow-up.share.how', { module: name, minutes: module.minutes }),
      rule: kit.t('group.rule'),
      footers: [shareFooter(module, kit)],
      actions: actionsOf(module, group, kit),
    },
    summary: title,
  };
});

function questionOf({ group }: Module, kit: ViewKit) {
  const stage = group.stages.find(({ kind }) => kind === 'question');
  return stage?.kind === 'question' ? [{ label: kit.t('follow-up.share.talk'), text: kit.pick(stage.text) }] : [];
}

function actionsOf(module: Module, group: ShareModel['group'], kit: ViewKit): readonly CardAction[] {
  const { moduleId } = module;
  const lead = group ? [kit.button('group.open', kit.t('module.done.in-group'), { moduleId })] : [];
  return [...lead, rereadModule(module, kit), kit.button('module.list', kit.t('common.modules'))];
}
