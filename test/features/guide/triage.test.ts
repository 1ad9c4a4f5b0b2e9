import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardText } from '../../../src/features/guide/privacy-guard.ts';
import { createTriage, triage } from '../../../src/features/guide/triage.ts';
import learned from '../../../src/features/guide/understanding/learned.json' with { type: 'json' };
import { type Level, levels } from '../../../src/features/guide/understanding/rule.ts';
import { readIntent } from '../../../src/inbound/bot/intents.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';
import { examplesMark } from '../../../src/tools/learning/learn.ts';
import { readExamples } from '../../../src/tools/learning/read-examples.ts';
import { readTriageCases } from '../../../src/tools/triage-cases.ts';
import { harmlessChanges, lowered } from './danger-changes.ts';
import { theGuide } from './the-guide.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const cases = readTriageCases(path.join(root, 'test/fixtures/utterances')).map((one) => ({
  ...one,
  answer: triage(guardText(one.text).masked),
}));
const sets = [
  { name: 'learned from', ones: cases.filter(({ isHeldOut }) => !isHeldOut) },
  { name: 'held out', ones: cases.filter(({ isHeldOut }) => isHeldOut) },
];
const share = <T>(ones: readonly T[], is: (one: T) => boolean): number => ones.filter(is).length / ones.length;

describe('the labelled set', () => {
  it('has at least 1,500 texts held out from learning, 300 of them acute, and far more to learn from', () => {
    const heldOut = cases.filter(({ isHeldOut }) => isHeldOut);
    expect(heldOut.length).toBeGreaterThanOrEqual(1500);
    expect(heldOut.filter(({ level }) => level === 'acute').length).toBeGreaterThanOrEqual(300);
    expect(cases.length).toBeGreaterThan(10_000);
  });

  it('is what the judge has learned from: where this is red, `npm run triage:learn` mends it', () => {
    expect(examplesMark(readExamples(cases.filter(({ isHeldOut }) => !isHeldOut)))).toBe(learned.from);
  });

  it('has no text twice', () => {
    const byText = Map.groupBy(cases, ({ text }) => text);
    expect([...byText].filter(([, same]) => same.length > 1).map(([text]) => text)).toEqual([]);
  });
});

describe.each(sets)('triage of the texts $name', ({ ones }) => {
  it('finds what is acute', () => {
    const acute = ones.filter(({ level }) => level === 'acute');
    expect(share(acute, ({ answer }) => answer.level === 'acute')).toBeGreaterThanOrEqual(0.97);
  });

  it('takes at most 2 % of what is off-topic for acute', () => {
    const others = ones.filter(({ level }) => level === 'other');
    expect(share(others, ({ answer }) => answer.level === 'acute')).toBeLessThanOrEqual(0.02);
  });

  it('finds the right level of at least 90 %', () => {
    expect(share(ones, ({ level, answer }) => level === answer.level)).toBeGreaterThanOrEqual(0.9);
  });

  it('leads no text about violence or abuse to a talk with the parents: safety is asked first', () => {
    const ordinary = ones.filter(({ isHarm, answer }) => isHarm && ['bti1', 'bti2'].includes(answer.level));
    const kinds = ordinary.map(
      ({ text }) => theGuide.steps.get(theGuide.entries.get(entryOf(text) ?? '')?.to ?? '')?.kind,
    );
    expect(kinds.filter((kind) => kind !== undefined && kind !== 'safety')).toEqual([]);
    expect(ordinary.length).toBeLessThan(0.005 * ones.filter(({ isHarm }) => isHarm).length);
  });

  it('opens the first card, with the numbers, for the danger that it did not see', () => {
    const unseen = ones.filter(({ isHarm, answer }) => isHarm && answer.level === 'bti0');
    const ordinary = unseen.filter(({ text }) => !['wonder', undefined].includes(entryOf(text)));
    expect(ordinary.map(({ text }) => text)).toEqual([]);
  });
});

const heldOutFiles = [...new Set(sets.flatMap(({ ones }) => ones.map(({ file }) => file)))].filter((file) =>
  file.startsWith('held-out'),
);

