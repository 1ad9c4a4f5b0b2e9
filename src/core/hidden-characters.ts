/** What can hide or turn text: control characters, bidi marks, overrides and isolates, tags, and the byte order mark. */
const hidden = /[\p{Cc}\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

export const withoutHidden = (text: string): string => text.replace(hidden, '');

/** Line ends and tabs hide nothing. */
export function hasHidden(text: string): boolean {
  const seen = text.replace(/[\r\n\t]/g, '');
  return withoutHidden(seen) !== seen;
}
