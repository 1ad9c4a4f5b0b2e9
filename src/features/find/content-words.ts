import { foldWords, mostWordLetters, plainLetters } from '../guide/fold.ts';

/** Of a text that somebody searches with; nobody names a thing with more words. */
const mostWords = 12;
/** "116 111" is written "116111" too. */
const betweenDigits = /(?<=\d)\s+(?=\d)/g;

/** What a search or a question is wrapped in, and small words that stand everywhere: Norwegian, Danish, English. */
const small: ReadonlySet<string> = new Set(
  plainWords(
    'hva kva ka hvad what hvem kven kem who hvor kor kvar where hvordan korleis kossen how hvilken hvilket hvilke kva når when hvorfor kvifor ' +
      'er e var is are was be være vere blir bli betyr betyder tyder means mean meaning menes meines meint mener meiner meinar står stand stands stå ' +
      'jeg eg æ i du vi me dere de dei han hun ho det den dette denne disse you we they it this that there der her here ' +
      'en ein et eit ei a an the og and eller or men but som at av of ikke ikkje not for om about til from fra frå med with på on ved by ' +
      'kan can skal shall må must vil will har have hadde do does gjør gjer gjør gjera ' +
      'søk søke søker search finn finne finner find finnes finst let lete leter leit leite leiter leitar looking look vis show åpne opne open gi give ' +
      'etter after ordet ord word begrepet begrep omgrepet omgrep uttrykket term egentlig eigentleg jo da så bare berre litt noe noko nåkka nokka før some ' +
      'forklar forklare forkla explain definisjon definisjonen definition betydning betydningen betyding betydinga define si sei fortell fortel tell meg mæ me please takk hei hey',
  ),
);

/** The words of a text that say something, folded as the guide folds them, with æ, ø and å as plain letters. At most 12, of 40 letters. */
export const queryWords = (text: string): readonly string[] => wordsThatTell(text).slice(0, mostWords);

/** As they are kept in an index: each word as it stands, and without its ending. */
export const indexTerms = (text: string): string[] =>
  wordsThatTell(text).flatMap((word) => [...new Set([word, stemOf(word)])]);

/** The same for "stafettholder", "Stafett holder" and "stafettholderen". Empty for a text that names nothing. */
export const nameKey = (text: string): string => stemOf(queryWords(text).join(''));

/** The same with every word of the text in it: "jeg gir samtykke" is not "samtykke". */
export const wholeKey = (text: string): string => stemOf(plainWords(text).join(''));

const fewestLetters = 6;
const stemLetters = 4;
/** Of nouns and verbs in Norwegian and Danish; one may stand behind another ("holder-en"). */
const ending = /(?:ene|ane|erne|en|et|er|ar|a|e|s)$/;

/** A longer key names nothing, and must not cost more for being long. */
const mostKeyLetters = mostWords * mostWordLetters;

/** The word without its endings; a short word stays as it is. */
export function stemOf(word: string): string {
  if (word.length > mostKeyLetters) return word;
  let stem = word;
  while (stem.length >= fewestLetters) {
    const shorter = stem.replace(ending, '');
    if (shorter === stem || shorter.length < stemLetters) break;
    stem = shorter;
  }
  return stem;
}

const wordsThatTell = (text: string): readonly string[] => plainWords(text).filter((word) => !small.has(word));

/** A word that is too long is cut, and not left out: what stands beside it is not all that was said. */
function plainWords(text: string): readonly string[] {
  return foldWords(text.replace(betweenDigits, '')).map((word) => plainLetters(word.slice(0, mostWordLetters)));
}
