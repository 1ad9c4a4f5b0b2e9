import { describe, expect, test } from 'vitest';
import { type Locale, locales } from '../../src/core/locale.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { contentFolder } from '../support/content-strings.ts';

const { pack } = await loadPack(contentFolder);
const { modules } = pack.catalogue;
const dialogues = modules.flatMap((module) =>
  module.dialogues.map((dialogue) => ({ moduleId: module.moduleId, dialogue })),
);

/** What would make somebody feel stupid for having answered. */
const shaming: Readonly<Record<Locale, RegExp>> = {
  nb: /\bfeil!|^feil\b|galt svar|burde (du )?(ha )?visst|dumt/i,
  nn: /\bfeil!|^feil\b|gale? svar|burde (du )?(ha )?visst|dumt/i,
  en: /\bwrong!|^wrong\b|wrong answer|should have known|stupid/i,
};

const noParents: Readonly<Record<Locale, RegExp>> = {
  nb: /ikke\W+(snakk med|kontakt) foreldrene|ingen kontakter foreldrene|ikke til foreldrene/i,
  nn: /ikkje\W+(snakk med|kontakt) foreldra|ingen kontaktar foreldra|ikkje til foreldra/i,
  en: /not\W+(talk with|contact) the parents|nobody contacts the parents|not to the parents/i,
};

describe.each(locales)('the feedback in %s', (locale) => {
  test('never shames, whatever was answered', () => {
    const feedback = modules.flatMap(({ quiz, dialogues: talks }) => [
      ...quiz.flatMap(({ options }) => options.map((option) => option.feedback[locale])),
      ...talks.flatMap(({ nodes, ends }) => [
        ...nodes.flatMap(({ replies }) => replies.map((reply) => reply.feedback[locale])),
        ...ends.map(({ text }) => text[locale]),
      ]),
    ]);
    expect(feedback.length).toBeGreaterThan(100);
    expect(feedback.filter((text) => shaming[locale].test(text))).toEqual([]);
  });
});

describe.each(dialogues.map((one) => [one.moduleId, one] as const))('the practice talk in %s', (_, { dialogue }) => {
  test.each(locales)('says where nobody talks with the parents, and whom to call, in %s', (locale) => {
    const said = JSON.stringify(dialogue, (key, value) =>
      locales.some((one) => one === key && one !== locale) ? undefined : value,
    );
    expect(said).toMatch(noParents[locale]);
    expect(said).toContain('112');
    expect(said).toMatch(locale === 'en' ? /same day/ : /sam[em]e? dag/);
  });
});
