import type { PrivateKind } from '../guide/masking.ts';
import { guardText } from '../guide/privacy-guard.ts';
import type { TextProblem } from './text-problem.ts';

/** More than any text of a module needs; longer ones are pasted by mistake. Characters. */
export const mostCharacters = 2000;

type Found = Pick<TextProblem, 'told' | 'severity'>;

/** What must not come into a text from a workbook: who it may point to, and what a card would read as something else than words. */
export function checkWords(before: string, after: string): readonly Found[] {
  const wrong = (code: 'new-link' | 'braces' | 'markup'): Found => ({ told: { code }, severity: 'error' });
  return [
    ...(after.length > mostCharacters ? [tooLong] : []),
    ...(linksIn(after).some((link) => !linksIn(before).includes(link)) ? [wrong('new-link')] : []),
    ...(/[{}]/.test(after) && !/[{}]/.test(before) ? [wrong('braces')] : []),
    ...(/<\/?[a-z]/i.test(after) && !/<\/?[a-z]/i.test(before) ? [wrong('markup')] : []),
    ...aboutPeople(before, after),
  ];
}

const tooLong: Found = { told: { code: 'too-long', most: mostCharacters }, severity: 'error' };

/** Links have their own place in the files, where a person has checked them. */
const linksIn = (text: string): readonly string[] => text.match(/https?:\/\/\S+|\bwww\.\S+|\]\([^)]*\)/gi) ?? [];

const identities: ReadonlySet<PrivateKind> = new Set(['national-id', 'refugee-number', 'long-number']);

/** A number that names one person is always wrong. A name may be made up for the story, so it is only asked about. */
function aboutPeople(before: string, after: string): readonly Found[] {
  const known = new Set<PrivateKind>(guardText(before).found);
  const found = guardText(after).found.filter((kind) => !known.has(kind));
  if (found.some((kind) => identities.has(kind))) return [{ told: { code: 'identity' }, severity: 'error' }];
  return found.length > 0 ? [{ told: { code: 'person' }, severity: 'warning' }] : [];
}
