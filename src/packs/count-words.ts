/** How many words a reader meets. Marks such as `**`, `-`, `§` and the number of a list item are no words. */
export function countWords(text: string): number {
  return text
    .replace(/^\s*\d+\.\s/gm, '')
    .split(/\s+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}
