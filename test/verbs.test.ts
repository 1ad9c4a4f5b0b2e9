import { describe, expect, it } from 'vitest';
import { commandPhrases, loneWords, wholeCommands } from '../src/inbound/bot/intent-words.ts';
import { readFiles } from './support/source-files.ts';
import { verbInputs } from './support/verb-inputs.ts';

const verb = /'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g;
const views = readFiles('src/views', '.ts');
const actions = readFiles('src/inbound/bot/actions', '.ts');
const intents = readFiles('src/inbound/bot', 'intents.ts');
const cards = readFiles('cards', '.json');

/** Verbs that no card of today carries, kept because older cards in people's chats do. */
const keptForOldCards: readonly string[] = [];

const defined = actions.flatMap(({ code }) =>
  [...code.matchAll(/\bdefineAction\(\{\s*verb:\s*'([^']+)'/g)].map(([, name = '']) => name),
);
const presses = views.flatMap(({ file, code }) =>
  [...code.matchAll(/\b(?:kit|\w+Kit)\.(?:button|exit)\(([^,]*),/g)].map(([, first = '']) => ({
    file,
    first: first.trim(),
    verbs: [...first.matchAll(verb)].map(([, name = '']) => name),
  })),
);
const inTemplates = cards.flatMap(({ code }) =>
  [...code.matchAll(/"verb":\s*"([^"$]+)"/g)].map(([, name = '']) => name),
);
/** What comes back when Teams has asked about a file: the verb stands in what was sent with the question. */
const consented = actions.flatMap(({ code }) =>
  [...code.matchAll(/\b(?:accept|decline)\s*[:=]\s*\{\s*verb:\s*'([^']+)'/g)].map(([, name = '']) => name),
);
/** What answers in the place of another verb, for whom the staff list does not have. */
const instead = actions.flatMap(({ code }) =>
  [...code.matchAll(/\bforUnknown:\s*'([^']+)'/g)].map(([, name = '']) => name),
);
const typed = [
  ...[commandPhrases, wholeCommands, loneWords].flatMap((verbs) => Object.keys(verbs)),
  ...intents.flatMap(({ code }) => [...code.matchAll(verb)].map(([, name = '']) => name)),
];
const pressed = [...presses.flatMap(({ verbs }) => verbs), ...inTemplates, ...consented, ...instead];

describe('the verbs', () => {
  it('are each written out where a button is made', () => {
    expect(presses.filter(({ verbs }) => verbs.length === 0).map(({ file, first }) => `${file}: ${first}`)).toEqual([]);
  });

  it('of every button are answered by an action', () => {
    expect([...new Set(pressed)].filter((name) => !defined.includes(name))).toEqual([]);
  });

  it('of every intent are answered by an action', () => {
    expect([...new Set(typed)].filter((name) => !defined.includes(name))).toEqual([]);
  });

  it('are each answered by one action only', () => {
    expect(defined.filter((name, index) => defined.indexOf(name) !== index)).toEqual([]);
  });

  it('are each reached by a button, a question about a file or a word, or kept for old cards', () => {
    const reached = new Set([...pressed, ...typed, ...keptForOldCards]);
    expect(defined.filter((name) => !reached.has(name))).toEqual([]);
  });

  it('kept for old cards are still answered, and on no new card', () => {
    expect(keptForOldCards.filter((name) => !defined.includes(name) || pressed.includes(name))).toEqual([]);
  });

  it('each have an input, so that whatever sweeps over them meets more than the schema', () => {
    expect(Object.keys(verbInputs).toSorted()).toEqual(defined.toSorted());
  });

  it('are seen at all', () => {
    expect(defined).toContain('welcome.show');
    expect(pressed).toContain('guide.start');
    expect(consented).toContain('diploma.accept');
    expect(typed).toContain('help.show');
    expect(instead).toContain('join.show');
  });
});
