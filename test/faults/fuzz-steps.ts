import fc from 'fast-check';
import type { Person } from '../../src/features/people/person.ts';
import { aLeader, aPerson } from '../support/person-builder.ts';
import { verbInputs } from '../support/verb-inputs.ts';

/** Stands in every text that is invented here, so that it can be found wherever it must not be. */
export const mark = 'Kvitebjørnzq';

const aad = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const named = (givenName: string, familyName: string) => ({ givenName, displayName: `${givenName} ${familyName}` });

/** Everybody has a family name that nobody else and no content has. */
export const known: readonly Person[] = [
  aPerson('kari', { ...named('Kari', 'Abbornvik'), employedOn: '2026-11-23', aadObjectId: aad(1) }),
  aPerson('olav', { ...named('Olav', 'Bjørkhamn'), employedOn: '2024-08-01', aadObjectId: aad(2) }),
  aLeader('siv', ['solbakken'], { ...named('Siv', 'Dalstrøm'), employedOn: '2020-08-01', aadObjectId: aad(3) }),
  aPerson('jon', { ...named('Jon', 'Elvekroken'), unitId: 'fjordgløtt', sector: 'kindergarten', aadObjectId: aad(4) }),
  aLeader('liv', ['fjordgløtt', 'helse'], { ...named('Liv', 'Fossmark'), unitId: 'fjordgløtt', aadObjectId: aad(5) }),
  aPerson('per', {
    ...named('Per', 'Grindheim'),
    unitId: 'helse',
    sector: 'health',
    roles: ['coordinator'],
    aadObjectId: aad(6),
  }),
  aPerson('ida', {
    ...named('Ida', 'Holmvåg'),
    unitId: 'helse',
    sector: 'health',
    endsOn: '2026-12-01',
    aadObjectId: aad(7),
  }),
];
const strangers = [
  aPerson('stranger', { ...named('Unn', 'Isfjellet'), aadObjectId: aad(8) }),
  aPerson('nobody', { ...named('Tor', 'Jordneset') }),
];
export const everybody: readonly Person[] = [...known, ...strangers];

export type Step = { who: Person } & (
  | { kind: 'says'; text: string; more: object }
  /** The `button`-th button of the person's newest or an older card. */
  | { kind: 'presses'; button: number; back: number; inputs: object; more: object }
  | { kind: 'executes'; verb: string; data: unknown; more: object }
  | { kind: 'submits'; value: unknown }
  | { kind: 'installs' | 'removes' }
  /** Goes through a module and answers every question right: by chance alone it would hardly ever be finished. */
  | { kind: 'takes'; moduleId: string }
  | { kind: 'waits'; hours: number }
  /** Teams says again what it said last, with the same ids. */
  | { kind: 'repeats' }
);

