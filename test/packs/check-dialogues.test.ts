import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/packs/check-pack.ts';
import type { ContentProblem } from '../../src/packs/content-problem.ts';
import { copyPack, type Edit, isOfLanguage } from '../support/copy-pack.ts';

const now = new Date('2026-11-23T09:00:00Z');
const structure = 'modules/uro/module.yaml';
const nb = 'modules/uro/nb.yaml';

/** From line 25 of module.yaml. */
const ways = `dialogues:
  - id: samtalen
    nodes:
      - id: start
        replies:
          - { id: fakta, next: sammen }
          - { id: anklage, next: brutt }
      - id: sammen
        replies:
          - { id: avtale, next: avtalt }
          - { id: vente, next: brutt }
    ends:
      - { id: avtalt, outcome: good }
      - { id: brutt, outcome: poor }
`;

/** From line 22 of a language file. */
const words = `dialogues:
  samtalen:
    title: Øv på samtalen
    scene: Du møter moren.
    nodes:
      start:
        speaker: Moren
        says: «Hva er det?»
        replies:
          fakta:
            text: «Han er alene.»
            feedback: Du sier det du har sett.
          anklage:
            text: «Det er noe hjemme.»
            feedback: Det er en tolkning.
      sammen:
        speaker: Moren
        says: «Hva gjør vi?»
        replies:
          avtale:
            text: «Vi møtes igjen.»
            feedback: Da har dere en dato.
          vente:
            text: «Vi ser det an.»
            feedback: Da skjer det lite.
    ends:
      avtalt: Bra.
      brutt: Prøv igjen.
`;

/** The sound pack with a sound dialogue, and these edits to it. */
async function problemsAfter(...edits: readonly Edit[]): Promise<readonly ContentProblem[]> {
  const dialogue = [
    { file: structure, find: 'reflection: [tanke]', put: `${ways}reflection: [tanke]` },
    ...['nb', 'nn', 'en'].map((locale) => ({
      file: `modules/uro/${locale}.yaml`,
      find: 'reflection:\n',
      put: `${words}reflection:\n`,
    })),
  ];
  const { problems } = await checkPack(await copyPack(...dialogue, ...edits), now);
  return problems.filter((one) => one.file.startsWith('modules/') && !isOfLanguage(one));
}

type Case = { what: string; edits: readonly Edit[]; at: string; says: RegExp; remedy: RegExp };
const sixtyWords = 'ord '.repeat(60).trim();

