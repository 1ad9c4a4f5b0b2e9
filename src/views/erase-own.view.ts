import type { Retention } from '../features/people/retention.ts';
import type { Erasable } from '../features/use-cases/erase-own.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { type Lines, lines } from './module-words.ts';
import { keptWords } from './own-data-words.ts';

/** `asks`: nothing is deleted yet. `nothing`: there is nothing that the person may delete. */
export type EraseOwnModel = { retention?: Retention } & (
  | { stage: 'asks'; erasable: Erasable }
  | { stage: 'nothing' | 'erased' }
);

/** What "slett" takes away, what it leaves, and why. */
export const eraseOwnView = defineView<EraseOwnModel>('erase-own', (model, kit) => {
  const title = titleOf(model.stage, kit);
  return {
    data: {
      title,
      texts: lines(model.stage === 'erased' ? kit.t('own-data.erase.done-text') : undefined),
      goes:
        model.stage === 'asks' ? [{ heading: kit.t('own-data.erase.goes'), rows: goesLines(model.erasable, kit) }] : [],
      staysHeading: kit.t('own-data.erase.stays'),
      stays: lines(...keptWords(model.retention, kit)),
      notAll: kit.t('own-data.erase.not-all'),
      actions: actionsOf(model.stage, kit),
    },
    summary: title,
  };
});

function titleOf(stage: EraseOwnModel['stage'], kit: ViewKit): string {
  if (stage === 'asks') return kit.t('own-data.erase.title');
  return stage === 'erased' ? kit.t('own-data.erase.done-title') : kit.t('own-data.erase.title-nothing');
}

function goesLines({ choices, dates, certificates, answers }: Erasable, kit: ViewKit): Lines {
  return lines(
    choices > 0 ? kit.t('own-data.erase.goes-choices') : undefined,
    dates > 0 ? kit.t('own-data.erase.goes-dates', { count: dates }) : undefined,
    certificates > 0 ? kit.t('own-data.erase.goes-courses', { count: certificates }) : undefined,
    answers > 0 ? kit.t('own-data.erase.goes-answers', { count: answers }) : undefined,
  );
}

function actionsOf(stage: EraseOwnModel['stage'], kit: ViewKit): readonly CardAction[] {
  if (stage !== 'asks') return [kit.button('own-data.show', kit.t('own-data.back'))];
  return [
    kit.button('own-data.erase-now', kit.t('own-data.erase.yes'), undefined, 'destructive'),
    kit.button('own-data.show', kit.t('own-data.erase.no')),
  ];
}