const who = fc.constantFrom(...everybody);
const moduleIds = [
  ...['bti-veilederen', 'meldeplikt', 'avvergingsplikt', 'samtalen-med-barnet'],
  ...['finnes-ikke', '__proto__', '', '../x', mark],
];
/** But one: who follows a unit for its leader sees whom the walk holds for others. */
const verbs = [
  ...Object.keys(verbInputs).filter((verb) => verb !== 'delegation.give'),
  ...['constructor', '', 'module.delete', mark],
];
const words = [
  ...['hei', 'moduler', 'hjelp', 'min fremdrift', 'status', 'hva ser lederen', 'jeg er bekymret', 'han sa pappa slo'],
  ...['hva betyr stafettholder', 'søk samtykke', 'meldte feil', 'finn skjema'],
  ...['ka gjør æ', 'meldeplikt', 'kurs om vold', '112', '👶', '<at>Undring</at> moduler', '${title}', '{{DATE(2026)}}'],
  ...['Ola Nordmann 01019012345', 'ring meg på 90 12 34 56', '**fet** [a](javascript:1)', '\u202Eabc', ' ', ''],
];
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 60 }))
      .map(([a, b]) => `${a} ${b} ${mark}`),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 100, max: 30_000 }).map((length) => `${mark} `.repeat(length / mark.length)),
  },
);
const anyData = fc.oneof(
  fc.record(
    {
      moduleId: fc.constantFrom(...moduleIds),
      position: fc.oneof(fc.integer({ min: -2, max: 40 }), fc.double(), fc.string()),
      choice: fc.oneof(fc.constantFrom('a', 'b', 'a,b', '', ','), fc.constant(mark), fc.jsonValue()),
      questionId: fc.string(),
      mode: fc.constantFrom('reread', 'take'),
      guideId: fc.constantFrom('worried', 'x'),
      packVersion: fc.constantFrom('1', '2026-11-23', mark),
      answers: fc.oneof(fc.array(fc.constantFrom('now', 'violence', 'other', 'unknown', mark)), fc.jsonValue()),
      unitId: fc.constantFrom('solbakken', 'fjordgløtt', 'helse', 'x'),
      words: fc.oneof(fc.constantFrom('samtykke', 'pappa slår', mark), fc.jsonValue()),
      found: fc.array(fc.constantFrom('word:ppt', 'module:meldeplikt', 'x', mark)),
      contentId: fc.constantFrom('word:ppt', 'module:meldeplikt:hovedregelen', 'guide:violence', 'guide:start', mark),
      kind: fc.constantFrom('fact', 'unclear', mark),
      seen: fc.nat(3),
      page: fc.oneof(fc.integer(), fc.string()),
      takenOn: fc.oneof(fc.constantFrom('2024-03-03', '2027-01-01', '', mark), fc.jsonValue()),
      place: fc.oneof(
        fc.integer({ min: -1, max: 25 }),
        fc.constantFrom('education', 'other', '', mark),
        fc.jsonValue(),
      ),
      reason: fc.constantFrom('too-old', mark),
      personId: fc.constantFrom('kari', 'siv', 'jon', 'nobody', 'a/b', ''),
      askedAt: fc.oneof(fc.constantFrom('2026-11-23T09:00:00.000Z', mark), fc.jsonValue()),
      policyId: fc.constantFrom('bilder-av-barn', 'samtaler-om-barn', mark),
      version: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.string()),
      kindId: fc.constantFrom('forstehjelp', '__proto__', mark),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);
/** Also what the verb takes, with a field or two of it wrong: else few would come past their schema. */
const dataFor = (verb: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    anyData,
    fc
      .tuple(fc.constant(verbInputs[verb]), anyData)
      .map(([input, other]) => ({ ...input, ...(other as object | null) })),
    fc.constant(verbInputs[verb]),
  );
const shared = (id: string, conversationType: string) => ({
  conversation: { id, conversationType, isGroup: true, tenantId: '11111111-0000-4000-8000-00000000beef' },
});
const more = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.constantFrom({ locale: 'nn-NO' }, { locale: 'en-US' }, { locale: 'fr-FR' }, { locale: null }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(shared('19:gruppe@thread.v2', 'groupChat'), shared('19:kanal@thread.tacv2', 'channel')),
  },
);
const inputs = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('0', '1', '2', '3').map((pick) => ({ pick })) },
  { weight: 1, arbitrary: fc.record({ choice: fc.oneof(fc.constant(mark), fc.jsonValue()) }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ takenOn: '2024-03-03', place: 'education' }, { takenOn: mark, place: mark }),
  },
  { weight: 1, arbitrary: fc.constant({}) },
);

/** Mostly what people do, and a good part of what nobody should. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      ...{ who, kind: fc.constant('presses' as const), button: fc.nat(11) },
      ...{
        back: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(5) }),
        inputs,
        more,
      },
    }),
  },
  { weight: 6, arbitrary: fc.record({ who, kind: fc.constant('says' as const), text, more }) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...verbs)
      .chain((verb) =>
        fc.record({ who, kind: fc.constant('executes' as const), verb: fc.constant(verb), data: dataFor(verb), more }),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ who, kind: fc.constant('submits' as const), value: fc.oneof(anyData, fc.jsonValue()) }),
  },
  { weight: 1, arbitrary: fc.record({ who, kind: fc.constantFrom('installs' as const, 'removes' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      who,
      kind: fc.constant('takes' as const),
      moduleId: fc.constantFrom(...moduleIds.slice(0, 3)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ who, kind: fc.constant('waits' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.record({ who, kind: fc.constant('repeats' as const) }) },
);
