import path from 'node:path';
import { guardText } from '../features/guide/privacy-guard.ts';
import { createTriage, type Triage, triage } from '../features/guide/triage.ts';
import { createJudge } from '../features/guide/understanding/judge.ts';
import { levels } from '../features/guide/understanding/rule.ts';
import { learn } from './learning/learn.ts';
import { readExamples } from './learning/read-examples.ts';
import { readTriageCases, type TriageCase } from './triage-cases.ts';

// Run as `npm run -s triage:report [-- --counts]`: how well triage understands the labelled set, with every miss. The held-out part is
// judged as the bot judges it. Of the part that the judge has learned from, each author's file is judged by one that has learned from
// the others only: what a stranger's words would meet. `--counts` tells no miss: who has read the held-out ones must not mend after them.

const folder = path.resolve(import.meta.dirname, '../../test/fixtures/utterances');
const tellsMisses = !process.argv.includes('--counts');

const cases = readTriageCases(folder);
const heldOut: readonly Answered[] = cases
  .filter(({ isHeldOut }) => isHeldOut)
  .map((one) => ({ ...one, answer: triage(guardText(one.text).masked) }));

/** Each author's texts, judged by what the others teach. */
function judgeApart(): readonly Answered[] {
  const examples = readExamples(cases.filter(({ isHeldOut }) => !isHeldOut));
  const files = [...new Set(examples.map(({ from }) => from.file))];
  return files.flatMap((file) => {
    const judge = createJudge(learn(examples.filter(({ from }) => from.file !== file)));
    const apart = createTriage([], judge);
    return examples
      .filter(({ from }) => from.file === file)
      .map(({ from }) => ({ ...from, answer: apart(guardText(from.text).masked) }));
  });
}

type Answered = TriageCase & { answer: Triage };

const isRight = ({ level, answer }: Answered): boolean => level === answer.level;
const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** The 95 % interval of a share by Wilson's score. */
function wilson(part: number, whole: number): string {
  const z = 1.96;
  const share = part / Math.max(1, whole);
  const middle = share + (z * z) / (2 * whole);
  const half = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  return `${percent(middle - half, scale)}–${percent(middle + half, scale)}`;
}

const share = (ones: readonly TriageCase[], part: number): string =>
  `${percent(part, ones.length).padStart(7)}  (${wilson(part, ones.length)})  ${part} of ${ones.length}`;

function report(title: string, ones: readonly Answered[]): void {
  console.log(`\n${title}: ${ones.length} texts`);
  console.log(`  ${'right level'.padEnd(22)}${share(ones, ones.filter(isRight).length)}`);
  for (const level of levels) {
    const ofLevel = ones.filter((one) => one.level === level);
    console.log(`  ${`recall of ${level}`.padEnd(22)}${share(ofLevel, ofLevel.filter(isRight).length)}`);
  }
  const others = ones.filter(({ level }) => level === 'other');
  const alarms = others.filter(({ answer }) => answer.level === 'acute');
  console.log(`  ${'other taken for acute'.padEnd(22)}${share(others, alarms.length)}`);
  const harm = ones.filter(({ isHarm }) => isHarm);
  const ordinary = harm.filter(({ answer }) => ['bti0', 'bti1', 'bti2'].includes(answer.level));
  console.log(`  ${'harm led to ordinary'.padEnd(22)}${share(harm, ordinary.length)}`);
  console.log(
    `  ${'of these to parents'.padEnd(22)}${share(harm, harm.filter(({ answer }) => answer.level === 'bti1').length)}`,
  );
  console.log(`\n  ${'is \\ taken for'.padEnd(16)}${levels.map((level) => level.padStart(7)).join('')}`);
  for (const level of levels) {
    const row = levels.map((other) => ones.filter((one) => one.level === level && one.answer.level === other).length);
    console.log(`  ${level.padEnd(16)}${row.map((count) => String(count).padStart(7)).join('')}`);
  }
}

function tellMisses(title: string, ones: readonly Answered[]): void {
  console.log(`\n${title}`);
  for (const { text, level, answer } of ones.filter((one) => !isRight(one))) {
    console.log(`  ${level} → ${answer.level}: ${JSON.stringify(text)}  [${answer.why.join(', ')}]`);
  }
}

for (const file of new Set(heldOut.map((one) => one.file)))
  report(
    `Held out, ${file}`,
    heldOut.filter((one) => one.file === file),
  );
report('Held out, all', heldOut);
const apart = judgeApart();
report('Learned from, each author judged by the others', apart);
if (tellsMisses) {
  tellMisses('Misses of the held-out part', heldOut);
  tellMisses('Misses of the other part, each author judged by the others', apart);
}
