import { Failure } from '../core/failure.ts';
import { type LocalDate, localDateAt, type TimeZone } from '../core/local-date.ts';
import { type Locale, locales, localeTag } from '../core/locale.ts';
import type { ButtonStyle, CardAction, FindPicture, ViewKit } from './define-view.ts';
import { plain } from './escape.ts';
import { compileSentence, type Sentence, type SentenceValues } from './sentence.ts';

export type Texts = Readonly<Record<Locale, ReadonlyMap<string, string>>>;

export type KitSetup = { texts: Texts; zone: TimeZone; findPicture?: FindPicture };

/** Makes kits. Each sentence and each date format is compiled once per language and kept. */
export function createViewKits(words: KitSetup): (locale: Locale, now: Date) => ViewKit {
  const sentences = new Map(locales.map((locale) => [locale, createSentences(words.texts, locale)]));
  return (locale, now) => {
    const today = localDateAt(now, words.zone);
    const date = (day: LocalDate): string => formatDate(locale, day, today);
    const month = (day: LocalDate): string => formatMonth(locale, day, today);
    return {
      locale,
      t: sentences.get(locale) ?? createSentences(words.texts, locale),
      pick: (text) => unbroken(text[locale]),
      today: () => today,
      date,
      month,
      day: (at) => date(localDateAt(at, words.zone)),
      time: (at) => formatTime(locale, at, words.zone),
      plain,
      button: (verb, title, data, style) => button({ verb, title, data, style }),
      exit: (verb, title, data) => button({ verb, title, data, associatedInputs: 'none' }),
      pictures: (drawingId) => {
        const picture = words.findPicture?.(drawingId, locale);
        return picture ? [picture] : [];
      },
      link: (title, url) => ({ type: 'Action.OpenUrl', title, url }),
    };
  };
}

/**
 * A key without words in one language, or with words that cannot be said, is content's fault, told at start by the pack check; the card still
 * answers, in another language.
 */
function createSentences(texts: Texts, locale: Locale): ViewKit['t'] {
  // The reader's language first; the others are compiled only where it fails.
  const languages = [locale, ...locales.filter((other) => other !== locale)];
  const compiled = new Map(languages.map((language) => [language, new Map<string, Sentence>()]));
  return (key, values) => {
    let failure: Failure | undefined;
    for (const language of languages) {
      const text = texts[language].get(key);
      if (text === undefined) continue;
      try {
        const known = compiled.get(language);
        const sentence = known?.get(key) ?? compile(key, text, language);
        known?.set(key, sentence);
        return say(key, sentence, values);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failure ??= error;
      }
    }
    throw failure ?? new Failure('bug', `no language has the text ${key}; add it under content/text`);
  };
}

function compile(key: string, text: string, language: Locale): Sentence {
  try {
    return compileSentence(text, language);
  } catch (cause) {
    throw new Failure('bug', `the ${language} text ${key} is no ICU message; mend it under content/text`, { cause });
  }
}

function say(key: string, sentence: Sentence, values: SentenceValues | undefined): string {
  try {
    return sentence(values);
  } catch (cause) {
    throw new Failure('bug', `the text ${key} asks for a value that the view does not give; give it`, { cause });
  }
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();
/** A card of 25 people names the same few days again and again. Emptied when it holds some years' worth. */
const dayWords = new Map<string, string>();
const mostDayWords = 4000;

function formatDate(locale: Locale, day: LocalDate, today: LocalDate): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  const key = `${locale} ${isThisYear} ${day}`;
  const known = dayWords.get(key);
  if (known !== undefined) return known;
  const words = dayFormat(locale, isThisYear).format(new Date(`${day}T00:00:00Z`));
  if (dayWords.size >= mostDayWords) dayWords.clear();
  dayWords.set(key, words);
  return words;
}

function dayFormat(locale: Locale, isThisYear: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${isThisYear}`;
  let format = dayFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(localeTag(locale), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: isThisYear ? undefined : 'numeric',
      timeZone: 'UTC',
    });
    dayFormats.set(key, format);
  }
  return format;
}

function formatMonth(locale: Locale, day: LocalDate, today: LocalDate): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  const format = new Intl.DateTimeFormat(localeTag(locale), { month: 'long', year, timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A section and its number stay on one line. */
const unbroken = (text: string): string => (text.includes('§') ? text.replace(/§ /g, '§\u00a0') : text);

type Press = {
  verb: string;
  title: string;
  data?: Readonly<Record<string, unknown>>;
  style?: ButtonStyle;
  associatedInputs?: 'none';
};

/** Action.Submit sends its data as it is, so there the verb travels in the data. */
function button({ verb, title, data, style, associatedInputs }: Press): CardAction {
  const look = { title, ...(style && style !== 'default' && { style }), ...(associatedInputs && { associatedInputs }) };
  return {
    type: 'Action.Execute',
    verb,
    ...look,
    ...(data && { data }),
    fallback: { type: 'Action.Submit', ...look, data: { ...data, verb } },
  };
}

/** Norwegian clocks are written with a full stop. */
function formatTime(locale: Locale, at: Date, timeZone: TimeZone): string {
  const form = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone } as const;
  const time = new Intl.DateTimeFormat('en-GB', form).format(at);
  return locale === 'en' ? time : time.replace(':', '.');
}
