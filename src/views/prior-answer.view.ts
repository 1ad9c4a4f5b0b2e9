import type { LocalDate } from '../core/local-date.ts';
import type { LocalText } from '../core/locale.ts';
import type { Module } from '../features/catalogue/module.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { leaderNames, takenWords } from './prior-words.ts';

/** How it stands with "jeg har tatt dette før", when there is nothing to fill in. */
export type PriorAnswerModel = { module: Module } & (
  | { outcome: 'waiting'; takenOn: LocalDate; place?: LocalText; leaders: readonly string[] }
  | { outcome: 'done'; completedAt: Date }
  | { outcome: 'withdrawn' | 'nothing-waiting' | 'only-you' | 'nobody' | 'not-offered' }
);

export const priorAnswerView = defineView<PriorAnswerModel>('prior-answer', (model, kit) => {
  const { title, texts } = wordsOf(model, kit);
  return { data: { title, texts: lines(...texts), actions: actionsOf(model, kit) }, summary: title };
});

type Words = { title: string; texts: readonly string[] };

function wordsOf(model: PriorAnswerModel, kit: ViewKit): Words {
  switch (model.outcome) {
    case 'waiting': {
      const texts = [
        `**${kit.pick(model.module.title)}.** ${takenWords(model.takenOn, model.place, kit)}`,
        kit.t('prior.waits.who', { leaders: leaderNames(model.leaders, kit) }),
        kit.t('prior.waits.reminders'),
      ];
      return { title: kit.t('prior.waits.title'), texts };
    }
    case 'done': {
      const values = { module: kit.pick(model.module.title), day: kit.day(model.completedAt) };
      return { title: kit.t('prior.done.title'), texts: [kit.t('prior.done.text', values)] };
    }
    case 'withdrawn':
      return { title: kit.t('prior.withdrawn.title'), texts: [kit.t('prior.withdrawn.text')] };
    case 'nothing-waiting':
      return { title: kit.t('prior.nothing.title'), texts: [kit.t('prior.nothing.text')] };
    case 'only-you':
      return { title: kit.t('prior.only-you.title'), texts: [kit.t('prior.only-you.text')] };
    case 'nobody':
      return { title: kit.t('prior.nobody.title'), texts: [kit.t('prior.nobody.text')] };
    case 'not-offered':
      return { title: kit.t('prior.not-offered.title'), texts: [kit.t('prior.not-offered.text')] };
  }
}

function actionsOf({ module: { moduleId }, outcome }: PriorAnswerModel, kit: ViewKit): readonly CardAction[] {
  const progress = kit.button('progress.show', kit.t('common.progress'));
  if (outcome === 'done') return [progress];
  const take = kit.button('module.open', kit.t('prior.ask.take'), { moduleId });
  if (outcome !== 'waiting') return [take, progress];
  return [take, kit.button('prior.withdraw', kit.t('prior.waits.withdraw'), { moduleId }), progress];
}
