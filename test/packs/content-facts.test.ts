import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Locale } from '../../src/core/locale.ts';
import { type IdeaCard, linksOf, type Module } from '../../src/features/catalogue/module.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { outlinesSchema } from '../../src/packs/outlines-schema.ts';
import { type ContentString, contentFolder, readContentStrings } from '../support/content-strings.ts';

const { pack } = await loadPack(contentFolder);
const { modules } = pack.catalogue;
const strings = readContentStrings();

function moduleNamed(moduleId: string): Module {
  const module = modules.find((one) => one.moduleId === moduleId);
  if (!module) throw new Error(`there is no module ${moduleId}`);
  return module;
}

function cardNamed(moduleId: string, cardId: string): IdeaCard {
  const card = moduleNamed(moduleId).cards.find((one) => one.cardId === cardId);
  if (!card) throw new Error(`there is no card ${cardId}`);
  return card;
}

const every: readonly Locale[] = ['nb', 'nn', 'en'];
const bulletsIn = (text: string): number => text.match(/^- /gm)?.length ?? 0;
const saying = (pattern: RegExp): string[] =>
  strings.filter(({ text }) => pattern.test(text)).map(({ file, text }) => `${file}: ${text}`);

describe('what the content may not say', () => {
  test.each([
    ['the repealed section for schools', /§\s*15-3/],
    ['the repealed section for kindergartens', /§\s*22\b(?!-)/],
    ['the section about orders as if it were feedback', /13-4/],
    ['letters of a section', /\b(bokstav|litra|letter)\s+[a-e]\b/i],
    ['the wording that was repealed on 1 January 2026', /atferdsvansk|åtferdsvansk|normløs/i],
    ["the police's own instrument", /\bSARA\b/],
    ['that there is no duty', /ingen meldeplikt|inga meldeplikt|no duty to report/i],
    [
      'conduct towards somebody abused that no source bears out',
      /\bblir? hos (henne|ham|han)\b|\bstay with (her|him)\b/i,
    ],
    ['pages that nobody has opened', /jegvilhjelpe|barnesinn|KS Læring|Kompetansepakken/i],
  ])('%s', (_, pattern) => {
    expect(saying(pattern)).toEqual([]);
  });
});

describe('phone numbers', () => {
  const known = new Set([...pack.guide.contacts.values()].map(({ number }) => digitsOf(number ?? '')));
  const isProse = ({ key, text }: ContentString): boolean =>
    !['url', 'source', 'lovdata', 'verifiedAt', 'validTo', 'startsOn', 'version'].includes(key) &&
    !/^https?:/.test(text);
  const phone =
    /(?<![\d§-])(?:\+47 ?)?(?:\d{3} \d{2} \d{3}|\d{2} \d{2} \d{2} \d{2}|\d{8}|116 ?\d{3}|0\d{4}|1412|11[0-9])(?![\d-])/g;

  test('the pattern finds what is a phone number, and no section or date', () => {
    const text = '112, 116 111, 02800, 478 09 050, 77 79 74 40, § 196, § 13-2, 2026-11-22, kl. 10';
    expect(text.match(phone)).toEqual(['112', '116 111', '02800', '478 09 050', '77 79 74 40']);
  });

  test('every number in the content stands in contacts.yaml', () => {
    const found = strings
      .filter(isProse)
      .flatMap(({ file, text }) => (text.match(phone) ?? []).map((number) => ({ file, number })));
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter(({ number }) => !known.has(digitsOf(number)))).toEqual([]);
  });

  function digitsOf(number: string): string {
    return number.replace(/\D/g, '');
  }
});