const errors: readonly Case[] = [
  {
    what: 'a reply that leads nowhere',
    edits: [{ file: structure, find: 'next: sammen', put: 'next: borte' }],
    at: 'modules/uro/module.yaml:30',
    says: /the reply fakta of start leads to borte, which does not exist/,
    remedy: /id of a node or of an end/,
  },
  {
    what: 'a node and an end of one name',
    edits: [
      { file: structure, find: '- id: sammen', put: '- id: avtalt' },
      { file: structure, find: 'next: sammen', put: 'next: avtalt' },
    ],
    at: 'modules/uro/module.yaml:37',
    says: /avtalt is both a node and an end/,
    remedy: /own id/,
  },
  {
    what: 'a node that nobody comes to',
    edits: [{ file: structure, find: 'next: sammen', put: 'next: avtalt' }],
    at: 'modules/uro/module.yaml:32',
    says: /nobody comes to sammen/,
    remedy: /Let a reply lead there/,
  },
  {
    what: 'an end that nobody comes to',
    edits: [
      { file: structure, find: '{ id: anklage, next: brutt }', put: '{ id: anklage, next: sammen }' },
      { file: structure, find: '{ id: vente, next: brutt }', put: '{ id: vente, next: avtalt }' },
    ],
    at: 'modules/uro/module.yaml:38',
    says: /nobody comes to brutt/,
    remedy: /take it away/,
  },
  {
    what: 'a talk that goes in a circle',
    edits: [{ file: structure, find: '{ id: vente, next: brutt }', put: '{ id: vente, next: start }' }],
    at: 'modules/uro/module.yaml:26',
    says: /in a circle: start → sammen → start/,
    remedy: /lead on, or to an end/,
  },
  {
    what: 'a node with one reply',
    edits: [{ file: structure, find: '          - { id: vente, next: brutt }\n', put: '' }],
    at: 'modules/uro/module.yaml:33',
    says: /fewer than two replies/,
    remedy: /at least 2 in the list/,
  },
  {
    what: 'no good end',
    edits: [{ file: structure, find: 'outcome: good', put: 'outcome: ok' }],
    at: 'modules/uro/module.yaml:36',
    says: /no end is good/,
    remedy: /how it can go well/,
  },
  {
    what: 'a reply without feedback',
    edits: [{ file: nb, find: '            feedback: Det er en tolkning.\n', put: '' }],
    at: 'modules/uro/nb.yaml:34',
    says: /feedback is missing/,
    remedy: /Write it/,
  },
  {
    what: 'a reply without words in one language',
    edits: [
      {
        file: 'modules/uro/nn.yaml',
        find: '          vente:\n            text: «Vi ser det an.»\n            feedback: Da skjer det lite.\n',
        put: '',
      },
    ],
    at: 'modules/uro/nn.yaml:40',
    says: /dialogues\.samtalen\.nodes\.sammen\.replies\.vente has no words/,
    remedy: /Write them, or take vente out of modules\/uro\/module\.yaml/,
  },
  {
    what: 'an end without words in one language',
    edits: [{ file: 'modules/uro/en.yaml', find: '      brutt: Prøv igjen.\n', put: '' }],
    at: 'modules/uro/en.yaml:47',
    says: /dialogues\.samtalen\.ends\.brutt has no words/,
    remedy: /Write them/,
  },
  {
    what: 'a dialogue without words in one language, told once',
    edits: [{ file: 'modules/uro/en.yaml', find: words, put: '' }],
    at: 'modules/uro/en.yaml:1',
    says: /^dialogues\.samtalen has no words$/,
    remedy: /Write them/,
  },
  {
    what: 'words of a node that is not there',
    edits: [
      {
        file: nb,
        find: '    ends:\n      avtalt',
        put: '      borte: { speaker: a, says: b, replies: {} }\n    ends:\n      avtalt',
      },
    ],
    at: 'modules/uro/nb.yaml:47',
    says: /nodes\.borte is not in modules\/uro\/module\.yaml/,
    remedy: /Add its id there/,
  },
  {
    what: 'more than 60 words said, with the replies',
    edits: [{ file: nb, find: 'says: «Hva gjør vi?»', put: `says: ${sixtyWords}` }],
    at: 'modules/uro/nb.yaml:37',
    says: /the node sammen has 68 words/,
    remedy: /Shorten it to 60: sammen\.speaker, sammen\.says, avtale\.text, vente\.text/,
  },
  {
    what: 'more than 60 words in a reply with its feedback and the end',
    edits: [{ file: nb, find: 'avtalt: Bra.', put: `avtalt: ${sixtyWords}` }],
    at: 'modules/uro/nb.yaml:41',
    says: /the reply avtale of sammen has 68 words/,
    remedy: /avtale\.feedback, ends\.avtalt/,
  },
  {
    what: 'a scene of more than 60 words',
    edits: [{ file: nb, find: 'scene: Du møter moren.', put: `scene: ${sixtyWords}` }],
    at: 'modules/uro/nb.yaml:25',
    says: /the scene has 63 words/,
    remedy: /title, scene/,
  },
  {
    what: 'a reply that stands twice',
    edits: [{ file: structure, find: '{ id: vente, next: brutt }', put: '{ id: avtale, next: brutt }' }],
    at: 'modules/uro/module.yaml:25',
    says: /replies\.avtale stands twice/,
    remedy: /own id/,
  },
];

describe('the check of a dialogue', () => {
  test('finds nothing wrong with a sound one', async () => {
    expect(await problemsAfter()).toEqual([]);
  });

  test.each(errors)('tells $what, with file, line and remedy', async ({ edits, at, says, remedy }) => {
    const problems = await problemsAfter(...edits);
    const found = problems.filter(({ message }) => says.test(message));
    expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([at]);
    expect(found[0]?.remedy).toMatch(remedy);
    expect(found[0]?.severity).not.toBe('warning');
  });

  test('tells a way of more than six replies', async () => {
    const chain = Array.from({ length: 7 }, (_, index) => {
      const next = index < 6 ? `n${index + 1}` : 'avtalt';
      return `      - id: n${index}\n        replies:\n          - { id: a, next: ${next} }\n          - { id: b, next: brutt }\n`;
    }).join('');
    const said = Array.from({ length: 7 }, (_, index) => {
      const replies = 'replies: { a: { text: a, feedback: b }, b: { text: a, feedback: b } }';
      return `      n${index}: { speaker: a, says: b, ${replies} }\n`;
    }).join('');
    const nodesOf = (text: string): string => /nodes:\n(.*?) {4}ends:/s.exec(text)?.[1] ?? '';
    const problems = await problemsAfter(
      { file: structure, find: nodesOf(ways), put: chain },
      ...['nb', 'nn', 'en'].map((locale) => ({ file: `modules/uro/${locale}.yaml`, find: nodesOf(words), put: said })),
    );
    expect(problems.map(({ message, remedy }) => `${message}. ${remedy}`)).toEqual([
      'the dialogue samtalen: the longest way has 7 replies. Shorten it to 6, or make two dialogues of it.',
    ]);
  });
});
