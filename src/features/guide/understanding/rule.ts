import { Failure } from '../../../core/failure.ts';

/** What a text asks of the guide; `bti2` holds the levels 2 and 3. */
export const levels = ['acute', 'duty', 'bti0', 'bti1', 'bti2', 'info', 'other'] as const;
export type Level = (typeof levels)[number];

/**
 * A rule of triage. It holds in a sentence (or, with `anywhere`, in the whole text) that speaks of one of each of `all` and of no
 * `none`. `entry` is where the guide opens, or the topic that is asked for.
 */
export type Rule = {
  id: string;
  level: Level;
  entry: string;
  all: readonly (readonly string[])[];
  none: readonly string[];
  /** No sentence may speak of these. */
  nowhere: readonly string[];
  isAnywhere: boolean;
  /** The text has at most so many words. */
  mostWords: number;
  /** Not sure: one question is asked back. */
  asks: boolean;
};

const shape = /^([a-z0-9-]+) → (\w+) ([a-z0-9-]+): (.+)$/;
/** `person` is anybody who is spoken of. */
const short: Readonly<Record<string, string>> = { person: 'child|children|kin|pron' };

/**
 * Rules as lines: `told-of-hitting → acute violence: hit + person + disclose; not aside; nowhere past; most 9; anywhere; asks`.
 * `+` joins what must all be spoken of, `|` is either. The first rule that holds decides.
 */
export const readRules = (lines: readonly string[]): readonly Rule[] => lines.map(readRule);

function readRule(line: string): Rule {
  const [head = '', ...conditions] = line.split('; ');
  const [, id = '', word = '', entry = '', all = ''] = shape.exec(head) ?? [];
  const level = levels.find((known) => known === word);
  if (!level) throw new Failure('bug', `the rule "${line}" has no level; write id → level entry: concepts`);
  const after = (start: string): string[] =>
    conditions.flatMap((condition) => (condition.startsWith(`${start} `) ? condition.split(' ').slice(1) : []));
  const [most] = after('most');
  return {
    id,
    level,
    entry,
    all: all
      .split(' + ')
      .map((either) => either.split('|').flatMap((concept) => (short[concept] ?? concept).split('|'))),
    none: after('not'),
    nowhere: after('nowhere'),
    isAnywhere: conditions.includes('anywhere'),
    mostWords: most === undefined ? Number.POSITIVE_INFINITY : Number(most),
    asks: conditions.includes('asks'),
  };
}
