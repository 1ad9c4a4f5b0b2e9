import { type CardProblem, checkCard } from '../../views/check-card.ts';
import { checkTypes } from './card-types.ts';
import type { RenderedCard } from './every-card.ts';
import { checkWithRenderer } from './official-check.ts';

export type CardFinding = CardProblem & { name: string };

export const nameOf = ({ template, state, locale }: RenderedCard): string => `${template} · ${state} · ${locale}`;

/** Our own rules and the official renderer. Fast: for every test run. */
export function checkRendered(rendered: RenderedCard): readonly CardFinding[] {
  const { card, summary } = rendered.message;
  const name = nameOf(rendered);
  const own = summary.trim() === '' ? [{ at: 'summary', problem: 'is empty' }] : [];
  return [...own, ...checkCard(card), ...checkWithRenderer(card)].map((problem) => ({ name, ...problem }));
}

/** All three checks over all cards; the types are compiled once for all of them. */
export async function checkEveryCard(root: string, all: readonly RenderedCard[]): Promise<readonly CardFinding[]> {
  const named = all.map((rendered) => ({ name: nameOf(rendered), card: rendered.message.card }));
  const typed = (await checkTypes(root, named)).map(({ name, column, problem }) => ({
    name,
    at: `@microsoft/teams.cards, column ${column}`,
    problem,
  }));
  return [...all.flatMap(checkRendered), ...typed];
}
