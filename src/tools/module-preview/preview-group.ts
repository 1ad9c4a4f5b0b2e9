import type { GroupStage, Module } from '../../features/catalogue/module.ts';
import { groupCardView } from '../../views/group-card.view.ts';
import { groupPlanView } from '../../views/group-plan.view.ts';
import type { Render } from '../../views/render.ts';
import type { Shown } from './preview-dialogue.ts';

const stageNames: Readonly<Record<GroupStage['kind'], string>> = {
  opening: 'åpning',
  question: 'spørsmål',
  case: 'sak',
  closing: 'avslutning',
};

/** The module taken together: the plan of who leads the meeting, then each part as everybody sees it. */
export function groupShown(module: Module, render: Render, now: Date): readonly Shown[] {
  const parts = module.group.stages.map((stage, part): Shown => {
    const model = { sessionId: 'forhandsvisning', module, state: 'open', stage, part, count: 12 } as const;
    return {
      row: `del ${part + 1}: ${stageNames[stage.kind]}`,
      draw: (locale) => render(groupCardView, model, locale, now),
    };
  });
  const plan: Shown = {
    row: 'planen til den som leder',
    draw: (locale) => render(groupPlanView, { module, ticks: 'own-units' }, locale, now),
  };
  return [plan, ...parts];
}
