import { foldWords } from './fold.ts';
import { hiddenName, type Mask } from './masking.ts';
import { isTelling } from './understanding/telling.ts';

const name = "\\p{Lu}[\\p{L}'’-]{1,40}";
const saysName =
  'heter|heiter|heite|hete|het|heitte|hedder|hed|kalles|kallast|kalt|ved navn|med namn|navnet er|namnet er|navn er|namn er|navn|namn|is called|is named|named|called|name is';
const subject =
  'barnet|barnets|eleven|elevens|gutten|guten|gutn|jenta|jenten|ungen|ongen|han|hun|ho|hu|moren|faren|mor|far|mora|datteren|sønnen|the child|the boy|the girl|he|she';

/** `Barnet heter Ola Nordmann`, and `barnet heter ola nordmann` where a person is the subject. */
const called = new RegExp(`(?<!\\p{L})(${saysName})([\\s:]{1,3})(${name}(?:\\s${name}){0,3})`, 'gu');
const calledInSmall = new RegExp(
  `(?<!\\p{L})((?:${subject})\\s(?:${saysName}))(\\s)(\\p{L}[\\p{L}'’-]{1,40})(?:(\\s)(\\p{L}[\\p{L}'’-]{1,40}))?`,
  'giu',
);
const group = '\\d{1,2}\\s?[A-Ga-g](?!\\p{L})|\\d{1,2}\\.\\s?(?:klasse|trinn|trinnet)';
const linking = '(?:i|på|fra|frå|in|from)\\s';
const ofClass = '(?:klasse\\s|trinn\\s|class\\s)?';
/** `Ola N i 4B`, `Kari i 10 A`. */
const inClass = new RegExp(
  `(?<![\\p{L}\\d])(\\p{Lu}[\\p{L}.'’-]{0,40}(?:\\s\\p{Lu}[\\p{L}.'’-]{0,40}){0,2})(\\s${linking}${ofClass})(${group})`,
  'gu',
);
/** `O.N. 4B`, `(S.A.) i 3. trinn`, `AB, klasse 2A`, `Ola N 4B`: initials need no linking word. */
const initialsInClass = new RegExp(
  `(?<![\\p{L}\\d])((?:\\p{Lu}\\p{Ll}{1,40}\\s\\p{Lu}|\\p{Lu}(?:\\.\\s?|\\.?\\p{Lu}){1,3})\\.?)([)\\],]{0,2}\\s(?:${linking})?${ofClass})(${group})`,
  'gu',
);
/** `ola n i 4b`: in small letters only a letter alone tells that it is a name. */
const smallInClass = new RegExp(
  `(?<![\\p{L}\\d])(\\p{Ll}[\\p{Ll}'’-]{1,40}\\s\\p{Ll}\\.?)([)\\],]{0,2}\\s(?:${linking})?${ofClass})(${group})`,
  'gu',
);
/** Rows of capitalised words, such as `Kari Nordmann`. */
const properWord = "\\p{Lu}[\\p{Ll}'’-]{1,40}(?!\\p{L})";
const capitalised = new RegExp(`(?<![\\p{L}\\d])${properWord}(?:\\s${properWord})+`, 'gu');
/** Whoever begins every word with a capital writes longer rows than this, and means no name. */
const mostNames = 4;

/** Words that begin a sentence or name no person. */
const noNames: ReadonlySet<string> = new Set(
  foldWords(
    'klasse klassen trinn trinnet fau iop ok tv vg å s side kapittel nivå del heter ' +
      'går bor kom gikk sliter virker trenger ikke ikkje blir ble var sier seier sa ser vært vore også òg bare berre veldig både ' +
      'hei heisann hallo hello hi en ei et jeg eg æ ej vi du de dere han hun ho hu det den dette denne hva kva ka hvem kven hvor kor når hvordan ' +
      'korleis kan skal må vil er har hvis dersom om men og så da nå no i på til fra what how who i the my a an is ' +
      'undring teams microsoft kommune kommunen skole skolen skule skulen barnehage barnehagen nav ppt bti bup sfo statens barnehus kirkens sos ' +
      'mental helse min mine mi mitt my vis modul modulen modulene moduler modules kurs fremdrift framdrift status hjelp help leder lederen norge norway oslo uke mandag tirsdag onsdag torsdag fredag lørdag søndag takk hilsen',
  ),
);

/** What is written in capitals without being anybody, also by those who write all so. */
const noInitials: ReadonlySet<string> = new Set(
  'PPT BTI NAV SFO AKS BUP BV SOS FAU IOP TV VG VGS OK PC IT SMS I Å PÅ ER EN ET OG AV TIL FRA DE VI DU MED FOR OM'.split(
    ' ',
  ),
);

/** Masks names in the patterns that give them away. A word that tells what the text is about is never masked. */
export const maskNames: Mask = (text, found) => {
  const hide = (words: string): string => {
    found('name-pattern');
    return words
      .split(/\s+/)
      .map((word) => (isName(word) ? hiddenName : word))
      .join(' ');
  };
  const hideInClass = (all: string, who: string, link: string, of: string): string => {
    const words = who.split(/\s+/);
    // A single letter that is a word of its own ("det å", "her i") is no initial.
    if (!words.some(isName) || (words.length > 1 && !isName(words.at(-1) ?? ''))) return all;
    found('initials');
    return `${hide(who)}${link}${of}`;
  };
  return text
    .replace(called, (_all, says: string, gap: string, who: string) => `${says}${gap}${hide(who)}`)
    .replace(calledInSmall, (all, says: string, gap: string, first: string, between = '', last = '') =>
      isName(first) ? `${says}${gap}${hide(first)}${between}${last && hide(last)}` : all,
    )
    .replace(inClass, hideInClass)
    .replace(initialsInClass, (all, who: string, link: string, of: string) => {
      if (!isInitials(who)) return hideInClass(all, who, link, of);
      found('initials');
      return `${hiddenName}${link}${of}`;
    })
    .replace(smallInClass, hideInClass)
    .replace(capitalised, (row: string) => {
      const words = row.split(/\s/);
      const names = words.filter(isName);
      return words.length <= mostNames && names.length >= 2 ? hide(row) : row;
    });
};

const isName = (word: string): boolean =>
  !isTelling(word) && foldWords(word.replaceAll('.', '')).every((part) => !noNames.has(part));

/** Letters only: of these, hardly any are a word. */
function isInitials(who: string): boolean {
  if (/\p{Ll}/u.test(who)) return false;
  const letters = who.replace(/[.\s]/g, '');
  return who.includes('.') || !(noInitials.has(letters) || (letters.length > 2 && isTelling(letters)));
}
