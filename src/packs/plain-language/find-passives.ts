import type { Locale } from '../../core/locale.ts';

/** Words that may stand between the parts of a passive: "blir ikke fulgt", "ble det meldt". */
const between = {
  nb: 'ikke|aldri|alltid|ofte|også|så|da|nå|bare|det|den|han|hun|de|du|barnet',
  nn: 'ikkje|aldri|alltid|ofte|også|så|då|no|berre|det|den|han|ho|dei|du|barnet',
  en: 'not|never|always|often|also|then|now|only|usually',
} as const;

/** A participle by its ending, or one of the common ones that have no such ending. */
const participle = {
  nb:
    '\\p{L}{2,}(?:et|ert|lagt|satt|tatt|gitt|ngt|søkt|gått|art)|slått|sagt|spurt|fortalt|bedt|sett|hørt|skrevet|funnet|' +
    'holdt|brukt|meldt|sendt|gjort|fulgt|dømt|hjulpet',
  nn:
    '\\p{L}{3,}a|\\p{L}{2,}(?:ert|teken|tekne|lagd|lagde|gitt|søkt|gått|ngd)|slått|sagt|spurd|fortald|fortalt|bedd|sett|utsett|' +
    'høyrd|skrive|skriven|funne|funnen|halde|brukt|meldt|meld|send|sendt|gjord|gjort|følgd|følgt|dømd|hjelpt|broten|dekte|øydelagde',
  en: '\\p{L}{2,}ed|given|taken|told|written|seen|heard|found|held|done|made|sent|kept|known|shown|hit|beaten|withdrawn|chosen',
} as const;

/** Words with such an ending that are no passive: qualities that nobody does to anybody, and nouns. */
const noParticiple: Readonly<Record<Locale, ReadonlySet<string>>> = {
  nb: new Set(
    'bekymret overrasket interessert engasjert irritert annet meget barnet stedet livet hjemmet arbeidet klart'.split(
      ' ',
    ),
  ),
  nn: new Set('bekymra overraska interessert engasjert irritert barna foreldra orda andre saka meldinga'.split(' ')),
  en: new Set(
    'worried concerned scared tired interested surprised need indeed supposed involved depressed intoxicated allowed'.split(
      ' ',
    ),
  ),
};

const words = (pattern: string): string => `(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`;
const analytic = (locale: Locale, auxiliary: string): RegExp =>
  new RegExp(
    `${words(auxiliary)}\\s+(?:(?:${between[locale]})\\s+){0,2}(?<participle>${words(participle[locale])})`,
    'giu',
  );

const auxiliaries: Readonly<Record<Locale, RegExp>> = {
  nb: analytic('nb', 'bli|blir|ble|blitt'),
  nn: analytic('nn', 'bli|blir|vart|blei|vert|blitt|vorte|vorten'),
  en: analytic('en', 'is|are|was|were|be|been|being'),
};

/** Verbs that only exist with -s or mean something else with it, and pronouns and adjectives that end alike. */
const noPassive = new Set(
  (
    'finnes synes trives mistrives møtes lykkes kjennes minnes enes høres føles skyldes trenges behøves slåss alles deres annes ' +
    'felles hennes ses begges unges voksnes ansattes foresattes mistenktes fornærmedes'
  ).split(' '),
);
/** "vurderes", "skal meldes". Genitives ("elevenes", "foreldres", "læreres", "kommunes") end alike. */
const sPassive = /(?<![\p{L}])\p{Ll}{2,}es(?![\p{L}])/gu;
const genitive = /(?:enes|dres|lederes|læreres|kommunes|tjenestes|gruppes)$/u;
/** Nynorsk uses -ast as passive after a modal verb only; elsewhere it is a superlative ("viktigast"). */
const astPassive =
  /(?<![\p{L}])(?:skal|må|kan|bør|vil|skulle|måtte|kunne|burde)\s+(?:(?:ikkje|aldri|alltid|også|berre)\s+)?(?<participle>\p{Ll}{2,}ast)(?![\p{L}])/gu;

/** A passive, as it stands. */
export type Passive = { found: string; at: number };

/** The passives of a text, in the order they stand. It knows endings, not grammar: it may miss one, and rarely takes another word for one. */
export function findPassives(text: string, locale: Locale): readonly Passive[] {
  const plain = text.replaceAll('*', ' ');
  const found = [...plain.matchAll(auxiliaries[locale])].filter(
    ({ groups }) => !noParticiple[locale].has((groups?.participle ?? '').toLowerCase()),
  );
  const endings = locale === 'nb' ? sEndings(plain) : locale === 'nn' ? [...plain.matchAll(astPassive)] : [];
  return [...found, ...endings]
    .map((match) => ({ found: match[0].replace(/\s+/g, ' '), at: match.index ?? 0 }))
    .sort((one, other) => one.at - other.at);
}

const sEndings = (text: string): RegExpMatchArray[] =>
  [...text.matchAll(sPassive)].filter(([word]) => !noPassive.has(word) && !genitive.test(word));
