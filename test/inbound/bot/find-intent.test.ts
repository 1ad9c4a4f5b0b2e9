import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardText } from '../../../src/features/guide/privacy-guard.ts';
import { triage } from '../../../src/features/guide/triage.ts';
import type { Looking } from '../../../src/inbound/bot/find-intent.ts';
import { readIntent } from '../../../src/inbound/bot/intents.ts';
import { readTriageCases } from '../../../src/tools/triage-cases.ts';
import { theContent } from '../../features/find/the-content.ts';

const inChat: Looking = { find: theContent.find, locale: 'nb', from: 'chat' };
const inField: Looking = { ...inChat, from: 'field' };
const intentOf = (text: string, looking = inChat) => readIntent(guardText(text).masked, triage, looking);
const firstOf = (text: string, looking = inChat): unknown => {
  const { verb, data } = intentOf(text, looking);
  return verb === 'find.search' && Array.isArray(data.found) ? data.found[0] : verb;
};

describe('a question about a word or a form', () => {
  it.each([
    ['hva betyr stafettholder?', 'word:stafettholder'],
    ['kva tyder stafettlogg', 'word:stafettlogg'],
    ['ka e ppt', 'word:ppt'],
    ['what is a relay holder', 'word:stafettholder'],
    ['hvad betyder tovholder', 'word:stafettholder'],
    ['Hei! Hva er aktivitetsplikt?', 'word:aktivitetsplikt'],
    ['søk stafettlogg', 'word:stafettlogg'],
    ['søk stafetholder', 'word:stafettholder'],
    ['search stafettholder', 'word:stafettholder'],
    ['finn samtykkeskjema', 'tool:samtykkeskjema'],
    ['leit etter evalueringsskjema', 'tool:evalueringsskjema'],
    ['hva er barnevernvakta', 'word:barnevernvakt'],
  ])('is a search: "%s"', (text, ref) => {
    expect(firstOf(text)).toBe(ref);
  });

  it.each([
    ['PPT', 'word:ppt'],
    ['ppt?', 'word:ppt'],
    ['barnehus', 'word:barnehus'],
    ['stafettholder', 'word:stafettholder'],
    ['Stafetthaldar', 'word:stafettholder'],
    ['BTI-kontakt', 'word:bti-kontakt'],
    ['stafett', 'word:stafettlogg'],
    ['taushetsplikt', 'word:taushetsplikt'],
    ['samtykkeskjema', 'tool:samtykkeskjema'],
    ['undringsnotat', 'word:undringsnotat'],
    ['Alarmtelefonen for barn og unge', 'contact:child-helpline'],
    ['helsestasjonen', 'contact:health-clinic'],
  ])('is a search where its name is all that is said: "%s"', (text, ref) => {
    expect(firstOf(text)).toBe(ref);
  });

  it.each([
    ['finn stafett', 'word:stafettlogg'],
    ['Hei, finn barnehus', 'word:barnehus'],
    ['betydning av samtykke', 'word:samtykke'],
    ['betydningen av PPT', 'word:ppt'],
    ['finn modul om samtale', 'module:samtalen-med-foresatte'],
    ['modul om mobbing', 'module:trygt-miljoe'],
    ['kurs om vold', 'module:vold-og-overgrep'],
    ['kurs i taushetsplikt', 'module:taushetsplikt-og-samtykke'],
  ])('is a search also as it is asked in "%s"', (text, ref) => {
    expect(firstOf(text)).toBe(ref);
  });

  it.each([
    'hva betyr KOSIP',
    'hva betyr IOP?',
    'kva tyder BVO',
    'hva menes med KOSIP?',
    'hva betyr negativ sosial kontroll',
  ])('about a word that is not here is told that it is not: "%s"', (text) => {
    for (const looking of [inChat, inField]) {
      expect(intentOf(text, looking)).toEqual({ verb: 'find.search', data: { found: [] } });
    }
  });

  it.each(['hva er det med Per', 'hva er galt?', 'ka e det som skjer'])('asks for no word: "%s"', (text) => {
    expect(intentOf(text).verb).not.toBe('find.search');
  });

  it.each(['hva betyr BTI for noe', 'ka e avvergingsplikt på godt norsk', 'hva betyr nivå 0 i modellen?'])(
    'about what the guide knows stays with it: "%s"',
    (text) => {
      expect(firstOf(text)).not.toBeUndefined();
    },
  );

  it('that nothing answers is told so where it plainly is a search', () => {
    expect(intentOf('søk kaffetrakter')).toEqual({ verb: 'find.search', data: { found: [] } });
  });
});

