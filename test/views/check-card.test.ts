import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/core/card.ts';
import { checkTypes } from '../../src/tools/cards/card-types.ts';
import { checkWithRenderer } from '../../src/tools/cards/official-check.ts';
import { checkCard } from '../../src/views/check-card.ts';
import { root } from '../support/source-files.ts';

const heading = { type: 'TextBlock', text: 'Hei', style: 'heading', wrap: true };
const submit = (data: object) => ({ type: 'Action.Submit', title: 'A', data });
const execute = (verb: string, fallback: object = submit({ verb })) => ({
  type: 'Action.Execute',
  title: 'A',
  verb,
  fallback,
});
const input = { type: 'Input.Text', id: 'a', label: 'A' };

const card = (change: Record<string, unknown> = {}): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'nb',
  fallbackText: 'Hei',
  body: [heading],
  ...change,
});
const withBody = (...elements: object[]) => card({ body: [heading, ...elements] });
const told = (bad: Card): string =>
  checkCard(bad)
    .map(({ at, problem }) => `${at} ${problem}`)
    .join('\n');

describe('our own rules', () => {
  it('say nothing of a good card', () => {
    const good = card({
      body: [heading, input],
      actions: [execute('help.show'), { type: 'Action.OpenUrl', title: 'A', url: 'https://a.no' }],
    });
    expect(told(good)).toBe('');
  });

  it.each<[string, Card, string]>([
    ['another version', card({ version: '1.6' }), 'Teams renders 1.5'],
    ['no language', card({ lang: undefined }), 'lang is missing'],
    ['no fallback text', card({ fallbackText: ' ' }), 'fallbackText is empty'],
    ['Markdown in the fallback text', card({ fallbackText: '**Hei**' }), 'fallbackText holds Markdown'],
    ['an unfilled binding', withBody({ ...heading, text: 'Hei ${navn}' }), 'body[1] text holds "${"'],
    [
      'a date of the client',
      withBody({ ...heading, text: '{{DATE(2020-01-01T00:00:00Z)}}' }),
      'body[1] text holds "{{"',
    ],
    ['an empty text', withBody({ type: 'TextBlock', text: ' ', wrap: true }), 'body[1] has no text'],
    ['a null', withBody({ ...heading, size: null }), 'body[1].size is null'],
    ['a text that is cut', withBody({ type: 'TextBlock', text: 'Hei' }), 'does not wrap'],
    ['no heading first', card({ body: [{ type: 'TextBlock', text: 'Hei', wrap: true }] }), 'no heading'],
    ['an input without label', withBody({ ...input, label: undefined }), 'without label'],
    ['an input without id', withBody({ ...input, id: undefined }), 'without id'],
    ['a required input without a message', withBody({ ...input, isRequired: true }), 'no errorMessage'],
    ['an image without words', withBody({ type: 'Image', url: 'https://a.no/a.png' }), 'altText'],
    ['an image without address', withBody({ type: 'Image', altText: 'a' }), 'url'],
    ['two of the same id', withBody(input, input), 'uses the id "a" again'],
    ['something newer', withBody({ type: 'Badge', text: 'Ny' }), 'Badge is newer'],
    ['a newer property', withBody({ ...heading, targetWidth: 'narrow' }), '"targetWidth" is newer'],
    [
      'something newer deep inside',
      withBody({ type: 'Container', items: [{ type: 'ProgressBar' }] }),
      'body[1].items[0] ProgressBar',
    ],
    [
      'no fallback for old clients',
      card({ actions: [{ ...execute('a.b'), fallback: undefined }] }),
      'needs an Action.Submit',
    ],
    ['a fallback with another verb', card({ actions: [execute('a.b', submit({ verb: 'a.c' }))] }), 'the same verb'],
    ['a fallback with other data', card({ actions: [execute('a.b', submit({ verb: 'a.b', x: 1 }))] }), 'other data'],
    ['a button without title', card({ actions: [{ ...execute('a.b'), title: '' }] }), 'has no title'],
    [
      'an address that is no link',
      card({ actions: [{ type: 'Action.OpenUrl', title: 'A', url: 'javascript:a' }] }),
      'neither https',
    ],
    ['seven actions', card({ actions: Array.from({ length: 7 }, () => execute('a.b')) }), 'Teams shows 6'],
    ['no facts', withBody({ type: 'FactSet', facts: [] }), 'no facts'],
    ['too many bytes', withBody({ ...heading, text: 'å'.repeat(14_000) }), 'the budget is 28000'],
  ])('find %s', (_, bad, problem) => {
    expect(told(bad)).toContain(problem);
  });

  it('let something newer pass when it has a fallback', () => {
    expect(told(withBody({ type: 'ProgressBar', value: 3, fallback: heading }))).toBe('');
  });

  it('do not read what an action sends', () => {
    const data = { note: '${x} {{y}}' };
    expect(told(card({ actions: [{ ...execute('a.b', submit({ ...data, verb: 'a.b' })), data }] }))).toBe('');
  });
});

describe('the official renderer', () => {
  it('passes a good card, again and again', () => {
    expect([card(), card(), card()].flatMap(checkWithRenderer)).toEqual([]);
  });

  it.each<[string, Card]>([
    ['an unknown element', withBody({ type: 'Nonsense' })],
    ['a word that is none', withBody({ ...heading, size: 'huge' })],
    ['the same id twice', withBody(input, input)],
    ['a required input without a message', withBody({ ...input, isRequired: true })],
  ])('finds %s', (_, bad) => {
    expect(checkWithRenderer(bad)).not.toEqual([]);
  });
});

describe('the types of @microsoft/teams.cards', () => {
  it('find an unknown property, a wrong type and a misspelt word, and name the card', async () => {
    const found = await checkTypes(root, [
      { name: 'good', card: card() },
      { name: 'unknown property', card: withBody({ ...heading, colour: 'Good' }) },
      { name: 'wrong type', card: withBody({ ...heading, wrap: 'yes' }) },
      { name: 'misspelt word', card: withBody({ ...heading, weight: 'bolder' }) },
    ]);
    expect(found.map(({ name }) => name).sort()).toEqual(['misspelt word', 'unknown property', 'wrong type']);
  });
});
