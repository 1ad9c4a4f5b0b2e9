import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRender } from '../../src/views/create-render.ts';
import { defineView, type ViewKit } from '../../src/views/define-view.ts';
import type { Render } from '../../src/views/render.ts';
import { createViewKits } from '../../src/views/view-kit.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'undring-cards-'));
});
afterAll(() => rm(folder, { recursive: true }));

const now = new Date('2026-11-23T09:00:00Z');
const texts = {
  nb: new Map([
    ['a.hello', 'Hei, {name}!'],
    ['a.count', '{count, plural, one {én modul} other {# moduler}}'],
    ['a.plain', 'uten noe'],
    ['a.only-nb', 'bare på bokmål'],
    ['a.tag', '<b>{name}</b>'],
    ['a.broken', '{name'],
  ]),
  nn: new Map([['a.hello', 'Hei på deg, {name}!']]),
  en: new Map([['a.hello', 'Hello, {name}!']]),
};

async function renderWith(template: object): Promise<Render> {
  await writeFile(path.join(folder, 'test.json'), JSON.stringify({ type: 'AdaptiveCard', ...template }));
  return createRender({ cardsFolder: folder, texts, zone: 'Europe/Oslo' });
}

const bound = (data: Record<string, unknown>) => defineView<undefined>('test', () => ({ data, summary: 'Sammendrag' }));
const body = (text: string) => ({ body: [{ type: 'TextBlock', text }] });

/** What a kit answers in one language. */
async function ask<T>(question: (kit: ViewKit) => T, locale: 'nb' | 'nn' | 'en' = 'nb', at = now): Promise<T> {
  const render = await renderWith({ body: [] });
  let answer: T[] = [];
  const view = defineView<undefined>('test', (_, kit) => {
    answer = [question(kit)];
    return { data: {}, summary: 's' };
  });
  render(view, undefined, locale, at);
  const [first] = answer;
  if (first === undefined) throw new Error('the view was not asked');
  return first;
}

describe('a rendered card', () => {
  it('says its schema, version, language and what to show where cards are not', async () => {
    const render = await renderWith(body('${title}'));
    expect(render(bound({ title: 'Hei' }), undefined, 'nn', now)).toEqual({
      summary: 'Sammendrag',
      card: {
        type: 'AdaptiveCard',
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        version: '1.5',
        lang: 'nn',
        fallbackText: 'Sammendrag',
        body: [{ type: 'TextBlock', text: 'Hei' }],
      },
    });
  });

  it('keeps actions, numbers and truth values as they are', async () => {
    const render = await renderWith({ actions: '${actions}', number: '${number}', truth: '${truth}' });
    const data = { actions: [{ type: 'Action.Submit', data: { a: null } }], number: 3, truth: false };
    expect(render(bound(data), undefined, 'nb', now).card).toMatchObject(data);
  });

  it('never expands what came with the data', async () => {
    const render = await renderWith({ ...body('${title}'), actions: '${actions}' });
    const data = { title: '${1+1} ${secret}', secret: 'x', actions: [{ title: '${secret}' }] };
    expect(render(bound(data), undefined, 'nb', now).card).toMatchObject({
      body: [{ text: '${1+1} ${secret}' }],
      actions: [{ title: '${secret}' }],
    });
  });

  it('repeats for each item and leaves out what has none', async () => {
    const render = await renderWith({ body: [{ type: 'TextBlock', $data: '${rows}', text: '${name} ${$root.end}' }] });
    expect(render(bound({ rows: [{ name: 'a' }, { name: 'b' }], end: '!' }), undefined, 'nb', now).card.body).toEqual([
      { type: 'TextBlock', text: 'a !' },
      { type: 'TextBlock', text: 'b !' },
    ]);
    expect(render(bound({ rows: [], end: '!' }), undefined, 'nb', now).card.body).toEqual([]);
  });
});

describe('a template that asks for what the view does not give', () => {
  it.each([
    ['alone', '${nope}'],
    ['in a sentence', 'Hei ${nope}!'],
    ['deep', '${a.nope}'],
  ])('is a bug that names the template and the field: %s', async (_, text) => {
    const render = await renderWith(body(text));
    expect(() => render(bound({ a: {} }), undefined, 'nb', now)).toThrow(/cards\/test\.json binds (a\.)?nope/);
  });

  it('is a bug also where a list is repeated', async () => {
    const render = await renderWith({ body: [{ type: 'TextBlock', $data: '${rows}', text: '${name}' }] });
    expect(() => render(bound({}), undefined, 'nb', now)).toThrow(/rows/);
    expect(() => render(bound({ rows: [{ name: 'a' }, {}] }), undefined, 'nb', now)).toThrow(/name/);
  });

  it('says nothing of the data, which may be about a person', async () => {
    const render = await renderWith(body('${nope}'));
    expect(() => render(bound({ title: 'Kari' }), undefined, 'nb', now)).toThrow(/^((?!Kari).)*$/s);
  });

  it('leaves no trace in the next card', async () => {
    const render = await renderWith(body('${title}'));
    expect(() => render(bound({}), undefined, 'nb', now)).toThrow();
    expect(render(bound({ title: 'a' }), undefined, 'nb', now).card.body).toEqual([{ type: 'TextBlock', text: 'a' }]);
  });

  it('is a bug when there is no such template', async () => {
    const render = await renderWith({});
    const view = defineView<undefined>('gone', () => ({ data: {}, summary: 's' }));
    expect(() => render(view, undefined, 'nb', now)).toThrow(/cards\/gone\.json/);
  });
});

