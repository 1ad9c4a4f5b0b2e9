import { foldWords } from './fold.ts';
import { mendTypos } from './mend-typos.ts';
import { compilePhrases, type Phrases } from './phrases.ts';
import { askPhrases, dangerPhrases, dutyPhrases, worryPhrases } from './triage-words.ts';

/**
 * `acute`: danger, violence or abuse may be meant, and the numbers come first. `duty`: a question about a duty. `worried`: a worry.
 * `asking`: what to do, or a child is spoken of, and nothing more is known. `other`: none of these.
 */
export type TriageLevel = 'acute' | 'duty' | 'worried' | 'asking' | 'other';

/** `why` names our own phrase that was found, never the person's words. */
export type Triage = { level: TriageLevel; why?: string };

const inOrder: readonly { level: TriageLevel; phrases: Phrases }[] = [
  { level: 'acute', phrases: compilePhrases(dangerPhrases) },
  { level: 'duty', phrases: compilePhrases(dutyPhrases) },
  { level: 'worried', phrases: compilePhrases(worryPhrases) },
  { level: 'asking', phrases: compilePhrases(askPhrases) },
];

/** What a text may be about. The same text always gives the same answer; danger goes before everything else. */
export function triage(maskedText: string): Triage {
  return triageWords(foldWords(maskedText));
}

/** The same for words that are folded already. */
export function triageWords(words: readonly string[]): Triage {
  const mended = mendTypos(words);
  for (const { level, phrases } of inOrder) {
    const why = phrases.find(words) ?? phrases.find(mended);
    if (why !== undefined) return { level, why };
  }
  return { level: 'other' };
}

/** Whether a word is one that triage looks for, alone or with others: to mask it as a name could hide what the text is about. */
export function isTelling(word: string): boolean {
  return foldWords(word).some((part) => inOrder.some(({ phrases }) => phrases.knows(part)));
}
