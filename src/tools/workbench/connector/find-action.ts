import { Failure } from '../../../core/failure.ts';
import type { CardJson } from './types.ts';

/** A button on a card, as the client would press it. */
export type CardAction = {
  type: string;
  title?: string;
  verb?: string;
  id?: string;
  data?: unknown;
  fallback?: unknown;
};

/** The action with this title or verb, wherever on the card it stands. Throws Failure `invalid` naming what there is. */
export function findAction(card: CardJson, titleOrVerb: string): CardAction {
  const actions = listActions(card);
  const found = actions.find(({ title }) => title === titleOrVerb) ?? actions.find(({ verb }) => verb === titleOrVerb);
  if (found) return found;
  const there = actions.map(({ title, verb }) => `${title} (${verb})`).join(', ');
  throw new Failure('invalid', `no button "${titleOrVerb}" on the card; there are: ${there || 'none'}`);
}

/** All actions of a card in reading order; fallbacks are not counted. */
function listActions(part: unknown): CardAction[] {
  if (Array.isArray(part)) return part.flatMap(listActions);
  if (typeof part !== 'object' || part === null) return [];
  const own = isAction(part) ? [part] : [];
  const inside = Object.entries(part).filter(([key]) => key !== 'fallback' && key !== 'data' && key !== 'refresh');
  return [...own, ...inside.flatMap(([, value]) => listActions(value))];
}

const isAction = (part: object): part is CardAction =>
  'type' in part && typeof part.type === 'string' && part.type.startsWith('Action.');
