import { foldWords } from '../fold.ts';
import type { Concepts } from './concepts.ts';
import { readSentences, type Sentence } from './read-sentences.ts';
import type { Rule } from './rule.ts';

/** A text as what it speaks of, sentence by sentence and in all. */
export type Heard = {
  sentences: readonly Sentence[];
  words: number;
  spoken: ReadonlySet<string>;
  denied: ReadonlySet<string>;
};

/** A rule that holds, and the concepts that fulfil it. */
export type Found = { rule: Rule; proof: readonly string[] };

/** Reads a text. A greeting or thanks in a sentence of its own says nothing of what the text is about. */
export function hear(concepts: Concepts, maskedText: string): Heard {
  const all = readSentences(concepts, maskedText);
  const telling = all.filter(({ said }) => !said.every((word) => courtesies.has(word)));
  const sentences = telling.length > 0 ? telling : all;
  return {
    sentences,
    words: sentences.reduce((sum, { said }) => sum + said.length, 0),
    spoken: new Set(sentences.flatMap(({ spoken }) => [...spoken])),
    denied: new Set(sentences.flatMap(({ denied }) => [...denied])),
  };
}

/** The first of the rules that holds. */
export function findRule(rules: readonly Rule[], heard: Heard): Found | undefined {
  for (const rule of rules) {
    if (heard.words > rule.mostWords || rule.nowhere.some((concept) => heard.spoken.has(concept))) continue;
    const proof = rule.isAnywhere ? speaks(heard.spoken, rule) : firstProof(heard.sentences, rule);
    if (proof) return { rule, proof };
  }
  return undefined;
}

const courtesies: ReadonlySet<string> = new Set(
  foldWords(
    'hei heisann hallo halla hey hi hello god morgen dag kveld morn takk tusen mange takker for hjelpen hjelpa svaret svar så mye mykje på forhånd førehand ' +
      'thanks thank you mvh hilsen hilsning helsing vennlig venlig beste tak kære dear best regards',
  ),
);

function firstProof(sentences: readonly Sentence[], rule: Rule): readonly string[] | undefined {
  for (const { spoken } of sentences) {
    const proof = speaks(spoken, rule);
    if (proof) return proof;
  }
  return undefined;
}

/** The concepts that fulfil the rule. */
function speaks(spoken: ReadonlySet<string>, { all, none }: Rule): readonly string[] | undefined {
  if (none.some((concept) => spoken.has(concept))) return undefined;
  const proof = all.map((either) => either.find((concept) => spoken.has(concept)));
  return proof.every((concept) => concept !== undefined) ? proof : undefined;
}