describe('what is no search', () => {
  it.each([
    ['hei', 'welcome.show'],
    ['hei undring', 'welcome.show'],
    ['moduler', 'module.list'],
    ['kurs om fjellklatring', 'module.list'],
    ['dødsbra kurs i går!!', 'module.list'],
    ['finn et kurs', 'module.list'],
    ['ha en fin dag', 'help.show'],
    ['undring', 'welcome.show'],
    ['hjelp', 'help.show'],
    ['takk', 'help.thanks'],
    ['status', 'digest.status'],
    ['meldte feil', 'content.reports'],
    ['meldeplikt', 'guide.start'],
    ['skjema', 'guide.start'],
    ['hvem ringer jeg nå', 'guide.start'],
    ['hvordan søker jeg om permisjon', 'help.show'],
    ['Finn har det vondt', 'help.show'],
    ['Finn er sulten', 'help.show'],
    ['jeg søker ny jobb i barnehage', 'help.show'],
    ['hvor er kaffen', 'help.show'],
  ])('"%s" leads to %s as before', (text, verb) => {
    expect(firstOf(text)).toBe(verb);
  });

  it.each([
    'søk mobbing',
    'søk en elev sier at pappa slår',
    'hva betyr det når et barn har blåmerker',
    'jeg er bekymret',
    'meldeplikt',
    'avvergingsplikt',
    'melde fra',
    'bekymringsmelding',
    'undrer meg',
    'magefølelse',
    'drøfte uten navn',
    'grunn til å tro',
    'barnevernvakt',
    'legevakt',
    'politi',
    'samtale med barn',
    'finn ikke barnet',
    'finn eleven som har rømt',
    'er han hos PPT',
    'de vil ikke gi samtykke',
  ])('danger and worry stay with the guide: "%s"', (text) => {
    expect(intentOf(text)).toEqual(readIntent(guardText(text).masked));
  });
});

describe('danger', () => {
  it.each(['acute', 'duty'] as const)(
    'is never a search: what triage calls %s goes to the guide, whatever it names',
    (level) => {
      const understand = () => ({ level, entry: 'duty', asks: false, why: [] });
      for (const looking of [inChat, inField]) {
        expect(readIntent('søk stafettlogg', understand, looking).verb).toBe('guide.start');
      }
    },
  );
});

