import { guardText } from '../../../src/features/guide/privacy-guard.ts';
import { type Triage, triage } from '../../../src/features/guide/triage.ts';
import type { Level } from '../../../src/features/guide/understanding/rule.ts';

/** What does not change what a text says. */
export const harmlessChanges: readonly (readonly [string, (text: string) => string])[] = [
  ['capitals', (text) => text.toUpperCase()],
  ['no æ, ø and å', (text) => text.replace(/å/gi, 'aa').replace(/ø/gi, 'oe').replace(/æ/gi, 'ae')],
  ['doubled spaces', (text) => text.replace(/ /g, '  ')],
  ['a greeting before', (text) => `Hei! ${text}`],
  ['thanks behind', (text) => `${text}. Takk for hjelpen!`],
];

type Answered = { text: string; answer: Triage };

/** The texts of danger that are taken for less after the change. */
export function lowered(cases: readonly Answered[], change: (text: string) => string): readonly string[] {
  const dangerous = cases.filter(({ answer }) => danger(answer.level) < 2 && answer.entry !== 'duty-how');
  const levelOf = (text: string): Level => triage(guardText(text).masked).level;
  return dangerous
    .filter(({ text, answer }) => danger(levelOf(change(text))) > danger(answer.level))
    .map(({ text }) => text);
}

/** The lower, the more dangerous. */
const danger = (level: Level): number => (level === 'acute' ? 0 : level === 'duty' ? 1 : 2);
