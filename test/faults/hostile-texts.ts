/** Letters as chance gives them, none twice in a row: the same each time. Doubled letters are folded to one, and so prove nothing. */
export function nonsense(count: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzæøå';
  let text = '';
  for (let seed = 1; text.length < count; seed = (seed * 48_271) % 2_147_483_647) {
    const letter = letters.charAt(seed % letters.length);
    if (!text.endsWith(letter)) text += letter;
  }
  return text;
}

const most = 20_000;
const filledWith = (part: string): string => part.repeat(Math.ceil(most / part.length)).slice(0, most);

/** Texts as long as Teams takes them, each made to be slow, large or too deep for something that reads texts. */
export const hostileTexts: readonly (readonly [string, string])[] = [
  ['one word', nonsense(most)],
  ['words that are too long', nonsense(most).replace(/.{60}/gu, '$& ')],
  ['words', nonsense(most).replace(/.{9}/gu, '$& ')],
  ['endings', filledWith('as')],
  ['endings of every kind', filledWith('erneanesetar')],
  ['endings apart', filledWith('asasas ')],
  ['letters apart', filledWith('a ')],
  ['sentences of a letter', filledWith('a.')],
  ['commas', filledWith('a,')],
  ['dashes', filledWith('-')],
  ['digits', filledWith('1')],
  ['digits with dashes', filledWith('12-')],
  ['brackets', filledWith('(')],
  ['spaces', `${filledWith(' ')}x`],
  ['marks before a letter', `${filledWith('!')}x`],
  ['dots before a letter', `${filledWith('.')}x`],
  ['lines', filledWith('\n')],
  ['emoji and marks', filledWith('😢a\u0301æ\u0323')],
  ['halves of letters', filledWith('\ud800')],
  ['letters that become many', filledWith('ﷺ')],
  ['a word of ours, joined', filledWith('bekymret')],
  ['words of ours, joined', filledWith('barnevernskole')],
  ['a word that denies', filledWith('ikke ')],
  ['a title', filledWith('vold og overgrep ')],
  ['a command', filledWith('status per 1. ')],
  ['greetings', filledWith('hei finn ')],
];
