import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '../../src/core/locale.ts';
import type { Step } from '../../src/features/guide/guide.ts';
import { fallbackGuide } from '../../src/packs/fallback-guide.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { packFolder, theGuide } from '../features/guide/the-guide.ts';

const { pack } = await loadPack(packFolder);

function stepNamed(stepId: string): Step {
  const step = theGuide.steps.get(stepId);
  if (!step) throw new TypeError(`there is no step ${stepId}`);
  return step;
}

describe('whoever may talk with the parents', () => {
  const neglect: Readonly<Record<Locale, RegExp>> = {
    nb: /Kan det være omsorgssvikt, (venter (du|dere) til|snakker du ikke med dem før) barnevernet har gitt råd/,
    nn: /Kan det vere omsorgssvikt, (ventar (du|de) til|snakkar du ikkje med dei før) barnevernet har gitt råd/,
    en: /If it could be neglect, (wait until|do not talk to them before) child welfare (has advised|advises)/,
  };
  const leaders = pack.catalogue.modules
    .filter(({ moduleId }) => moduleId === 'lederansvar')
    .flatMap(({ cards }) => cards.filter(({ cardId }) => cardId === 'hvem-snakker'));

  it.each(locales)('is told in %s that neglect too waits for the advice of child welfare', (locale) => {
    const onCards = ['for-leader', 'duty-parents', 'duty-how', 'before-parents', 'before-level-1', 'before-level-2'];
    for (const stepId of [...onCards, 'before-level-3', 'before-evaluate']) {
      const { text, donts } = stepNamed(stepId);
      const said = [...text, ...donts].map((one) => one[locale]).join('\n');
      expect([stepId, said]).toEqual([stepId, expect.stringMatching(neglect[locale])]);
    }
    expect(leaders).toHaveLength(1);
    for (const { text } of leaders) expect(text[locale]).toMatch(neglect[locale]);
  });
});

describe('the Kindergarten Act, which changed on 1 August 2026', () => {
  const unchecked = theGuide.laws.filter(
    ({ lovdata, verifiedAt }) => lovdata.startsWith('LOV-2005-06-17-64-') && verifiedAt < '2026-08-01',
  );

  it('is told of as not quality-assured on every section that nobody has read since', () => {
    const words = { nb: /august 2026.*ikke kvalitetssikret/, nn: /august 2026.*ikkje kvalitetssikra/ };
    for (const { lawId, note } of unchecked) {
      expect([lawId, note?.nb]).toEqual([lawId, expect.stringMatching(words.nb)]);
      expect([lawId, note?.nn]).toEqual([lawId, expect.stringMatching(words.nn)]);
      expect([lawId, note?.en]).toEqual([lawId, expect.stringMatching(/August 2026.*not quality-assured/)]);
    }
  });
});

describe('the decision at level 2', () => {
  const { choices } = stepNamed('level-2-decide');

  it('closes, goes on, goes back to level 1 or up to level 3', () => {
    const ways = Object.fromEntries(choices.map(({ choiceId, to }) => [choiceId, to]));
    expect(ways).toMatchObject({ worked: 'closing', 'go-on': 'end-go-on', back: 'end-back', more: 'before-level-3' });
    expect(choices.find(({ choiceId }) => choiceId === 'back')?.label.nb).toContain('nivå 1');
  });

  it('leads from "back" to level 1, where safety is asked first', () => {
    const [place = ''] = stepNamed('end-back').also;
    expect(stepNamed(theGuide.entries.get(place)?.to ?? '')).toMatchObject({
      stepId: 'before-level-1',
      kind: 'safety',
    });
  });
});

describe('the guide that stands when the municipality’s cannot be read', () => {
  it('says of 112, 113 and 116 111 what the municipality’s says', () => {
    for (const { contactId, number, use } of fallbackGuide('1').contacts.values()) {
      const { number: ours, use: says } = theGuide.contacts.get(contactId) ?? {};
      expect({ contactId, number: ours, use: says }).toEqual({ contactId, number, use });
    }
  });
});
