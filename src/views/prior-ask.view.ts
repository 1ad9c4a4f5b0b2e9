import type { LocalText } from '../core/locale.ts';
import type { Module } from '../features/catalogue/module.ts';
import type { PriorChoice } from '../features/catalogue/prior-learning.ts';
import type { TakenOnProblem } from '../features/progress/taken-on.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { warning } from './notice-box.ts';
import { leaderNames } from './prior-words.ts';
import { takenOnField } from './taken-on-field.ts';

export type PriorHint = TakenOnProblem | 'no-place';

export type PriorAskModel = {
  module: Module;
  places: readonly PriorChoice[];
  /** Names of those who can confirm; never empty. */
  leaders: readonly string[];
  /** What was chosen before, when the card is shown again. */
  chosen?: { takenOn: string; place: string };
  hint?: PriorHint;
  /** The leader said no last time. `reason` is absent when the pack no longer has it. */
  declined?: { reason?: LocalText };
};

/** "Jeg har tatt dette før": when and where, both by choice. */
export const priorAskView = defineView<PriorAskModel>('prior-ask', (model, kit) => {
  const { module, places, leaders, chosen, hint } = model;
  const { moduleId } = module;
  const title = kit.t('prior.ask.title', { module: kit.pick(module.title) });
  return {
    data: {
      title,
      notices: hint ? [warning(hintText(hint, kit))] : [],
      texts: lines(declinedText(model, kit), kit.t('prior.ask.text', { leaders: leaderNames(leaders, kit) })),
      ...takenOnField(kit.t('prior.ask.when'), kit.t('prior.hint.no-date'), chosen?.takenOn, kit),
      where: kit.t('prior.ask.where'),
      place: chosen?.place ?? '',
      placeError: kit.t('prior.hint.no-place'),
      choices: places.map(({ choiceId, name }) => ({ title: kit.pick(name), value: choiceId })),
      actions: [
        kit.button('prior.send', kit.t('prior.ask.send'), { moduleId }, 'positive'),
        kit.exit('module.open', kit.t('prior.ask.take'), { moduleId }),
      ],
    },
    summary: title,
  };
});

function declinedText({ declined }: PriorAskModel, kit: ViewKit): string | undefined {
  if (!declined) return undefined;
  const { reason } = declined;
  return reason ? kit.t('prior.ask.declined', { reason: kit.pick(reason) }) : kit.t('prior.ask.declined-plain');
}

function hintText(hint: PriorHint, kit: ViewKit): string {
  if (hint === 'no-date') return kit.t('prior.hint.no-date');
  if (hint === 'in-future') return kit.t('prior.hint.in-future');
  return hint === 'too-early' ? kit.t('prior.hint.too-early') : kit.t('prior.hint.no-place');
}
