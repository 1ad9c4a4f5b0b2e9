import { foldWords } from '../fold.ts';
import { compileLexicon } from './concepts.ts';
import type { Lexicon } from './lexicon.ts';
import { dangerWords } from './lexicon-danger.ts';
import { dutyWords } from './lexicon-duty.ts';
import { peopleWords } from './lexicon-people.ts';
import { sexualWords } from './lexicon-sexual.ts';
import { workWords } from './lexicon-work.ts';

const telling = compileLexicon({ ...dangerWords, ...sexualWords, ...tellingParts() });

/** Whether a word is one that triage looks for, alone or with others: to mask it as a name could hide what the text is about. */
export function isTelling(word: string): boolean {
  return foldWords(word).some((part) => telling.knows(part));
}

function tellingParts(): Lexicon {
  const { child = [], children = [], kin = [], pron = [] } = peopleWords;
  const { worry = [], sign = [], parents = [] } = workWords;
  return { child, children, kin, pron, worry, sign, parents, ...dutyWords };
}
