import { Failure } from '../../../core/failure.ts';
import type { ChatBook } from './chat-book.ts';
import type { Delivery } from './deliver.ts';
import type { CardJson, StoredActivity } from './types.ts';

/** The card as this person sees it: an own view goes before the shared card. Throws Failure `invalid` when there is none. */
export function cardSeenBy({ views, card, activityId }: StoredActivity, personaId: string): CardJson {
  const seen = views[personaId] ?? card;
  if (!seen) throw new Failure('invalid', `message ${activityId} has no card; press another one`);
  return seen;
}

/** What the client says by itself when the answer is missing; any other notice is the bot's own words. */
export const isFailureNotice = (notice: string | undefined): boolean =>
  notice === couldNotReach || notice === somethingWentWrong;
export const couldNotReach = 'Får ikke kontakt med appen. Prøv igjen.';
export const somethingWentWrong = 'Noe gikk galt. Prøv igjen.';

/** Puts a returned card in place of the pressed one for this person; gives the text that Teams would show under it. */
export function showAnswer(
  book: ChatBook,
  personaId: string,
  { activityId }: StoredActivity,
  delivery: Delivery | undefined,
): string | undefined {
  if (!delivery || delivery.status === 0) return couldNotReach;
  const body = (delivery.body ?? {}) as { statusCode?: number; type?: string; value?: unknown };
  if (delivery.status !== 200) return somethingWentWrong;
  if (body.type === 'application/vnd.microsoft.card.adaptive') {
    book.showOnlyTo(personaId, activityId, body.value as CardJson);
    return undefined;
  }
  if (body.type === 'application/vnd.microsoft.activity.message') return String(body.value ?? '') || undefined;
  return somethingWentWrong;
}
