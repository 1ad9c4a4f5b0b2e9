import { hasHidden } from '../../core/hidden-characters.ts';
import type { PrivateKind } from '../guide/masking.ts';
import { guardText } from '../guide/privacy-guard.ts';
import type { TextProblem } from './text-problem.ts';

/** More than any text of a module needs; longer ones are pasted by mistake. Characters. */
export const mostCharacters = 2000;

type Found = Pick<TextProblem, 'told' | 'severity'>;

/** What must not come into a text from a workbook: who it may point to, and what a card would read as something else than words. */
export function checkWords(before: string, after: string): readonly Found[] {
  const wrong = (code: 'new-link' | 'hidden' | 'braces' | 'markup'): Found => ({ told: { code }, severity: 'error' });
  return [
    ...(after.length > mostCharacters ? [tooLong] : []),
    ...(linksIn(after).some((one) => !linksIn(before).includes(one)) ? [wrong('new-link')] : []),
    ...(hasHidden(after) && !hasHidden(before) ? [wrong('hidden')] : []),
    ...(/[{}]/.test(after) && !/[{}]/.test(before) ? [wrong('braces')] : []),
    ...(/<\/?[a-z]/i.test(after) && !/<\/?[a-z]/i.test(before) ? [wrong('markup')] : []),
    ...aboutPeople(before, after),
  ];
}

const tooLong: Found = { told: { code: 'too-long', most: mostCharacters }, severity: 'error' };

/**
 * Links have their own place in the files, where a person has checked them: any address with two slashes, with or without a scheme before
 * them, and the schemes that do without. Other words with a colon after them are words: «NB: ring», «hvem:hva».
 */
const links = [
  /(?:[a-z][a-z\d+.-]{0,30}:)?\/\/\S+/,
  /\b(?:mailto|tel|sms|sip|callto|skype|im|msteams|file|data|blob|javascript|vbscript|ms-[a-z-]+):\S+/,
  /\bwww\.\S+|\]\([^)]*\)/,
];
const link = new RegExp(links.map(({ source }) => source).join('|'), 'gi');
const linksIn = (text: string): readonly string[] => text.match(link) ?? [];

const identities: ReadonlySet<PrivateKind> = new Set(['national-id', 'refugee-number', 'long-number']);

/** A number that names one person is always wrong. A name may be made up for the story, so it is only asked about. */
function aboutPeople(before: string, after: string): readonly Found[] {
  const known = new Set<PrivateKind>(guardText(before).found);
  const found = guardText(after).found.filter((kind) => !known.has(kind));
  if (found.some((kind) => identities.has(kind))) return [{ told: { code: 'identity' }, severity: 'error' }];
  return found.length > 0 ? [{ told: { code: 'person' }, severity: 'warning' }] : [];
}
