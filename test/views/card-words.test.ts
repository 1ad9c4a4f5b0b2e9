import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/core/locale.ts';
import { readIntent } from '../../src/inbound/bot/intents.ts';
import { renderEveryCard } from '../../src/tools/cards/every-card.ts';
import { wordsOn } from './guide-kit.ts';

const cards = await renderEveryCard(path.resolve(import.meta.dirname, '../..'));

function cardOf(template: string, state: string, locale: Locale = 'nb') {
  const found = cards.find((card) => card.template === template && card.state === state && card.locale === locale);
  if (!found) throw new Error(`no state "${state}" of ${template}; see test/views/states`);
  return found.message.card;
}
const words = (template: string, state: string) => wordsOn(cardOf(template, state));

describe('the digest', () => {
  it('has one line for each person, however many modules are missing', () => {
    const lines = words('digest', 'one late, one new, since last week').filter((text) => text.includes('Kari Nilsen'));
    expect(lines).toEqual([
      '**Kari Nilsen** mangler Meldeplikt og Avvergingsplikt. Første frist var fredag 20. november, for 3 dager siden.',
    ]);
  });
});

describe('the list of modules', () => {
  it('says once that all of them are drafts, and where it is true of some only, at each', () => {
    const drafts = (state: string) => words('catalogue', state).filter((text) => /utkast/i.test(text));
    expect(drafts('nineteen modules')).toEqual(['Modulene er utkast og ikke kvalitetssikret ennå.']);
    expect(new Set(drafts('late, the next not started'))).toEqual(new Set(['Utkast, ikke kvalitetssikret ennå']));
  });

  it('does not ask anybody to begin when all is done', () => {
    expect(words('catalogue', 'all done')).toContain('Du har gjort alle modulene.');
    expect(words('catalogue', 'all done').join()).not.toMatch(/Begynn|Start|rekkefølgen/);
  });
});

describe('a module in the content', () => {
  it('names the cards that were taken away in the marks of quotation that the language has', () => {
    const state = 'new files do not have the texts from the chat, and a card was taken away before them';
    const told = (locale: Locale) => wordsOn(cardOf('content-module', state, locale)).join();
    expect(told('nb')).toContain('«Plikten er din');
    expect(told('en')).toContain('“Plikten er din');
  });
});

describe('help', () => {
  it.each(['employee', 'leader', 'somebody we do not know'])('names short answers of the guide to: %s', (state) => {
    const told = words('help', state).join('\n');
    for (const text of ['meldeplikt', 'skjema', 'hvem ringer jeg nå']) {
      expect(told).toContain(text);
      expect(readIntent(text).verb).toBe('guide.start');
    }
  });
});

describe('the first card of a new hire', () => {
  it('tells a deadline that has passed as passed, and goes on where one was', () => {
    const told = words('onboarding', 'late and begun');
    expect(told).toContain('Fristen var fredag 20. november');
    expect(told).toContain('Frist fredag 11. desember');
    expect(told).toContain('Fortsett der du slapp');
  });
});

describe('a module that is done', () => {
  it('names what to read also: only what is meant for the reader, and not twice what comes next', () => {
    const told = words('module-done', 'with two to read also, and the guide');
    const first = told.indexOf('Les også');
    expect(told.slice(first).filter((text) => text.startsWith('Åpne '))).toEqual([
      'Åpne Tegn og signaler',
      'Åpne Modul uro',
      'Åpne veiviseren',
    ]);
    expect(words('module-done', 'with the guide only')).not.toContain('Les også');
  });

  it('leads to the guide below, where it says more of the same', () => {
    const told = JSON.stringify(cardOf('module-done', 'with the guide only'));
    expect(told).toContain('"verb":"guide.start","title":"Åpne veiviseren"');
    expect(told).toContain('"entry":"duty","place":"below"');
    expect(JSON.stringify(cardOf('module-done', 'last year'))).not.toContain('guide.start');
  });
});

describe.each(['group-plan', 'share'])('the card %s', (template) => {
  it('tells the version, the owner and that it is a draft', () => {
    const state = template === 'share' ? 'three sentences' : 'for the leader of a unit';
    expect(words(template, state)).toContain('Utkast, ikke kvalitetssikret · versjon 1 · BTI-koordinator');
  });
});

describe('a question below the pass mark', () => {
  it('tells how many are right and how many have to be, without the old feedback', () => {
    const told = words('module-question', 'below the pass mark');
    expect(told).toContain('Du har 0 av 2 riktige svar. Du trenger 2. Prøv dette spørsmålet på nytt.');
    expect(told.join('\n')).not.toContain('nesten');
    expect(told).not.toContain('Ikke helt. Prøv gjerne igjen.');
  });
});

describe('the first question', () => {
  it('tells how many right answers the module asks for, and the others do not say it again', () => {
    expect(words('module-question', 'open').join('\n')).toContain('Du trenger 2 av 2 riktige svar.');
    expect(words('module-question', 'open, several answers').join('\n')).not.toContain('Du trenger');
  });
});

describe('a bar', () => {
  it('is thin where Teams knows it, and left out elsewhere', () => {
    expect(JSON.stringify(cardOf('progress', 'one module, done'))).toContain(
      '"type":"ProgressBar","value":1,"max":1,"color":"Good","spacing":"Small","fallback":"drop"',
    );
  });
});
