import type { Lexicon } from './lexicon.ts';
import { dangerWords } from './lexicon-danger.ts';
import { dutyWords } from './lexicon-duty.ts';
import { entryWords } from './lexicon-entries.ts';
import { otherWords } from './lexicon-other.ts';
import { peopleWords } from './lexicon-people.ts';
import { sexualWords } from './lexicon-sexual.ts';
import { signWords } from './lexicon-signs.ts';
import { workWords } from './lexicon-work.ts';

/** Every concept with the ways people write it. */
export const wholeLexicon: Lexicon = {
  ...peopleWords,
  ...dangerWords,
  ...sexualWords,
  ...signWords,
  ...dutyWords,
  ...workWords,
  ...otherWords,
  ...entryWords,
};
