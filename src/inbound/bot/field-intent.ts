import type { Found } from '../../features/find/create-finder.ts';
import { foldWords } from '../../features/guide/fold.ts';
import { compilePhrases } from '../../features/guide/phrases.ts';
import type { Triage } from '../../features/guide/triage.ts';
import type { Looking } from './find-intent.ts';

/** `isWorry`: it may have been meant as a worry, and so the answer tells whom to call. */
type Sought = { found: readonly string[]; isWorry?: true };

const searches = compilePhrases(['søk|søke|finn|finne|search|find']);

/**
 * What stands in the search field of a card is looked for where the whole of it is the title of a module, or words of one, or a single word.
 * Never where triage hears danger: then the guide comes first, and the modules below it.
 */
export function seekInField(looking: Looking | undefined, triage: Triage, maskedText: string): Sought | undefined {
  if (looking?.from !== 'field' || isDangerous(triage)) return undefined;
  const found = looking.find(maskedText, looking.locale);
  const { refs, named } = found;
  const titled = openModules(looking, found);
  if (titled.length > 0) return told(triage, named === 'no' ? [...new Set([...titled, ...refs])] : refs);
  if (!isOneWord(maskedText)) return undefined;
  // "Helsesykepleier" is a doubt about which step, and "småtrist" a worry: the one can be answered with "not found".
  const isPlain = (triage.level === 'bti1' || triage.level === 'bti2') && triage.asks;
  return refs.length > 0 || isPlain ? told(triage, refs) : undefined;
}

type Beside = { also?: { verb: string; data: Sought } };

/** The modules that a dangerous text names, so that whoever looked for one gets there from below the emergency numbers. */
export function besideGuide(looking: Looking | undefined, triage: Triage, maskedText: string): Beside {
  if (looking?.from !== 'field' || !isDangerous(triage)) return {};
  const found = openModules(looking, looking.find(maskedText, looking.locale));
  return found.length > 0 ? { also: { verb: 'find.search', data: { found, isWorry: true } } } : {};
}

/** "Undring" is a greeting in a chat, and a word of the list in the field. */
export const namesSomething = (looking: Looking | undefined, maskedText: string): boolean =>
  looking?.from === 'field' && looking.find(maskedText, looking.locale).whole.length > 0;

const openModules = ({ mayOpen }: Looking, { titled }: Found): readonly string[] =>
  titled.filter((ref) => mayOpen?.(ref) ?? true);

const isDangerous = ({ level }: Triage): boolean => level === 'acute' || level === 'duty';

/** As it is written: "PPT-kontoret" is one. */
const isOneWord = (text: string): boolean =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => searches.find(foldWords(word)) === undefined).length === 1;

function told({ level, entry, asks }: Triage, found: readonly string[]): Sought {
  const isCalm = (level === 'info' || level === 'other') && entry !== 'wonder' && !asks;
  return isCalm ? { found } : { found, isWorry: true };
}
