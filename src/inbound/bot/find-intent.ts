import type { Locale } from '../../core/locale.ts';
import type { Finder, Found } from '../../features/find/create-finder.ts';
import type { FoundKind } from '../../features/find/findable.ts';
import { compilePhrases } from '../../features/guide/phrases.ts';
import type { Triage } from '../../features/guide/triage.ts';
import { greetingPhrases } from './intent-words.ts';

/**
 * `field`: the text stood in the search field of a card, so it is a search whatever its words. `mayOpen`: whether what was found is for who
 * asks; without it, all is.
 */
export type Looking = { find: Finder; locale: Locale; from: 'chat' | 'field'; mayOpen?(ref: string): boolean };

/** Not "søker" or "søke om": that is to apply for something. */
const searches = compilePhrases(['søk|search']);
/** Of what somebody does or is: Finn is a name too. */
const told =
  'er|var|har|hadde|blir|ble|blei|vart|vil|ville|kan|skal|må|får|fikk|fekk|sier|seier|sa|ser|så|virker|verkar|går|gikk|gjekk|gjør|gjer';
/** First of all, and as it is written: "finn stafett", but neither "ha en fin dag" nor "kor finn eg …" nor "Finn har det vondt". */
const asksToFind = new RegExp(`^\\W*(?:(?:hei|hey|hi|hallo)\\W+)?(?:finn|find)\\s+(?!(?:${told})(?!\\p{L}))`, 'iu');
const looks = compilePhrases(['finne|let etter|leter etter|leit etter|leitar etter|leiter etter|look for|looking for']);
const questions = compilePhrases([
  'hva betyr|hva tyder|kva betyr|kva tyder|ka betyr|ka tyr|hvad betyder|betydning*|betyding*|what does|what do you mean',
  'hva er|kva er|ka er|ka e|hvad er|what is|what are|hva menes|kva meiner|hva mener|hva vil det si|kva vil det seie',
  'forklar*|explain|ordet|begrepet|omgrepet|definisjon*',
]);
const greetings = compilePhrases(greetingPhrases);
/** Asks for what a word means, and for nothing else: "hva er" begins "hva er det med Per" too. */
const meanings = compilePhrases([
  'hva betyr|hva tyder|kva betyr|kva tyder|ka betyr|ka tyr|hvad betyder|hva menes med|what does',
]);
/** More words are about something, and not a word. */
const mostMeantWords = 5;
/** "Finn" before more words than these tells something. */
const mostNameWords = 6;
/** A module further down has the word somewhere in its text, and is about something else. */
const nearPlaces = 3;
/** In front of what is looked for, after a greeting perhaps. */
const frontWords = 3;

/**
 * Where the guide answers better than a meaning does, though nobody says that a child is in danger: the duty to report and to avert, and
 * whom to call. A worry is answered by its first card.
 */
const guideFirst: ReadonlySet<string> = new Set(['duty', 'duty-how', 'avert', 'numbers', 'wonder']);

type Way = 'search' | 'look' | 'question' | 'greeting' | 'none';

/**
 * What a text looks for, by id; `undefined` when it looks for nothing that can be found. No word of the text goes further than here.
 * Danger is never a search. What triage takes for work with a child, or is not sure of, is one only where it asks for a word of the list or
 * a form by its whole name, or is nothing but such a name: those tell of nobody.
 */
export function findSought(
  { find, locale, from }: Looking,
  triage: Triage,
  words: readonly string[],
  maskedText: string,
): readonly string[] | undefined {
  const way = from === 'field' ? 'search' : wayOf(words, maskedText);
  // Nobody is sure of danger in "stafett holder", and in the field it is the name of something.
  if (from === 'field' && triage.level === 'acute' && triage.asks) return namedIn(find(maskedText, locale));
  if (!canBeSearch(way, triage)) return undefined;
  const found = find(maskedText, locale);
  if (way === 'none' && isBareName(triage, found)) return [...new Set([...found.whole, ...found.refs])];
  if (asksForUnknown(words, triage, found)) return [];
  return isSearch(way, triage, found) ? found.refs : undefined;
}

/**
 * "Hva betyr IOP?", of what the guide knows no more than that it may be about a law: what is near one of its words is no answer where nothing
 * has them all. Whoever is told that it is not here can ask on.
 */
function asksForUnknown(words: readonly string[], { level, entry, asks }: Triage, found: Found): boolean {
  const { named, together, refs } = found;
  const isKnown = named !== 'no' || together.length > 0 || refs[0]?.startsWith('word:') === true;
  if (isKnown || asks || level !== 'info' || entry !== 'law') return false;
  return words.length <= mostMeantWords && !/\d/.test(words.join(' ')) && meanings.find(words) !== undefined;
}

/**
 * The modules on what somebody asks for ("finn modul om samtale"), best first, and what else was found. `undefined` when there is none on it:
 * then all are shown.
 */
export function findModules({ find, locale }: Looking, topic: readonly string[]): readonly string[] | undefined {
  if (topic.length === 0) return undefined;
  const { refs } = find(topic.join(' '), locale);
  const isModule = (ref: string): boolean => ref.startsWith('module:');
  return refs.slice(0, nearPlaces).some(isModule)
    ? [...refs.filter(isModule), ...refs.filter((ref) => !isModule(ref))]
    : undefined;
}

/** What can be told without looking. */
const canBeSearch = (way: Way, { level }: Triage): boolean =>
  level !== 'acute' && level !== 'duty' && way !== 'greeting';

/** "PPT", "stafettholder?", "samtykkeskjema": a name and not a word more. The name of a form tells of nobody, whatever it is used for. */
function isBareName({ entry }: Triage, { whole }: Found): boolean {
  const isOfKind = (kind: FoundKind): boolean => whole.some((ref) => ref.startsWith(`${kind}:`));
  return isOfKind('tool') || (!guideFirst.has(entry) && (isOfKind('word') || isOfKind('contact')));
}

function isSearch(way: Way, { level, asks }: Triage, found: Found): boolean {
  if (way === 'none') return level === 'other' && found.named === 'exactly' && namesNobody(found);
  if (way === 'search' && isQuiet(level) && (level === 'other' || !asks)) return true;
  if (!isQuiet(level)) return namesNobody(found) && (way !== 'question' || found.named === 'exactly');
  return namesNobody(found) || (found.named !== 'no' && !asks);
}

const namedIn = (found: Found): readonly string[] | undefined => (namesNobody(found) ? found.refs : undefined);

const isQuiet = (level: Triage['level']): boolean => level === 'info' || level === 'other';

function wayOf(words: readonly string[], maskedText: string): Way {
  const front = words.slice(0, frontWords);
  if (searches.find(front) !== undefined || (words.length <= mostNameWords && asksToFind.test(maskedText)))
    return 'search';
  if (looks.find(front) !== undefined) return 'look';
  if (questions.find(words) !== undefined) return 'question';
  return greetings.find(front) === undefined ? 'none' : 'greeting';
}

const namesNobody = ({ named, refs: [first = ''] }: Found): boolean =>
  named !== 'no' && (first.startsWith('word:') || first.startsWith('tool:'));