describe('a template that does not compile', () => {
  it.each([
    ['a half expression', '${a + }'],
    ['no closing brace', 'Hei ${a'],
    ['an unknown function', '${shout(a)}'],
  ])('stops the start and names the file: %s', async (_, text) => {
    await expect(renderWith(body(text))).rejects.toThrow(/cards\/test\.json does not compile/);
  });

  it('stops the start when it is no JSON', async () => {
    await writeFile(path.join(folder, 'test.json'), '{');
    await expect(createRender({ cardsFolder: folder, texts, zone: 'Europe/Oslo' })).rejects.toThrow(
      /cards\/test\.json/,
    );
  });
});

describe('words', () => {
  it('come in the language asked for, with values put in', async () => {
    expect(await ask((kit) => kit.t('a.hello', { name: 'Kari' }), 'nn')).toBe('Hei på deg, Kari!');
    expect(await ask((kit) => [1, 3].map((count) => kit.t('a.count', { count })))).toEqual(['én modul', '3 moduler']);
  });

  it('come in bokmål when the language lacks them, and are a bug when every language does', async () => {
    expect(await ask((kit) => kit.t('a.only-nb'), 'en')).toBe('bare på bokmål');
    await expect(ask((kit) => kit.t('a.nowhere'))).rejects.toThrow(/a\.nowhere/);
  });

  it('come in another language when they cannot be said in this one, whatever is wrong with them', async () => {
    const words = {
      nb: { a: 'Ring {nummer}', b: 'Ring {', c: 'Ring' },
      nn: { a: 'Ring {number}', b: 'Ring no' },
      en: {},
    };
    const texts = {
      nb: new Map(Object.entries(words.nb)),
      nn: new Map(Object.entries(words.nn)),
      en: new Map<string, string>(),
    };
    const kit = createViewKits({ texts, zone: 'Europe/Oslo' })('nb', now);
    expect(['a', 'b', 'c'].map((key) => kit.t(key, { number: '112' }))).toEqual(['Ring 112', 'Ring no', 'Ring']);
  });

  it('take a value as text: no tag, no plural, no pattern in it is read', async () => {
    expect(await ask((kit) => kit.t('a.hello', { name: "{x} <b> '' #" }))).toBe("Hei, {x} <b> '' #!");
    expect(await ask((kit) => kit.t('a.tag', { name: 'K' }))).toBe('<b>K</b>');
  });

  it('are a bug when a value is missing or the message is broken', async () => {
    await expect(ask((kit) => kit.t('a.hello'))).rejects.toThrow(/a\.hello asks for a value/);
    await expect(ask((kit) => kit.t('a.broken'))).rejects.toThrow(/a\.broken is no ICU message/);
  });
});

describe('dates', () => {
  it('are said with the weekday in each language', async () => {
    expect(await ask((kit) => kit.date('2026-12-11'))).toBe('fredag 11. desember');
    expect(await ask((kit) => kit.date('2026-12-07'), 'nn')).toBe('måndag 7. desember');
    expect(await ask((kit) => kit.date('2026-12-12'), 'nn')).toBe('laurdag 12. desember');
    expect(await ask((kit) => kit.date('2026-12-11'), 'en')).toBe('Friday 11 December');
  });

  it('have the year only when it is another year than now, here', async () => {
    expect(await ask((kit) => kit.date('2027-01-04'))).toBe('mandag 4. januar 2027');
    expect(await ask((kit) => kit.date('2027-01-04'), 'nb', new Date('2026-12-31T23:30:00Z'))).toBe('mandag 4. januar');
  });

  it('of an instant are the date here, not in Greenwich', async () => {
    expect(await ask((kit) => kit.day(new Date('2026-12-10T23:30:00Z')))).toBe('fredag 11. desember');
  });
});

describe('buttons', () => {
  it('carry the same verb and data by both doors', async () => {
    expect(await ask((kit) => kit.button('module.open', 'Start', { moduleId: 'm' }, 'positive'))).toEqual({
      type: 'Action.Execute',
      verb: 'module.open',
      title: 'Start',
      style: 'positive',
      data: { moduleId: 'm' },
      fallback: {
        type: 'Action.Submit',
        title: 'Start',
        style: 'positive',
        data: { moduleId: 'm', verb: 'module.open' },
      },
    });
  });

  it('out of a form ask for no input', async () => {
    expect(await ask((kit) => kit.exit('module.list', 'Tilbake'))).toMatchObject({
      associatedInputs: 'none',
      fallback: { associatedInputs: 'none', data: { verb: 'module.list' } },
    });
  });
});
