import { maskNames } from './mask-names.ts';
import { maskNumbers } from './mask-numbers.ts';
import { hiddenMark, type Mask, type PrivateKind } from './masking.ts';
import { isTelling } from './understanding/telling.ts';

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
  'veien|vegen|veg|vei|gata|gaten|gate|stien|stredet|bakken|svingen|kroken|alleen|tunet|ringen|lia|haugen|torget|plassen|plass|brygga';
/** Before "gt", since words that tell of danger end so too: "ringt 113", "slugt 30", "innestengt 3". */
const streetStem =
  'stor|kirke|kyrkje|skole|skule|sjø|strand|havne|hamne|fjord|torg|park|bank|elve|grønne|jernbane|tollbod|øvre|nedre|kongens|dronningens|prinsens';
const houseNumber = '\\s{1,3}\\d{1,4}(?:\\s?[A-Za-z])?(?![\\p{L}\\d])';
const addresses: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})[\\p{L}-]{0,30}(?:${street})${houseNumber}`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:[\\p{L}-]{0,30}(?:${streetStem}))?gt\\.?${houseNumber}`, 'giu'),
  new RegExp(`(?<!\\p{L})\\p{Lu}[\\p{L}-]{1,30}gt\\.${houseNumber}`, 'gu'),
  /(?<![\p{L}\d])(?!19\d\d|20\d\d)\d{4}\s{1,3}\p{Lu}\p{L}{2,30}/gu,
];
/** Before four digits that are no postcode. */
const clock = /(?<!\p{L})(?:kl|klokk[ae]n?)\.?\s{0,3}$/iu;
/** 110, 112, 113, and of the 116 numbers the first group, which the second follows. */
const emergency = /^\D*(?:11[023](?!\d)|116\s?(?:111|117|123)(?!\d))/;

/** A word that tells what the text is about stays, and only its number goes: some places and streets have a name like one. */
const maskAddress: Mask = (text, found) =>
  addresses.reduce(
    (sofar, address) =>
      sofar.replace(address, (match: string, at: number) => {
        const isClock = clock.test(sofar.slice(Math.max(0, at - 12), at));
        if (isClock || emergency.test(sofar.slice(at, at + match.length + 5))) return match;
        found('address');
        return isTelling(match) ? match.replace(/\d+(?:\s?[A-Za-z](?!\p{L}))?/u, hiddenMark) : hiddenMark;
      }),
    text,
  );

/** E-mail first: it may hold digits. Numbers before names: initials are read with the class that follows them. */
const masks: readonly Mask[] = [maskEmail, maskNumbers, maskAddress, maskNames];
