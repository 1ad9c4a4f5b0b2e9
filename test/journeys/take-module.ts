import type { Message } from '../../src/core/card.ts';
import { findModule } from '../../src/features/catalogue/catalogue.ts';
import type { Person } from '../../src/features/people/person.ts';
import { buttonsOf, type Drive } from '../support/drive.ts';

/** Takes a module from the first card to the last by the buttons that a person would press: right answers, and any reply in a dialogue. */
export async function takeModule(drive: Drive, person: Person, moduleId: string): Promise<Message> {
  const module = findModule(drive.service.pack.catalogue, moduleId);
  if (!module) throw new Error(`the pack has no module ${moduleId}`);
  let card = await drive.executes(person, 'module.open', { moduleId });
  let at = 0;
  for (let steps = 0; steps < 60; steps += 1) {
    const buttons = buttonsOf(card);
    const answer = buttons.find(({ verb }) => verb === 'module.answer');
    const complete = buttons.find(({ verb }) => verb === 'module.complete');
    if (complete) return drive.executes(person, complete.verb, complete.data);
    if (answer) {
      const question = module.quiz[Number(answer.data.position) - module.cards.length];
      const right = question?.options.filter(({ isCorrect }) => isCorrect).map(({ optionId }) => optionId) ?? [];
      card = await drive.executes(person, 'module.answer', { ...answer.data, choice: right.join(',') });
      continue;
    }
    const position = Math.max(
      ...buttons.filter(({ verb }) => verb === 'module.show').map(({ data }) => Number(data.position)),
    );
    // The scene of a dialogue has a button back, and one to begin.
    const begin = position < at ? buttons.find(({ verb }) => verb === 'module.practise') : undefined;
    const talk = buttons.find(({ verb }) => verb === 'module.reply') ?? begin;
    if (talk) {
      card = await drive.executes(person, talk.verb, talk.data);
      continue;
    }
    at = position;
    card = await drive.executes(person, 'module.show', { moduleId, position });
  }
  throw new Error('the module never ended');
}
