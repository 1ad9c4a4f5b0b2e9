import { type CardAction, defineView, type ViewKit } from './define-view.ts';

/**
 * Why there is no diploma in the chat. `moduleId`: the module that it is about, as far as the pack has it. What is stored about the module is
 * never changed by any of these.
 */
export type DiplomaModel =
  | { outcome: 'declined' | 'expired' | 'not-uploaded' | 'not-completed'; moduleId?: string }
  | { outcome: 'module-gone' | 'taken-elsewhere' | 'off' };

/** A kind word instead of the file, and the next thing to press. */
export const diplomaView = defineView<DiplomaModel>('diploma', (model, kit) => {
  const { title, text } = wordsOf[model.outcome](kit);
  return { data: { title, text, actions: actionsOf(model, kit) }, summary: title };
});

function actionsOf(model: DiplomaModel, kit: ViewKit): readonly CardAction[] {
  const others = [
    kit.button('progress.show', kit.t('common.progress')),
    kit.button('module.list', kit.t('common.modules')),
  ];
  return [...nextPress(model, kit), ...others];
}

function nextPress(model: DiplomaModel, kit: ViewKit): readonly CardAction[] {
  if (!('moduleId' in model) || model.moduleId === undefined) return [];
  const data = { moduleId: model.moduleId };
  if (model.outcome === 'not-completed') return [kit.button('module.open', kit.t('diploma.resume'), data, 'positive')];
  if (model.outcome === 'declined') return [kit.button('diploma.offer', kit.t('diploma.get'), data)];
  return [kit.button('diploma.offer', kit.t('diploma.again'), data, 'positive')];
}

type Words = { title: string; text: string };

const wordsOf: Readonly<Record<DiplomaModel['outcome'], (kit: ViewKit) => Words>> = {
  declined: (kit) => ({ title: kit.t('diploma.declined.title'), text: kit.t('diploma.declined.text') }),
  expired: (kit) => ({ title: kit.t('diploma.expired.title'), text: kit.t('diploma.expired.text') }),
  'not-uploaded': (kit) => ({ title: kit.t('diploma.not-uploaded.title'), text: kit.t('diploma.not-uploaded.text') }),
  'not-completed': (kit) => ({
    title: kit.t('diploma.not-completed.title'),
    text: kit.t('diploma.not-completed.text'),
  }),
  'module-gone': (kit) => ({ title: kit.t('diploma.module-gone.title'), text: kit.t('diploma.module-gone.text') }),
  'taken-elsewhere': (kit) => ({
    title: kit.t('diploma.taken-elsewhere.title'),
    text: kit.t('diploma.taken-elsewhere.text'),
  }),
  off: (kit) => ({ title: kit.t('diploma.off.title'), text: kit.t('diploma.off.text') }),
};
