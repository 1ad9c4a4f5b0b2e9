import { foldWords } from './fold.ts';
import { hiddenName, type Mask } from './masking.ts';
import { isTelling } from './understanding/telling.ts';

const name = "\\p{Lu}[\\p{L}'’-]{1,40}";
const saysName =
  'heter|heiter|heite|hete|het|heitte|hedder|hed|kalles|kallast|kalt|ved navn|med namn|navnet er|namnet er|navn|namn|is called|is named|named|called|name is';
const subject =
  'barnet|barnets|eleven|elevens|gutten|guten|gutn|jenta|jenten|ungen|ongen|han|hun|ho|hu|moren|faren|mor|far|mora|datteren|sønnen|the child|the boy|the girl|he|she';

/** `Barnet heter Ola Nordmann`, and `barnet heter ola` where a person is the subject. */
const called = new RegExp(`(?<!\\p{L})(${saysName})([\\s:]{1,3})(${name}(?:\\s${name}){0,3})`, 'gu');
const calledInSmall = new RegExp(`(?<!\\p{L})((?:${subject})\\s(?:${saysName}))(\\s)(\\p{L}[\\p{L}'’-]{1,40})`, 'giu');
/** `Ola N i 4B`, `O.N. på 3. trinn`, `Kari i 10 A`. */
const inClass = new RegExp(
  "(?<![\\p{L}\\d])(\\p{Lu}[\\p{L}.'’-]{0,40}(?:\\s\\p{Lu}[\\p{L}.'’-]{0,40}){0,2})(\\s(?:i|på|fra|frå|in|from)\\s(?:klasse\\s|trinn\\s|class\\s)?)" +
    '(\\d{1,2}\\s?[A-Ga-g](?!\\p{L})|\\d{1,2}\\.\\s?(?:klasse|trinn|trinnet))',
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
    'hei heisann hallo hello hi en ei et jeg eg æ ej vi du de dere han hun ho hu det den dette denne hva kva ka hvem kven hvor kor når hvordan ' +
      'korleis kan skal må vil er har hvis dersom om men og så da nå no i på til fra what how who i the my a an is ' +
      'undring teams microsoft kommune kommunen skole skolen skule skulen barnehage barnehagen nav ppt bti bup sfo statens barnehus kirkens sos ' +
      'mental helse min mine mi mitt my vis modul modulen modulene moduler modules kurs fremdrift framdrift status hjelp help leder lederen norge norway oslo uke mandag tirsdag onsdag torsdag fredag lørdag søndag takk hilsen',
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
  return text
    .replace(called, (_all, says: string, gap: string, who: string) => `${says}${gap}${hide(who)}`)
    .replace(calledInSmall, (all, says: string, gap: string, who: string) =>
      isName(who) ? `${says}${gap}${hide(who)}` : all,
    )
    .replace(inClass, (all, who: string, link: string, group: string) => {
      if (!who.split(/\s+/).some(isName)) return all;
      found('initials');
      return `${hide(who)}${link}${group}`;
    })
    .replace(capitalised, (row: string) => {
      const words = row.split(/\s/);
      const names = words.filter(isName);
      return words.length <= mostNames && names.length >= 2 ? hide(row) : row;
    });
};

const isName = (word: string): boolean => !isTelling(word) && foldWords(word).every((part) => !noNames.has(part));
