import { maskNames } from './mask-names.ts';
import { maskNumbers } from './mask-numbers.ts';
import { hiddenMark, type Mask, type PrivateKind } from './masking.ts';

/** What a text may tell about a person. `masked` may be understood and then dropped; it is not made for keeping. */
export type Guarded = { masked: string; found: readonly PrivateKind[] };

/** More than Teams lets anybody send (about 28,000). What stands behind it is dropped. */
const mostCharacters = 40_000;

/**
 * Masks what may point to a person: identity numbers, phone numbers, addresses, names in the patterns that give them away. Prefers one
 * too many; emergency numbers and words that tell of danger stay. Names cannot be found for sure: people are asked not to write them.
 */
export function guardText(text: string): Guarded {
  const found = new Set<PrivateKind>();
  const note = (kind: PrivateKind): void => {
    found.add(kind);
  };
  const readable = text
    .slice(0, mostCharacters)
    .normalize('NFKC')
    .replace(/&nbsp;/g, ' ')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '');
  const masked = masks.reduce((sofar, mask) => mask(sofar, note), readable);
  return { masked, found: [...found] };
}

const maskEmail: Mask = (text, found) =>
  text.replace(/(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d.-]{1,120}/gu, () => {
    found('email');
    return hiddenMark;
  });

const street =
  'veien|vegen|veg|vei|gata|gaten|gate|gt|stien|stredet|bakken|svingen|kroken|alleen|tunet|ringen|lia|haugen|torget|plassen|plass|brygga';
const addresses: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})[\\p{L}-]{0,30}(?:${street})\\s{1,3}\\d{1,4}(?:\\s?[A-Za-z])?(?![\\p{L}\\d])`, 'giu'),
  /(?<![\p{L}\d])(?!19\d\d|20\d\d)\d{4}\s{1,3}\p{Lu}\p{L}{2,30}/gu,
];

const maskAddress: Mask = (text, found) =>
  addresses.reduce(
    (sofar, address) =>
      sofar.replace(address, () => {
        found('address');
        return hiddenMark;
      }),
    text,
  );

/** E-mail first: it may hold digits. Numbers before names: initials are read with the class that follows them. */
const masks: readonly Mask[] = [maskEmail, maskNumbers, maskAddress, maskNames];
