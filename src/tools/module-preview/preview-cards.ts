import { type Locale, locales } from '../../core/locale.ts';
import type { Module } from '../../features/catalogue/module.ts';
import type { Law } from '../../features/guide/facts.ts';
import { type Place, placeAt, stepCount } from '../../features/progress/steps.ts';
import { moduleCardView } from '../../views/module-card.view.ts';
import { moduleDoneView } from '../../views/module-done.view.ts';
import { moduleQuestionView } from '../../views/module-question.view.ts';
import { moduleReflectionView } from '../../views/module-reflection.view.ts';
import type { Render } from '../../views/render.ts';
import { shareView } from '../../views/share.view.ts';
import type { SheetCard } from '../cards/draw-sheets.ts';
import { answersTo } from './answers-to.ts';
import { dialogueShown, type Shown } from './preview-dialogue.ts';
import { followUpsShown } from './preview-follow-ups.ts';
import { groupShown } from './preview-group.ts';

type Previewed = { module: Module; laws: readonly Law[] };

/**
 * Every card that is about a module, at `now`. First as a learner meets them: the cards, each question open and with the feedback of
 * every answer, each dialogue, the reflection, the end. Then the module taken together, the card for the colleagues, and what comes in
 * the weeks after.
 */
export function previewCards({ module, laws }: Previewed, render: Render, now: Date): readonly SheetCard[] {
  const places = Array.from({ length: stepCount(module) }, (_, position) => placeAt(module, position));
  const steps = places.map((place) => ({ name: nameOf(place), shown: shownAt({ module, laws }, place, render, now) }));
  const done = { module, completedAt: now, when: 'just-now', own: [] } as const;
  const around = [
    { name: 'ferdig', shown: [{ row: 'ferdig', draw: (locale: Locale) => render(moduleDoneView, done, locale, now) }] },
    { name: 'i-gruppe', shown: groupShown(module, render, now) },
    { name: 'til-kolleger', shown: shareShown(module, render, now) },
    { name: 'senere', shown: followUpsShown(module, render, now) },
  ];
  return [...steps, ...around].flatMap(({ name, shown }, index) =>
    shown.flatMap(({ row, draw }) =>
      locales.map((locale) => ({
        sheet: `${String(index + 1).padStart(2, '0')}-${name}`,
        row,
        card: draw(locale).card,
      })),
    ),
  );
}

/** By the id that the step has in module.yaml. */
function nameOf({ step }: Place): string {
  if (step.kind === 'idea') return step.card.cardId;
  if (step.kind === 'dialogue') return step.dialogue.dialogueId;
  return step.kind === 'question' ? step.question.questionId : 'refleksjon';
}

function shownAt({ module, laws }: Previewed, place: Place, render: Render, now: Date): readonly Shown[] {
  const { step } = place;
  if (step.kind === 'idea') {
    const own = (step.card.lawIds ?? []).flatMap((id) => laws.find(({ lawId }) => lawId === id) ?? []);
    const model = { module, place, card: step.card, laws: own, mode: 'take' } as const;
    return [{ row: step.card.cardId, draw: (locale) => render(moduleCardView, model, locale, now) }];
  }
  if (step.kind === 'dialogue') return dialogueShown({ module, place, dialogue: step.dialogue }, render, now);
  if (step.kind === 'reflection') {
    const model = { module, place, prompts: step.prompts };
    return [{ row: 'refleksjon', draw: (locale) => render(moduleReflectionView, model, locale, now) }];
  }
  const { question, number, questions } = step;
  const base = { module, place, question, number, questions };
  return [
    { row: 'åpent spørsmål', draw: (locale) => render(moduleQuestionView, base, locale, now) },
    ...answersTo(question).map(
      ({ row, check }): Shown => ({
        row,
        draw: (locale) => render(moduleQuestionView, { ...base, check }, locale, now),
      }),
    ),
  ];
}

/** For who may lead a meeting about it: one button more than for others. */
const shareShown = (module: Module, render: Render, now: Date): readonly Shown[] => [
  { row: 'til kolleger', draw: (locale) => render(shareView, { module, group: 'offered' }, locale, now) },
];
