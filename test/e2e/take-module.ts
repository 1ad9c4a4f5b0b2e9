import type { Module } from '../../src/features/catalogue/module.ts';
import type { TeamsWindow } from './teams-window.ts';

/** What only has to be pressed, in the order of choice. */
const onward = ['Begynn samtalen', 'Gå videre', 'Neste'] as const;

/** Reads every card, answers every question right, and says the last of the replies in a dialogue. */
export async function takeModule(teams: TeamsWindow, module: Module): Promise<void> {
  const buttons = teams.card.getByRole('button');
  for (let card = 0; card < 40; card += 1) {
    const titles = await buttons.allInnerTexts();
    if (titles.includes('Fullfør')) return teams.press('Fullfør');
    if (titles.includes('Svar')) await answerRightly(teams, module);
    else if (titles.some((title) => title.endsWith('›'))) await teams.pressLast('›');
    else await teams.press(onward.find((title) => titles.includes(title)) ?? 'Neste');
  }
  throw new Error(`${module.moduleId} did not end within 40 cards`);
}

async function answerRightly(teams: TeamsWindow, module: Module): Promise<void> {
  const text = (await teams.card.textContent()) ?? '';
  const question = module.quiz.find(({ prompt }) => text.includes(prompt.nb));
  await teams.choose((question?.options ?? []).filter(({ isCorrect }) => isCorrect).map((option) => option.text.nb));
  await teams.press('Svar');
}