describe('the duty to report', () => {
  test.each(every)('has the items of each section, in %s', (locale) => {
    const text = (cardId: string): string => cardNamed('meldeplikt', cardId).text[locale];
    const orElse = /^(Eller|Or): /m;
    expect(bulletsIn(text('hovedregelen')) + (orElse.test(text('hovedregelen')) ? 1 : 0)).toBe(5);
    expect(bulletsIn(text('skolen')) + (orElse.test(text('skolen')) ? 1 : 0)).toBe(4);
    expect(bulletsIn(text('barnehagen'))).toBe(4);
    expect(text('barnehagen')).not.toMatch(orElse);
  });

  test('says of the child that endangers itself "has" in the main rule and the present tense for schools', () => {
    expect(cardNamed('meldeplikt', 'hovedregelen').text.nb).toContain('barnet **har** satt');
    expect(cardNamed('meldeplikt', 'hovedregelen').text.nn).toContain('barnet **har** sett');
    expect(cardNamed('meldeplikt', 'skolen').text.nb).toContain('barnet **setter**');
    expect(cardNamed('meldeplikt', 'skolen').text.nn).toContain('barnet **set**');
  });

  test('cites § 13-2, § 24-3 and § 46 each on its own card, and feedback by § 13-3', () => {
    const sections = { hovedregelen: '§ 13-2', skolen: '§ 24-3', barnehagen: '§ 46' };
    for (const [cardId, section] of Object.entries(sections)) {
      const others = Object.values(sections).filter((other) => other !== section);
      for (const locale of every) {
        const text = cardNamed('meldeplikt', cardId).text[locale];
        expect(text).toContain(section);
        for (const other of others) expect(text).not.toContain(other);
      }
    }
    const feedback = moduleNamed('meldeplikt').quiz.flatMap(({ options }) =>
      options.map((option) => option.feedback.nb),
    );
    expect(feedback.some((text) => text.includes('§ 13-3'))).toBe(true);
  });

  test('tells the deadlines: one week, three weeks, three months', () => {
    const { nb, nn, en } = cardNamed('meldeplikt', 'etterpaa').text;
    for (const part of ['én uke', 'Tre uker', 'tre måneder', 'vanligvis']) expect(nb).toContain(part);
    for (const part of ['éi veke', 'Tre veker', 'tre månader', 'vanlegvis']) expect(nn).toContain(part);
    for (const part of ['one week', 'Three weeks', 'three months', 'usually']) expect(en).toContain(part);
  });
});

describe('the talk with the parents', () => {
  const cards = [
    cardNamed('bti-veilederen', 'foresatte'),
    cardNamed('meldeplikt', 'foresatte'),
    cardNamed('vold-og-overgrep', 'ikke-foreldrene'),
    cardNamed('trygt-miljoe', 'undersok'),
    cardNamed('lederansvar', 'hvem-snakker'),
    cardNamed('tegn-og-undring', 'mer-enn-undring'),
    cardNamed('samtalen-med-barnet', 'samme-dag'),
    cardNamed('samtalen-med-foresatte', 'skal-du-snakke'),
    cardNamed('taushetsplikt-og-samtykke', 'skal-si-fra'),
  ];
  const exceptions: Readonly<Record<Locale, readonly string[]>> = {
    nb: ['vold', 'overgrep', 'tvangsekteskap', 'kjønnslemlestelse', 'æresrelatert'],
    nn: ['vald', 'overgrep', 'tvangsekteskap', 'kjønnslemlesting', 'æresrelatert'],
    en: ['violence', 'abuse', 'forced marriage', 'genital mutilation', 'honour-related'],
  };
  const suspect: Readonly<Record<Locale, RegExp>> = {
    nb: /den (du|dere) mistenker|den mistenkte/,
    nn: /den (du|de) mistenkjer|den mistenkte/,
    en: /the person you suspect|the suspect\b/,
  };

  test.each(every)('names every exception, in %s', (locale) => {
    const never = /\*\*(ikke|ikkje|not|ingen|nobody|nothing)\*\*/i;
    for (const { text } of cards) {
      expect(text[locale]).toMatch(never);
      expect(text[locale]).toMatch(suspect[locale]);
      for (const exception of exceptions[locale]) expect(text[locale]).toContain(exception);
    }
  });

  test('has the exceptions on the first card of its own module, before anything else is taught', () => {
    expect(moduleNamed('samtalen-med-foresatte').cards[0]?.cardId).toBe('skal-du-snakke');
  });
});

describe('the duty to avert', () => {
  test('names the threshold, the penalty and its exceptions', () => {
    expect(cardNamed('avvergingsplikt', 'fire-sporsmaal').text.nb).toContain('sikkert eller mest sannsynlig');
    const punishment = cardNamed('avvergingsplikt', 'straff').text.nb;
    for (const part of ['inntil ett år', 'straffbart forsøk', 'daglig omsorg', 'mindreårig']) {
      expect(punishment).toContain(part);
    }
  });

  test('says to contact child welfare and the police when both duties apply', () => {
    expect(cardNamed('avvergingsplikt', 'forskjellen').text.nb).toContain('barnevernet **og** politiet');
    expect(cardNamed('avvergingsplikt', 'forskjellen').text.nn).toContain('barnevernet **og** politiet');
    expect(cardNamed('avvergingsplikt', 'forskjellen').text.en).toContain('child welfare **and** the police');
  });
});