describe.each(heldOutFiles)('triage of %s alone', (file) => {
  const ones = cases.filter((one) => one.file === file);
  const ofLevel = (level: Level) => ones.filter((one) => one.level === level);
  const isAcute = ({ answer }: (typeof cases)[number]): boolean => answer.level === 'acute';

  // One author's hundred texts are too few for the aims, which hold for all of them together: these are floors.
  it('falls far below the aims in nothing', () => {
    expect(share(ofLevel('acute'), isAcute)).toBeGreaterThanOrEqual(0.95);
    expect(share(ofLevel('other'), isAcute)).toBeLessThanOrEqual(0.04);
    expect(share(ones, ({ level, answer }) => level === answer.level)).toBeGreaterThanOrEqual(0.89);
  });
});

function entryOf(text: string): string | undefined {
  const { entry } = readIntent(guardText(text).masked).data;
  return typeof entry === 'string' ? entry : undefined;
}

/** Each change over another fifth of the texts; the proof takes all of them. */
describe('danger is not lowered', () => {
  it.each(harmlessChanges.map(([name, change], at) => [name, change, at] as const))('by %s', (_name, change, at) => {
    expect(
      lowered(
        cases.filter((_, index) => index % harmlessChanges.length === at),
        change,
      ),
    ).toEqual([]);
  });
});

describe('triage', () => {
  it('answers every text, the same each time, with one of the levels', () => {
    const property = fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const answer = triage(text);
      expect(levels).toContain(answer.level);
      expect(triage(text)).toEqual(answer);
    });
    fc.assert(property, { seed: 20261123, numRuns: 500 });
  });

  it('tells only its own words of why', () => {
    const { why } = triage('hemmeligordet sa at pappa slo');
    expect(why[0]).toMatch(/^judged acute 0\.\d\d$/);
    expect(why).toContain('rule told-of-hitting');
    expect(why.join(' ')).not.toContain('hemmelig');
  });

  it.each([
    ['jeg er ikke bekymret lenger', 'other'],
    ['det er ikke vold, men jeg er bekymret for ham', 'bti0'],
    ['jeg vet ikke om det er vold', 'duty'],
    ['faren slår ikke med hånda, han bruker belte på gutten', 'acute'],
    ['bekymret for at jeg ikke rekker bussen', 'other'],
    ['melde meg ut av fagforeninga', 'other'],
    ['mobbing av en kollega', 'other'],
    ['eg blir mobba av ein kollega', 'other'],
    ['my coworker is being bullied', 'other'],
    ['en kollega mobber et barn', 'duty'],
    ['en elev blir mobbet', 'duty'],
    ['jeg fikk juling i sjakk', 'other'],
    ['han ristet babyen', 'acute'],
    ['rom 112', 'other'],
  ])('reads "%s" as %s', (text, level) => {
    expect(triage(text).level).toBe(level);
  });

  it.each([
    'barnet forteller noe nå',
    'eit barn fortel meg noko no',
    'en elev begynner å fortelle meg noe',
    'a child is telling me something now',
  ])('opens how to listen for "%s", as the button of the same name does', (text) => {
    expect(triage(text)).toMatchObject({ level: 'acute', entry: 'child-tells' });
  });

  it('asks back about a danger that was denied', () => {
    expect(triage('ingen blåmerker, men hun virker trist')).toMatchObject({ level: 'bti0', asks: true });
  });

  it.each([
    'Eleven spiser ikke, bekymret for selvmord',
    'Hun sover ikke, er redd for selvmord',
    'Barnet sier ikke noe, redd for overgrep',
    'Eleven et ikkje, uroleg for sjølvmord',
    'She does not, worried about suicide',
  ])('hears no denial beyond a comma: "%s"', (text) => {
    const { why } = triage(text);
    expect(why.filter((reason) => /^not (?:suicide|sexual|worry)$/.test(reason))).toEqual([]);
  });

  it.each([
    ['one word', 'slår '.repeat(200_000)],
    ['one letter', 'a'.repeat(1_000_000)],
    ['loose ways', 'tar på '.repeat(100_000)],
    ['sentences', 'a.'.repeat(500_000)],
    ['compounds', `${'familievold'.repeat(4)} `.repeat(20_000)],
  ])('answers 1 MB of %s', (_name, text) => {
    expect(triage(guardText(text).masked).level).toBeTypeOf('string');
  });

  it('sees danger that stands after three hundred other words', () => {
    const text = `${'og så '.repeat(200)} beykmret fordi faren slår ham`;
    expect(triage(guardText(text).masked).level).toBe('acute');
  });
});

