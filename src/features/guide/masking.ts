/** What may point to a person. */
export type PrivateKind =
  | 'national-id'
  | 'refugee-number'
  | 'long-number'
  | 'phone'
  | 'email'
  | 'address'
  | 'birth-date'
  | 'name-pattern'
  | 'initials';

/** One way of masking: the text with the finds replaced, and a call for each kind found. */
export type Mask = (text: string, found: (kind: PrivateKind) => void) => string;

/** Takes the place of what was masked. Means nothing to triage. */
export const hiddenMark = '[…]';
/** Takes the place of a name. Triage reads it as somebody who is spoken of. */
export const hiddenName = '[skjultnavn]';