describe('the difference between the two duties', () => {
  const words: Readonly<Record<Locale, readonly RegExp[]>> = {
    nb: [/kommunen, melder/, /til barnevernet/, /bestemte lovbrudd/, /[Aa]lle/, /taushetsplikten/, /samtidig/],
    nn: [/kommunen, melder/, /til barnevernet/, /bestemte lovbrot/, /[Aa]lle/, /teieplikta/, /samstundes/],
    en: [/municipal staff/, /to child welfare/, /certain crimes/, /[Ee]veryone/, /confidentiality/, /overlap|at once/],
  };

  test.each(every)('is on a card of both modules, with who, to whom, what and that both may apply, in %s', (locale) => {
    for (const [moduleId, cardId] of [
      ['meldeplikt', 'plikten-er-din'],
      ['avvergingsplikt', 'forskjellen'],
    ] as const) {
      const { heading, text, lawIds } = cardNamed(moduleId, cardId);
      expect(heading[locale]).toMatch(
        locale === 'en' ? /[Rr]eport.*avert/ : /Meldeplikt.*(avvergings|avverjings)plikt/,
      );
      for (const part of words[locale]) expect(text[locale]).toMatch(part);
      expect(lawIds).toEqual(expect.arrayContaining(['barnevernsloven-13-2', 'straffeloven-196']));
    }
  });

  test('leaves on the card that the duty to report is personal, whoever else knows or has reported, and that nobody can stop it', () => {
    const { nb, nn, en } = cardNamed('meldeplikt', 'plikten-er-din').text;
    expect(nb).toMatch(/er din, også når andre vet eller har meldt[\s\S]*Ingen kan stoppe deg/);
    expect(nn).toMatch(/er di, også når andre veit eller har meldt[\s\S]*Ingen kan stoppe deg/);
    expect(en).toMatch(/is yours, even if others know or have reported[\s\S]*Nobody can stop you/);
  });
});

const priority = ['bti-veilederen', 'meldeplikt', 'avvergingsplikt'];

