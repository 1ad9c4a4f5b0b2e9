import { guardText } from '../../features/guide/privacy-guard.ts';
import { compileLexicon } from '../../features/guide/understanding/concepts.ts';
import { hear } from '../../features/guide/understanding/hear.ts';
import { textFeatures } from '../../features/guide/understanding/text-features.ts';
import { wholeLexicon } from '../../features/guide/understanding/whole-lexicon.ts';
import type { TriageCase } from '../triage-cases.ts';
import type { Example } from './learn.ts';

export type CaseExample = Example & { from: TriageCase };

/** The cases as the bot would read them: masked first. */
export function readExamples(cases: readonly TriageCase[]): readonly CaseExample[] {
  const concepts = compileLexicon(wholeLexicon);
  return cases.map((from) => {
    const { sentences } = hear(concepts, guardText(from.text).masked);
    return { from, level: from.level, features: textFeatures(sentences) };
  });
}
