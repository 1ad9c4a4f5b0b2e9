import path from 'node:path';
import { guardText } from '../features/guide/privacy-guard.ts';
import { triage } from '../features/guide/triage.ts';
import { levels } from '../features/guide/understanding/rule.ts';
import { readTriageCases, type TriageCase } from './triage-cases.ts';

// Run as `npm run -s triage:report [-- --held-out-misses]`: how well triage understands the labelled set. Misses of the held-out part
// are told only when asked for: who has read them must not mend rules after them.

const folder = path.resolve(import.meta.dirname, '../../test/fixtures/utterances');
const tellsHeldOut = process.argv.includes('--held-out-misses');

const cases = readTriageCases(folder).map((one) => ({ ...one, answer: triage(guardText(one.text).masked) }));
type Answered = (typeof cases)[number];

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

const tuning = cases.filter(({ isHeldOut }) => !isHeldOut);
const heldOut = cases.filter(({ isHeldOut }) => isHeldOut);
report('For tuning', tuning);
report('Held out', heldOut);
tellMisses('Misses of the tuning part', tuning);
if (tellsHeldOut) tellMisses('Misses of the held-out part', heldOut);