describe('the modules', () => {
  test('begin with the three that have a date; all are drafts, and recommended', () => {
    expect(modules.slice(0, priority.length).map(({ moduleId }) => moduleId)).toEqual(priority);
    for (const module of modules) {
      const isPriority = priority.includes(module.moduleId);
      expect(module).toMatchObject({ isPriority, obligation: 'recommended', approval: { status: 'utkast' } });
    }
  });

  test('are taken again every year where they are the basic training, and once otherwise', () => {
    const yearly = modules.filter(({ renewal }) => renewal !== undefined);
    expect(yearly.map(({ moduleId }) => moduleId)).toEqual(priority);
    for (const { renewal, sources } of yearly) {
      expect(renewal).toEqual({ months: 12, withinDays: 28 });
      expect(sources.some(({ source }) => source.startsWith('Grunnopplæring som gjentas hvert år'))).toBe(true);
    }
  });

  test('may be taken in any order, as the municipality that this is modelled on has it', () => {
    expect(modules.flatMap(({ takeFirst }) => takeFirst)).toEqual([]);
  });

  test('are nineteen with those that are outlined: nine to be written, one of them for who goes deep', async () => {
    const { outlines } = outlinesSchema.parse(parse(await readFile(path.join(contentFolder, 'outlines.yaml'), 'utf8')));
    const written = modules.map(({ moduleId }) => moduleId);
    expect(outlines.map(({ id }) => id)).toEqual([
      ...['rus-og-psykisk-sykdom-hos-foreldre', 'psykisk-helse', 'skolefravaer', 'negativ-sosial-kontroll'],
      ...['inkluderende-laeringsmiljoe', 'atferd', 'spraak-og-laerevansker'],
      ...['stafettholder-og-gode-moeter', 'gode-overganger'],
    ]);
    expect(outlines.filter(({ id }) => written.includes(id))).toEqual([]);
    expect(written).toHaveLength(10);
    const levels = new Set([...modules, ...outlines].map(({ level }) => level));
    expect([...levels].toSorted()).toEqual([1, 2, 3]);
    expect(outlines.filter(({ level }) => level === 3).map(({ id }) => id)).toEqual(['stafettholder-og-gode-moeter']);
    expect(modules.filter(({ level }) => level !== 1).map(({ moduleId }) => moduleId)).toEqual(['lederansvar']);
  });

  test('are for everybody, except that on the environment for schools and kindergartens and that for leaders', () => {
    const forSome = modules.filter(({ audience }) => audience.sectors.length + audience.roles.length > 0);
    expect(forSome.map(({ moduleId, audience }) => ({ moduleId, ...audience }))).toEqual([
      { moduleId: 'trygt-miljoe', sectors: ['school', 'kindergarten'], roles: [] },
      { moduleId: 'lederansvar', sectors: [], roles: ['leader'] },
    ]);
  });

  test.each(modules)('$moduleId has a few cards, a quiz that teaches, and work for a group', (module) => {
    expect(module.cards.length).toBeGreaterThanOrEqual(6);
    expect(module.cards.length).toBeLessThanOrEqual(8);
    expect(module.quiz.length).toBeGreaterThanOrEqual(4);
    expect(module.quiz.some(({ kind }) => kind === 'multiple')).toBe(true);
    for (const { options } of module.quiz) {
      expect(options.length).toBeGreaterThanOrEqual(3);
      for (const locale of every) {
        const words = new Set(options.flatMap(({ text, feedback }) => [text[locale], feedback[locale]]));
        expect(words.size).toBe(options.length * 2);
      }
    }
    expect(
      new Set(module.quiz.map(({ options }) => options.findIndex((option) => option.isCorrect))).size,
    ).toBeGreaterThan(1);
    expect(module.reflection).toHaveLength(2);
    expect(module.group).toMatchObject({ minutes: 45 });
    const kinds = module.group.stages.map(({ kind }) => kind);
    expect(kinds).toEqual(['opening', 'question', 'question', 'question', 'question', 'case', 'closing']);
  });

  test.each(modules)('$moduleId has eight cards when its summary says eight', ({ summary, cards }) => {
    for (const [locale, eight] of Object.entries({ nb: /Åtte/, nn: /Åtte/, en: /Eight/ })) {
      if (eight.test(summary[locale as Locale])) expect(cards).toHaveLength(8);
    }
  });

  test.each(modules)('$moduleId shares out as many minutes as a staff meeting has', ({ group }) => {
    expect(group.stages.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(group.minutes);
  });

  test('link only to pages that have been read', () => {
    const allowed = new Set([
      'snakkemedbarn.no',
      'statensbarnehus.no',
      'plikt.no',
      'voldsveileder.nkvts.no',
      'www.politiet.no',
      'rettentil.no',
      'jegvet.no',
      'www.bufdir.no',
      'helsekompetanse.no',
      'campus.pbl.no',
    ]);
    const hosts = modules.flatMap((module) => linksOf(module).map(({ url }) => new URL(url).host));
    expect(hosts.length).toBeGreaterThan(5);
    expect(hosts.filter((host) => !allowed.has(host))).toEqual([]);
  });

  test('say in English that a page is Norwegian, and name whose a course is', () => {
    const links = modules.flatMap(linksOf);
    expect(links.filter(({ label }) => !/Norwegian/.test(label.en)).map(({ label }) => label.en)).toEqual([]);
    const courses = links.filter(({ kind }) => kind === 'course' || kind === 'video');
    expect(courses.length).toBeGreaterThan(0);
    for (const { owner } of courses) expect(owner).toEqual(expect.any(String));
  });

  test('each lead on to something when they are done, and say of nothing how long it takes: no owner has told us', () => {
    for (const { learnMore = [] } of modules) {
      expect(learnMore.length).toBeGreaterThan(0);
      for (const { minutes } of learnMore) expect(minutes).toBeUndefined();
    }
  });
});

describe('the two written languages', () => {
  const onlyBokmaal =
    'ikke hva hvem hvor hvordan hvorfor jeg noen noe mye bare være gjøre selv hjemme sammen fra foresatte bekymret barnets uten hun dem vold lederen leder vet sier forteller mistenker uke uker taushetsplikt taushetsplikten avvergingsplikt avvergingsplikten meldeplikten veileder veilederen noensinne hjelpen øyeblikk mennesker';
  const onlyNynorsk =
    'ikkje kva kven korleis kvifor eg dei noko nokon mykje berre vere gjere sjølv heime saman frå føresette uroa utan vald leiaren leiar veit seier fortel mistenkjer veke veker teieplikt teieplikta avverjingsplikt avverjingsplikta meldeplikta rettleiar rettleiaren hjelpa';

  function foundIn(texts: readonly { where: string; text: string }[], words: string): string[] {
    const pattern = new RegExp(`(?<![\\p{L}-])(${words.split(' ').join('|')})(?![\\p{L}-])`, 'giu');
    return texts.flatMap(({ where, text }) => {
      // What the law says is quoted in the law's own language.
      const own = text.replace(/«gjennom anmeldelse eller på annen måte»/g, '');
      return (own.match(pattern) ?? []).map((word) => `${where}: ${word} in "${own}"`);
    });
  }

  const textsIn = (locale: Locale): readonly { where: string; text: string }[] =>
    strings
      .filter(({ file, key }) => key === locale || file.endsWith(`/${locale}.yaml`))
      .map(({ file, text }) => ({ where: file, text }));

  test('nynorsk has no bokmål words', () => {
    expect(textsIn('nn').length).toBeGreaterThan(200);
    expect(foundIn(textsIn('nn'), onlyBokmaal)).toEqual([]);
  });

  test('bokmål has no nynorsk words', () => {
    expect(foundIn(textsIn('nb'), onlyNynorsk)).toEqual([]);
  });
});
