import { z } from 'zod';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { generalModules } from '../../../features/catalogue/catalogue.ts';
import type { FindContent } from '../../../features/find/findable.ts';
import { foundRef } from '../../../features/find/findable.ts';
import { foundThings } from '../../../features/find/found-things.ts';
import { relatedTo } from '../../../features/find/related.ts';
import { findView } from '../../../views/find.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { audienceOf } from '../audience.ts';
import type { Turn } from '../turn.ts';

/** No store is among them: a search is answered with storage down, and leaves no trace. */
export type FindNeeds = { render: Render; content: FindContent; zone: TimeZone };

const ref = z.string().max(200);
/** Ids only. What was searched for is read, answered and dropped before it comes here. */
const searchInput = z
  .object({
    found: z.array(ref).max(50).optional().catch(undefined),
    isWorry: z.literal(true).optional().catch(undefined),
  })
  .catch({});
const wordInput = z.object({ wordId: ref.catch('') }).catch({ wordId: '' });
/** The field of the card takes a hundred; what is longer comes from no card, and is cut. */
const mostFieldLetters = 1000;
const fieldInput = z.object({ words: z.string().transform((words) => words.slice(0, mostFieldLetters)) });

/** What stands in the search field of a pressed card; `undefined` for any other press, and for an empty field. */
export function readSearchField({ verb, data }: Extract<Turn, { kind: 'action' }>): string | undefined {
  if (verb !== 'find.search') return undefined;
  const field = fieldInput.safeParse(data);
  return field.success && field.data.words.trim() !== '' ? field.data.words : undefined;
}

/** "Hva betyr stafettholder?", "søk samtykke". */
export function findActions(needs: FindNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'find.search',
      permission: 'help.see',
      input: searchInput,
      handle: async (context, { found, isWorry }) => show(needs, context, found, isWorry),
    }),
    defineAction({
      verb: 'find.word',
      permission: 'help.see',
      input: wordInput,
      handle: async (context, { wordId }) => {
        const word = needs.content.words.find((one) => one.wordId === wordId);
        return show(needs, context, word ? [foundRef('word', wordId), ...relatedTo(word)] : []);
      },
    }),
  ];
}

/** Without `found` nobody has searched yet. */
function show(
  { render, content, zone }: FindNeeds,
  context: ActionContext,
  found?: readonly string[],
  isWorry = false,
): Reply {
  const { actor, locale, now } = context;
  const person = actor.kind === 'person' ? actor.person : undefined;
  const model = {
    ...foundThings(content, found ?? [], person),
    guide: content.guide,
    today: localDateAt(now, zone),
    audience: audienceOf(actor),
    asked: found ? ('searched' as const) : ('not-yet' as const),
    isWorry,
    ...(generalModules(content.catalogue).length > 0 && { reads: true as const }),
  };
  return { place: 'replace', message: render(findView, model, locale, now) };
}
