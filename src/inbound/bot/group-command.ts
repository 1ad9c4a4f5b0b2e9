import type { Module } from '../../features/catalogue/module.ts';
import { foldWords, plainLetters } from '../../features/guide/fold.ts';

/** What a text asks for: a meeting, about this module when it names one. */
export type GroupCommand = { moduleId?: string };
/** `undefined` for a text that is not clearly a command: where others read along it then gets the safe answer. */
export type ReadGroupCommand = (words: readonly string[]) => GroupCommand | undefined;

const groupWords = plainSet(
  foldWords(
    'gruppe gruppa gruppemodul gruppemodus gruppearbeid gruppeøkt gruppemøte personalmøte personalmøtet personalmøter ' +
      'teammøte avdelingsmøte group groupwork gruppemodulen staffmeeting',
  ),
);
/** Words that may stand around, and mean nothing here. */
const fillers = plainSet(
  foldWords(
    'start starte startar kjør køyr åpne opne begynn begynne byrja ny nytt ta en ei et ein eit modul modulen module i på med for til om ' +
      'og the a an in of to with about for open run new take',
  ),
);

/**
 * With the titles of the modules, which may be named in any language, or by their id. A word of a title in which danger is heard names
 * nothing: what such a text asks for is help, also from somebody who means the module, and who then chooses it from the list.
 */
export function createReadGroupCommand(
  modules: readonly Module[],
  hearsDanger: (word: string) => boolean,
): ReadGroupCommand {
  const named = modules.map(({ moduleId, title }) => {
    const words = [moduleId, title.nb, title.nn, title.en].flatMap((text) => foldWords(text.replaceAll('-', ' ')));
    return { moduleId, words: plainSet(words.filter((word) => !hearsDanger(word))) };
  });
  return (given) => {
    const words = joinStaffMeeting(given).map(plainLetters);
    const at = words.findIndex((word) => groupWords.has(word));
    // "Samtalen med barnet i gruppa" is about something else.
    if (at < 0 || !words.slice(0, at).every((word) => fillers.has(word))) return undefined;
    const rest = words.slice(at + 1).filter((word) => !groupWords.has(word) && !fillers.has(word));
    if (rest.length === 0) return {};
    const [found, ...others] = named.filter((module) => rest.every((word) => module.words.has(word)));
    if (!found) return undefined;
    return others.length === 0 ? { moduleId: found.moduleId } : {};
  };
}

/** English writes it in two words, and each alone means something else. */
function joinStaffMeeting(words: readonly string[]): readonly string[] {
  const staff = foldWords('staff').join('');
  const at = words.findIndex((word, index) => word === staff && words[index + 1] === 'meting');
  return at < 0 ? words : [...words.slice(0, at), `${staff}meting`, ...words.slice(at + 2)];
}

/** However æ, ø and å are written. */
function plainSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(plainLetters));
}
