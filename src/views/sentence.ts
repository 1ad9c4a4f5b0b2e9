import { IntlMessageFormat } from 'intl-messageformat';
import { type Locale, localeTag } from '../core/locale.ts';

export type SentenceValues = Readonly<Record<string, string | number>>;

/** A compiled ICU message. Throws when a value that it asks for is not given. */
export type Sentence = (values?: SentenceValues) => string;

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The two kinds of element that need no language: words as they are, and a value as it is. */
const words: number = 0;
const value: number = 1;

/** Throws for a text that is no ICU message. A message of words and plain values, as most are, is only joined: a fifth of a card's time. */
export function compileSentence(text: string, locale: Locale): Sentence {
  if (!/[{}']/.test(text)) return () => text;
  const message = new IntlMessageFormat(text, localeTag(locale), undefined, { ignoreTag: true });
  const elements = message.getAst();
  if (elements.every(isPlain)) return (values) => join(elements, values);
  return rememberNumbers((values) => String(message.format(values)));
}

const mostRemembered = 200;

/** "15 minutter" is said on every row of a list. Only what is made of numbers is kept: a name is nothing to remember. */
function rememberNumbers(say: Sentence): Sentence {
  const said = new Map<string, string>();
  return (values) => {
    const given = Object.entries(values ?? {});
    if (given.some(([, one]) => typeof one !== 'number')) return say(values);
    const key = given.join();
    const known = said.get(key);
    if (known !== undefined) return known;
    const sentence = say(values);
    if (said.size >= mostRemembered) said.clear();
    said.set(key, sentence);
    return sentence;
  };
}

const isPlain = ({ type }: Element): boolean => type === words || type === value;

function join(elements: readonly Element[], values: SentenceValues = {}): string {
  let sentence = '';
  for (const element of elements) {
    if (!('value' in element)) continue;
    sentence += element.type === words ? element.value : givenValue(values, element.value);
  }
  return sentence;
}

function givenValue(values: SentenceValues, name: string): string {
  const given = values[name];
  if (given === undefined) throw new Error(`the value {${name}} is not given`);
  return String(given);
}
