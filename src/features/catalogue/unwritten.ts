import type { Module } from './module.ts';

/** What stands in the texts of a new module until somebody has written them, in every language. */
export const notWritten = '(ikke skrevet)';

/** Where something is still to be written: in these cards, in the meeting, or anywhere else. */
export type Unwritten = { cardIds: readonly string[]; meeting: boolean; others: boolean };

/** `undefined` when all is written. Of a module as people would see it: a card that is taken away is nobody's concern. */
export function unwrittenIn({ cards, group, ...others }: Module): Unwritten | undefined {
  const found: Unwritten = {
    cardIds: cards.filter(holdsUnwritten).map(({ cardId }) => cardId),
    meeting: holdsUnwritten(group),
    others: holdsUnwritten(others),
  };
  return found.cardIds.length > 0 || found.meeting || found.others ? found : undefined;
}

/** Wherever a module has words, they are the strings in it; a text that only one language lacks is lacking. */
function holdsUnwritten(part: unknown): boolean {
  if (typeof part === 'string') return part.includes(notWritten);
  return typeof part === 'object' && part !== null && Object.values(part).some(holdsUnwritten);
}