describe('the entries', () => {
  const opened = new Set(cases.map(({ answer }) => answer.entry));

  it('are places where the guide of the municipality opens, or topics of the bot', () => {
    const topics = ['help', 'welcome', 'privacy', 'modules'];
    const known = new Set([...theGuide.entries.keys(), ...topics]);
    expect([...opened].filter((entry) => !known.has(entry))).toEqual([]);
  });

  it('are all led to, by a text or by another card', () => {
    const led = new Set([...opened, ...[...theGuide.steps.values()].flatMap(({ also }) => also)]);
    const reached = new Set([...led].map((entryId) => theGuide.entries.get(entryId)?.to));
    const lost = [...theGuide.entries.values()].filter(({ to }) => !reached.has(to));
    expect(lost.map(({ entryId }) => entryId)).toEqual([]);
  });
});

describe("the municipality's own phrases", () => {
  const local = createTriage([
    { id: 'house', level: 'bti2', entry: 'level-2', phrases: ['familiehuset'] },
    { id: 'code', level: 'acute', entry: 'acute', phrases: ['kode blå'] },
  ]);

  it('are understood without code', () => {
    expect(local('skal vi spørre familiehuset')).toMatchObject({
      level: 'bti2',
      entry: 'level-2',
      why: ['local:house', 'local:house'],
    });
    expect(local('kode blå i gymsalen').level).toBe('acute');
  });

  it('never lower what tells of danger', () => {
    expect(local('familiehuset sier at faren slår henne').level).toBe('acute');
    expect(local('familiehuset har mistanke om vold').level).toBe('duty');
  });

  it('of the content are loaded', async () => {
    const { pack, problems } = await loadPack(path.join(root, 'content'));
    expect(problems.filter(({ file }) => file === 'phrases.yaml')).toEqual([]);
    expect(pack.phrases.length).toBeGreaterThan(0);
  });
});

describe('what people ask for by name', () => {
  it.each([
    ['hvem ringer jeg nå?', 'numbers'],
    ['kven ringjer eg no', 'numbers'],
    ['kæm ringe æ', 'numbers'],
    ['who do I call', 'numbers'],
    ['hva skjer etter at jeg har meldt', 'duty-after'],
    ['jeg har meldt, hva nå', 'duty-after'],
    ['når får jeg svar fra barnevernet', 'duty-after'],
    ['lederen er på ferie og jeg må melde', 'leader-away'],
    ['rektor er syk, hvem melder', 'leader-away'],
    ['en ansatt har delt en bekymring med meg', 'for-leader'],
    ['jeg er leder og en ansatt sa fra om en bekymring', 'for-leader'],
    ['jeg har det tungt etter en sak', 'care'],
    ['hvordan kan jeg ta vare på meg selv', 'care'],
    ['må foreldrene vite at jeg melder', 'duty-parents'],
    ['hva skal stå i bekymringsmeldingen', 'duty-content'],
    ['det er rektor som krenker elever', 'leader-concerned'],
    ['jeg er i tvil om jeg skal melde', 'doubt'],
  ])('"%s" opens %s', (text, entry) => {
    expect(triage(guardText(text).masked).entry).toBe(entry);
  });

  it('never sends somebody to the leader who is the one suspected', () => {
    for (const text of ['styreren slår et barn', 'rektor har slått en elev', 'lederen min tar på barna']) {
      expect(triage(guardText(text).masked).entry, text).not.toBe('colleague');
    }
  });
});
