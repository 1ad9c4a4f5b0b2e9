import type { Module } from '../../src/features/catalogue/module.ts';
import type { TeamsWindow } from './teams-window.ts';

/** Reads every card and answers every question right. */
export async function takeModule(teams: TeamsWindow, module: Module): Promise<void> {
  const buttons = teams.card.getByRole('button');
  for (let card = 0; card < 40; card += 1) {
    const titles = await buttons.allInnerTexts();
    if (titles.includes('Svar')) {
      const text = (await teams.card.textContent()) ?? '';
      const question = module.quiz.find(({ prompt }) => text.includes(prompt.nb));
      const right = (question?.options ?? []).filter(({ isCorrect }) => isCorrect).map((option) => option.text.nb);
      await teams.choose(right);
      await teams.press('Svar');
    } else if (titles.includes('Fullfør')) {
      await teams.press('Fullfør');
      return;
    } else {
      await teams.press('Neste');
    }
  }
  throw new Error(`${module.moduleId} did not end within 40 cards`);
}
