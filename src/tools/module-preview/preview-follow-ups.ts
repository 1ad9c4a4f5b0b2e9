import type { Module } from '../../features/catalogue/module.ts';
import { refresherView } from '../../views/refresher.view.ts';
import type { Render } from '../../views/render.ts';
import { rereadView } from '../../views/reread.view.ts';
import { useItView } from '../../views/use-it.view.ts';
import { answersTo } from './answers-to.ts';
import type { Shown } from './preview-dialogue.ts';

/**
 * What comes in the weeks after a module: its questions one by one, "hva vil du prøve?", and what is new where a version has something
 * new. The feedback is that of the quiz, so only the first question is shown with it.
 */
export function followUpsShown(module: Module, render: Render, now: Date): readonly Shown[] {
  const questions = module.quiz.flatMap((question, index): Shown[] => {
    const base = { module, question };
    const open: Shown = {
      row: `spørsmål ${index + 1}`,
      draw: (locale) => render(refresherView, base, locale, now),
    };
    if (index > 0) return [open];
    const answered = answersTo(question).map(({ row, check }): Shown => {
      return {
        row: `spørsmål ${index + 1}: ${row}`,
        draw: (locale) => render(refresherView, { ...base, check }, locale, now),
      };
    });
    return [open, ...answered];
  });
  const useIt: Shown = {
    row: 'bruk det',
    draw: (locale) => render(useItView, { kind: 'use-it', module, completedAt: now }, locale, now),
  };
  return [...questions, useIt, ...rereadShown(module, render, now)];
}

function rereadShown(module: Module, render: Render, now: Date): readonly Shown[] {
  const { material: change } = module;
  if (!change) return [];
  const base = { module, change, completedAt: now };
  return [
    { row: 'nytt', draw: (locale) => render(rereadView, { ...base, standing: 'unread' }, locale, now) },
    { row: 'nytt: lest', draw: (locale) => render(rereadView, { ...base, standing: 'read' }, locale, now) },
  ];
}
