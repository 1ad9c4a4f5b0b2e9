/** A sentence, and where in the text it begins. */
export type Sentence = { text: string; at: number };

/** A paragraph, a list item, or the line before a list. */
const blockEnd = /\n\s*\n|\n(?=\s*(?:[-*•]|\d+\.)\s)/g;
/** A full stop, question mark, exclamation mark or colon, and what closes with it, when what follows begins anew. */
const sentenceEnd = /[.!?:…][*»”"')\]]*\s+(?=[*«“"'([]*[\p{Lu}\p{N}])/gu;
/** A full stop after one of these ends an abbreviation. A lone digit stands before a date or in a section number. */
const abbreviated =
  /(?:^|[\s(«“"])(?:kl|nr|ca|f\.?eks|bl\.?a|m\.?a|o\.?l|dvs|jf|jfr|evt|inkl|tlf|st|dr|pkt|e\.g|i\.e|cf)\.$/iu;

/** The sentences of a text with paragraphs, lists and bold words. Every item of a list is a sentence of its own. */
export function splitSentences(text: string): readonly Sentence[] {
  return cut({ text, at: 0 }, blockEnd)
    .flatMap((block) => cut(block, sentenceEnd))
    .filter(({ text: part }) => /[\p{L}\p{N}]/u.test(part));
}

function cut({ text, at }: Sentence, ends: RegExp): Sentence[] {
  const parts: Sentence[] = [];
  let from = 0;
  for (const end of text.matchAll(ends)) {
    const to = end.index + end[0].length;
    if (ends === sentenceEnd && abbreviated.test(text.slice(from, end.index + 1))) continue;
    parts.push(trimmed(text.slice(from, to), at + from));
    from = to;
  }
  return [...parts, trimmed(text.slice(from), at + from)];
}

const trimmed = (text: string, at: number): Sentence => ({
  text: text.trim(),
  at: at + text.length - text.trimStart().length,
});