describe('the search field', () => {
  it.each([
    ['stafettholder', 'word:stafettholder'],
    ['undring', 'word:undring'],
    ['hei', 'welcome.show'],
    ['samtykke', 'word:samtykke'],
    ['opplæringslova', 'law:opplaeringslova-12-4'],
    ['opplæring', 'module.list'],
    ['116111', 'contact:child-helpline'],
    ['116 111', 'contact:child-helpline'],
    ['11 61 11', 'contact:child-helpline'],
    ['møte', 'tool:moetemal'],
    ['moduler', 'module.list'],
  ])('"%s" leads to %s', (text, expected) => {
    expect(firstOf(text, inField)).toBe(expected);
  });

  it.each([
    ['Tegn og undring', 'module:tegn-og-undring'],
    ['Teikn og undring', 'module:tegn-og-undring'],
    ['Signs and wondering', 'module:tegn-og-undring'],
    ['Samtalen med barnet', 'module:samtalen-med-barnet'],
    ['Samtalen med barne', 'module:samtalen-med-barnet'],
    ['Den viktige samtalen med foreldra', 'module:samtalen-med-foresatte'],
    ['søk samtalen med foreldre', 'module:samtalen-med-foresatte'],
    ['The important talk with parents', 'module:samtalen-med-foresatte'],
    ['Duty to report', 'word:meldeplikt'],
    ['Lederansvar', 'module:lederansvar'],
  ])('finds a module by its title, and words of it: "%s"', (text, ref) => {
    expect(firstOf(text, inField)).toBe(ref);
  });

  it.each([
    ['Vold og overgrep', 'module:vold-og-overgrep'],
    ['Vald og overgrep', 'module:vold-og-overgrep'],
    ['Violence and abuse', 'module:vold-og-overgrep'],
    ['vold', 'module:vold-og-overgrep'],
    ['Mobbing og trygt miljø', 'module:trygt-miljoe'],
    ['mobbing', 'module:trygt-miljoe'],
    ['mobing', 'module:trygt-miljoe'],
    ['søk mobbing', 'module:trygt-miljoe'],
    ['Bullying', 'module:trygt-miljoe'],
    ['Talking with the child', 'module:samtalen-med-barnet'],
  ])('gives the guide first where a title speaks of danger, and the module below it: "%s"', (text, ref) => {
    const { also, ...first } = intentOf(text, inField);
    expect(first).toEqual(readIntent(guardText(text).masked));
    expect(also).toEqual({ verb: 'find.search', data: { found: [ref], isWorry: true } });
  });

  it('leads to no module that is not for who asks', () => {
    const mayOpen = () => false;
    expect(intentOf('Vold og overgrep', { ...inField, mayOpen })).not.toHaveProperty('also');
    expect(firstOf('Samtalen med barnet', { ...inField, mayOpen })).toBe('guide.start');
  });

  it.each([
    ['taushet', 'word:taushetsplikt'],
    ['PPT-kontoret', 'contact:ppt'],
    ['barnevernloven', 'law:barnevernsloven-13-2'],
    ['skole', 'word:aktivitetsplikt'],
    ['observasjon', 'tool:observasjonsskjema'],
    ['helsesykepleier', undefined],
    ['søk foreldremøte', undefined],
  ])('looks for one word though a worry is half heard in it, and says whom to call: "%s"', (text, ref) => {
    const { verb, data } = intentOf(text, inField);
    expect(verb).toBe('find.search');
    expect(data.isWorry).toBe(true);
    expect(firstOf(text, inField)).toBe(ref);
  });

  it.each(['småtrist', 'dagdrømmer', 'lærer', 'rus'])(
    'leads to the guide where it finds nothing and may be a worry: "%s"',
    (text) => {
      expect(firstOf(text, inField)).toBe('guide.start');
    },
  );

  it.each([
    'pappa slår',
    'en elev vil ta livet sitt',
    'eleven skal giftes bort i sommer',
    'blåmerker på armen til jenta',
  ])('leads to the same card as the chat where a text tells of danger: "%s"', (text) => {
    expect(intentOf(text, inField)).toEqual(readIntent(guardText(text).masked));
  });
});

describe('the labelled texts', () => {
  /** What can make a search of a longer text. */
  const asking =
    /søk|search|finn|find|leit|leter|let etter|look|bety|tyder|ka tyr|mean|h?va er|ka er?|hvad|what|menes|meiner|mener|vil det s|forklar|explain|ordet|begrep|omgrep|definisj/i;
  // A short text may be a bare name. Of the other 30,000, one in six shows that they lead where they led.
  const cases = readTriageCases(path.resolve(import.meta.dirname, '../../fixtures/utterances')).filter(
    ({ text }, at) => text.length < 25 || asking.test(text) || at % 6 === 0,
  );

  it('about danger, duty or work with a child lead where they led before there was a search, but for bare names', {
    timeout: 120_000,
  }, () => {
    const moved = cases.flatMap(({ text, level }) => {
      const { masked } = guardText(text);
      const understood = triage(masked);
      if (isQuiet(level) && isQuiet(understood.level)) return [];
      const understand = () => understood;
      const before = JSON.stringify(readIntent(masked, understand));
      return JSON.stringify(readIntent(masked, understand, inChat)) === before ? [] : [text];
    });
    expect(moved.sort()).toEqual([
      'Undringsnotat?',
      'barnekoordinator',
      'konsultasjonsteam',
      'koordinator for barnet?',
      'koordinerende enhet',
      'nivå 1',
      'nivå 2',
      'nivå 3',
      'stafetholder',
    ]);
  });
});

describe('any text', () => {
  it('leaves no word of its own in what goes on', () => {
    const property = fc.property(
      fc.constantFrom('søk ', 'finn ', 'hva betyr ', ''),
      fc.stringMatching(/^[a-zæøå]{12,20}$/),
      (front, secret) => {
        for (const looking of [inChat, inField]) {
          expect(JSON.stringify(intentOf(`${front}${secret}`, looking))).not.toContain(secret);
        }
      },
    );
    fc.assert(property, { seed: 20261123, numRuns: 200 });
  });
});

const isQuiet = (level: string): boolean => level === 'info' || level === 'other';
