import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { guardText } from '../../../src/features/guide/privacy-guard.ts';
import { reachableFrom } from '../../../src/features/guide/reach.ts';
import { createTriage, type Triage } from '../../../src/features/guide/triage.ts';
import type { Judge } from '../../../src/features/guide/understanding/judge.ts';
import { type Level, levels } from '../../../src/features/guide/understanding/rule.ts';
import { enterGuide } from '../../../src/features/guide/walk.ts';
import { branchEntries, readIntent } from '../../../src/inbound/bot/intents.ts';
import { theGuide } from '../../features/guide/the-guide.ts';

const fixture = path.join(import.meta.dirname, '../../fixtures/guide-utterances.yaml');
const utterances = z.record(z.string(), z.array(z.string())).parse(parse(await readFile(fixture, 'utf8')));
const cases = Object.entries(utterances).flatMap(([expected, texts]) => texts.map((text) => ({ text, expected })));
const verbs = new Set([
  'welcome.show',
  'help.show',
  'module.list',
  'progress.show',
  'guide.start',
  'digest.status',
  'digest.what-leader-sees',
]);

/** `acute` and `guide` are the same verb with and without emphasis. */
function labelOf(text: string): string {
  const { verb, data } = readIntent(guardText(text).masked);
  if (verb !== 'guide.start') return verb;
  return data.emphasis === 'acute' ? 'acute' : 'guide';
}

describe('what people write', () => {
  it('is known from a table of at least 120 lines', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });

  it.each(cases)('"$text" leads to $expected', ({ text, expected }) => {
    expect(labelOf(text)).toBe(expected);
  });

  it('is understood without æ, ø and å', () => {
    const plain = (text: string): string => text.replace(/å/g, 'aa').replace(/ø/g, 'oe').replace(/æ/g, 'ae');
    const missed = cases.filter(({ text, expected }) => labelOf(plain(text)) !== expected);
    expect(missed).toEqual([]);
  });

  it('is understood in capitals', () => {
    expect(cases.filter(({ text, expected }) => labelOf(text.toUpperCase()) !== expected)).toEqual([]);
  });
});

/** One that finds every text as likely to be of each level as told. */
function judgeOf(odds: Partial<Record<Level, number>>): Judge {
  const [likeliest = 'other'] = levels.filter((level) => odds[level] !== undefined && odds[level] > 0.5);
  const all = { acute: 0, duty: 0, bti0: 0, bti1: 0, bti2: 0, info: 0, other: 0, ...odds };
  return () => ({ odds: all, likeliest, knownWords: 5, because: [] });
}

describe('danger that is understood', () => {
  it.each([
    ['pappa slår meg, sier en elev', 'violence'],
    ['han sa pappa slo', 'violence'],
    ['en elev sier at stefaren tafser på henne', 'sexual-abuse'],
    ['eleven skal giftes bort i utlandet', 'forced-marriage'],
    ['er redd for at hun blir omskåret', 'genital-mutilation'],
    ['eleven skal sendes til hjemlandet mot sin vilje i sommer', 'honour'],
    ['eleven snakker om selvmord', 'suicide'],
    ['barnet er forsvunnet', 'missing'],
    ['mistanke om vold', 'suspicion'],
  ])('("%s") opens the branch %s, and the numbers stay large', (text, entry) => {
    expect(readIntent(text)).toEqual({ verb: 'guide.start', data: { emphasis: 'acute', entry } });
  });

  it('never opens where an ordinary step can be reached', () => {
    for (const entry of branchEntries) {
      const { step } = enterGuide(theGuide, entry);
      expect([entry, step.kind]).toEqual([entry, 'protect']);
      const kinds = [...reachableFrom(theGuide, [step.stepId])].map((stepId) => theGuide.steps.get(stepId)?.kind);
      expect([entry, kinds.includes('ordinary')]).toEqual([entry, false]);
    }
  });

  it('but not for sure asks on the first card', () => {
    const unsure: Triage = { level: 'acute', entry: 'violence', asks: true, why: [] };
    const intent = { verb: 'guide.start', data: { emphasis: 'acute' } };
    expect(readIntent('noe', () => unsure)).toEqual(intent);
    expect(readIntent('noe', () => ({ ...unsure, entry: 'child-tells' }))).toEqual(intent);
  });

  it.each([
    'bekymret for selvmord',
    'bekymra for sjølvmord',
    'worried about suicide',
    'bekymra for voldtekt',
    'bekymret, blåmerker',
    'urolig, elev selvskader',
    'bekymret, truet barn',
    'bekymret for overgrep',
  ])('in a worry of few words has the numbers large: "%s"', (text) => {
    expect(readIntent(text)).toMatchObject({ verb: 'guide.start', data: { emphasis: 'acute' } });
  });

  it.each(['urolig, elev selvskader', 'bekymret, truet barn', 'en elev sender nudes til barn'])(
    'by a rule has the numbers large where the judge is calm: "%s"',
    (text) => {
      const calm = createTriage([], judgeOf({ bti0: 0.9 }));
      expect(calm(text)).toMatchObject({ level: 'bti0', asks: true });
      expect(readIntent(text, calm)).toEqual({ verb: 'guide.start', data: { emphasis: 'acute' } });
    },
  );

  it('by the judge has the numbers large where a topic opens', () => {
    const text = 'er i tvil om jeg skal melde, hun vil ikke hjem';
    const worried = createTriage([], judgeOf({ duty: 0.6, acute: 0.3 }));
    expect(worried(text)).toMatchObject({ level: 'duty', entry: 'doubt', asks: true });
    expect(readIntent(text, worried)).toEqual({ verb: 'guide.start', data: { emphasis: 'acute' } });
  });

  it('but not what it is, or a plain worry, gives the first card', () => {
    expect(readIntent('det er akutt')).toEqual({ verb: 'guide.start', data: { emphasis: 'acute' } });
    expect(readIntent('hva gjør jeg hvis jeg er bekymret?')).toEqual({ verb: 'guide.start', data: {} });
  });
});

describe('any text', () => {
  it('gets one of the known verbs', () => {
    const property = fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(verbs).toContain(readIntent(guardText(text).masked).verb);
    });
    fc.assert(property, { seed: 20261123, numRuns: 500 });
  });

  it('that holds danger gets the numbers, whatever stands around it', () => {
    const around = fc.string({ unit: 'grapheme-ascii', maxLength: 200 });
    const danger = fc.constantFrom(...(utterances.acute ?? []));
    const property = fc.property(around, danger, around, (before, text, after) => {
      expect(labelOf(`${before} ${text} , ${after}`)).toBe('acute');
    });
    fc.assert(property, { seed: 20261123, numRuns: 500 });
  });

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['digits apart', '1 '.repeat(500_000)],
    ['identity numbers', '01020312345 '.repeat(80_000)],
    ['at signs', 'a@'.repeat(500_000)],
    ['capitalised words', 'Aa '.repeat(330_000)],
    ['initials', 'A.B i '.repeat(160_000)],
    ['emoji', '😢'.repeat(500_000)],
    ['combining marks', `a${'\u0301'.repeat(1_000_000)}`],
    ['danger words', 'barn slår '.repeat(100_000)],
  ])('of 1 MB of %s is answered', (_name, text) => {
    expect(verbs).toContain(readIntent(guardText(text).masked).verb);
  });

  it('leaves nothing of itself in the answer', () => {
    const { data } = readIntent('jeg er bekymret for hemmelighet');
    expect(JSON.stringify(data)).not.toContain('hemmelighet');
  });
});
