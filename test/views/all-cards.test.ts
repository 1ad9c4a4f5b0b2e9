import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/core/locale.ts';
import { loadTexts } from '../../src/packs/load-texts.ts';
import { checkTypes } from '../../src/tools/cards/card-types.ts';
import { checkRendered, nameOf } from '../../src/tools/cards/check-every-card.ts';
import { drawnAt, renderEveryCard } from '../../src/tools/cards/every-card.ts';
import { loadStates } from '../../src/tools/cards/load-states.ts';
import { compileTemplate } from '../../src/views/compile-templates.ts';
import type { Render } from '../../src/views/render.ts';
import { createViewKits } from '../../src/views/view-kit.ts';

const root = path.resolve(import.meta.dirname, '../..');
const cards = await renderEveryCard(root);
const views = await loadStates(root);
const { texts } = await loadTexts(path.join(root, 'content'));
const fileNames = async (folder: string, end: string) =>
  (await readdir(path.join(root, folder)))
    .filter((file) => file.endsWith(end))
    .map((file) => file.slice(0, -end.length));

describe('every card in every state and language', () => {
  it.each(cards.map((card) => [nameOf(card), card] as const))(
    '%s keeps our rules and passes the official renderer',
    (_, card) => {
      expect(checkRendered(card)).toEqual([]);
    },
  );

  // The words are of no matter for the types; every language is compiled by `npm run check:cards`, which is a part of the proof.
  it('fits the types of @microsoft/teams.cards', async () => {
    const inOneLanguage = cards.filter(({ locale }) => locale === 'nb');
    const named = inOneLanguage.map((card) => ({ name: nameOf(card), card: card.message.card }));
    expect(await checkTypes(root, named)).toEqual([]);
  });
});

describe('the registry of states', () => {
  it('has every view, and every view has its template', async () => {
    const templates = (await fileNames('cards', '.json')).sort();
    expect((await fileNames('src/views', '.view.ts')).sort()).toEqual(templates);
    expect(views.map(({ template }) => template).sort()).toEqual(templates);
  });

  it('gives every view at least one state', () => {
    expect(views.filter(({ states }) => states.length === 0).map(({ template }) => template)).toEqual([]);
  });

  it.each(views)('$template shows and hides every conditional part in some state', async ({ template, states }) => {
    const seen = await seenConditions(
      template,
      states.map((state) => state.render),
    );
    const undecided = [...seen].flatMap(([when, { shown, hidden }]) => [
      ...(shown ? [] : [`${when} is never true`]),
      ...(hidden ? [] : [`${when} is never false`]),
    ]);
    expect(undecided).toEqual([]);
  });
});

type Seen = Map<string, { shown: boolean; hidden: boolean }>;

/**
 * Renders with a copy of the template in which every conditional element is marked, beside an element that is there exactly where
 * the condition is asked, so that a loop over nothing is not taken for "hidden".
 */
async function seenConditions(
  name: string,
  renders: readonly ((render: Render, locale: Locale, now: Date) => unknown)[],
): Promise<Seen> {
  const text = await readFile(path.join(root, 'cards', `${name}.json`), 'utf8');
  const conditions: string[] = [];
  const expand = compileTemplate(name, JSON.stringify(mark(JSON.parse(text), conditions)));
  const kitFor = createViewKits({ texts, zone: 'Europe/Oslo' });
  const seen: Seen = new Map(conditions.map((when) => [when, { shown: false, hidden: false }]));
  const watch: Render = (view, model, locale, now) => {
    const { data, summary } = view.bind(model, kitFor(locale, now));
    const output = JSON.stringify(expand(data));
    conditions.forEach((when, index) => {
      const shown = output.split(`"shown-${index}"`).length - 1;
      const asked = output.split(`"asked-${index}"`).length - 1;
      const entry = seen.get(when);
      if (!entry) return;
      entry.shown ||= shown > 0;
      entry.hidden ||= shown < asked;
    });
    return { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: summary }, summary };
  };
  for (const render of renders) render(watch, 'nb', drawnAt);
  return seen;
}

function mark(node: unknown, conditions: string[]): unknown {
  if (Array.isArray(node)) return node.flatMap((item) => markItem(item, conditions));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mark(value, conditions)]));
}

function markItem(item: unknown, conditions: string[]): unknown[] {
  const inside = mark(item, conditions);
  if (typeof inside !== 'object' || inside === null || !('$when' in inside)) return [inside];
  const index = conditions.push(`${String(inside.$when)} (${conditions.length + 1})`) - 1;
  const asked = { type: `asked-${index}`, ...('$data' in inside && { $data: inside.$data }) };
  return [asked, { ...inside, mark: `shown-${index}` }];
}
