import { describe, expect, it } from 'vitest';
import { locales } from '../../src/core/locale.ts';
import type { GuideContent } from '../../src/features/guide/guide.ts';
import { enterGuide, startWalk } from '../../src/features/guide/walk.ts';
import { fallbackGuide } from '../../src/packs/fallback-guide.ts';
import { checkWithRenderer } from '../../src/tools/cards/official-check.ts';
import { checkCard } from '../../src/views/check-card.ts';
import type { GuideModel } from '../../src/views/guide-model.ts';
import { guideNumbersView } from '../../src/views/guide-numbers.view.ts';
import { guideStepView } from '../../src/views/guide-step.view.ts';
import { guideWith, theGuide } from '../features/guide/the-guide.ts';
import { guideRender, wordsOn } from './guide-kit.ts';
import { guideAt, guideAtStep, opennessOn, today } from './guide-models.ts';

const render = await guideRender();
const now = new Date('2026-11-23T10:00:00Z');
const stepWords = (model: GuideModel): string => wordsOn(render(guideStepView, model, 'nb', now).card).join('\n');
const opened = (entry: string): GuideModel => ({ ...guideAt([]), walk: enterGuide(theGuide, entry) });
const instead = /(Stengt|[Ii]kke lagt inn)\? Ring \*\*112\*\* ved fare/;
const later = '2028-01-01';
/** As a municipality that has set the page of every form. */
const withPages: GuideContent = {
  ...theGuide,
  tools: new Map([...theGuide.tools].map(([id, tool]) => [id, { ...tool, url: `https://example.org/${id}` }])),
};

describe('numbers on a card', () => {
  it.each([
    ['the first card', render(guideNumbersView, guideAt([]), 'nb', now)],
    ['"Ring nå"', render(guideNumbersView, guideAt(['danger-now']), 'nb', now)],
    ['whom to call', render(guideStepView, guideAtStep('call'), 'nb', now)],
  ])('stay on one line on %s', (_card, { card }) => {
    const texts = JSON.stringify(card).replace(/"(sources?|url)":"[^"]*"/g, '');
    expect(texts).toContain('116\u00a0111');
    expect(texts).not.toMatch(/116 \d{3}/);
  });

  it.each(['missing', 'suicide', 'violence', 'sexual-abuse', 'intoxicated'])(
    'of 112 and 113 stand on top of the card opened at %s, and the list below begins with one of them, once',
    (entry) => {
      const words = stepWords(opened(entry));
      expect(words).toMatch(/^.+\nEr det fare nå\? Ring \*\*112\*\* eller \*\*113\*\*\.\nRing 112\nRing 113\n/);
      expect(words).toContain(entry === 'suicide' ? 'Ring\nRing 113 (Ambulanse)' : 'Ring\nRing 112 (Politi)');
      expect(words.split('Er det fare nå?')).toHaveLength(2);
    },
  );

  it('are not listed below where the card tells of no danger to a child', () => {
    expect(stepWords(opened('avert'))).toContain('Ring **112** eller **113**');
    expect(stepWords(opened('avert'))).not.toMatch(/\*\*11[23]\*\* (Politi|Ambulanse)/);
  });

  it('are buttons of which 112 is filled', () => {
    const styleOf = (number: string) => new RegExp(`"url":"tel:${number}","style":"positive"`);
    for (const { card } of [
      render(guideStepView, opened('violence'), 'nb', now),
      render(guideNumbersView, guideAt(['danger-now']), 'nb', now),
    ]) {
      expect(JSON.stringify(card)).toMatch(styleOf('112'));
      expect(JSON.stringify(card)).not.toMatch(styleOf('113'));
    }
  });

  it('are told beside a contact that cannot be reached, also where the helpline is among the contacts', () => {
    expect(stepWords(opened('missing'))).toMatch(/\*\*116 111\*\* Alarmtelefonen/);
    expect(stepWords(opened('missing'))).toMatch(instead);
  });

  it('are listed where the card is come to by answers', () => {
    expect(stepWords(guideAtStep('violence'))).toContain('**112** Politi');
  });
});

describe('the helpline for children', () => {
  const withNumbers: GuideContent = {
    ...theGuide,
    contacts: new Map(
      [...theGuide.contacts].map(([id, contact]) => [
        id,
        contact.kind === 'child-welfare' ? { ...contact, number: '22 00 00 00' } : contact,
      ]),
    ),
  };
  it('comes before child welfare where nobody there has a number', () => {
    expect(stepWords(guideAtStep('violence'))).toMatch(
      /02800[\s\S]*116.111\*\* Alarmtelefonen[\s\S]*Barnevernet \(ikke/,
    );
  });

  it('comes before child welfare where all there are closed, and not where one answers', () => {
    const shown = (state: 'open' | 'closed') => {
      const openness = new Map([
        ['barnevern', state],
        ['barnevernvakt', 'closed' as const],
      ]);
      return stepWords({ ...guideAt([], undefined, withNumbers), walk: enterGuide(withNumbers, 'violence'), openness });
    };
    expect(shown('closed')).toMatch(/Alarmtelefonen for barn og unge[\s\S]*Barnevernet ·/);
    expect(shown('open')).not.toContain('Alarmtelefonen for barn og unge');
  });

  it('is moved, not said twice, where the step names it itself', () => {
    expect(stepWords(opened('neglect')).split('** Alarmtelefonen for barn')).toHaveLength(2);
  });
});

describe('the list of whom to call', () => {
  it('tells when the oldest of its numbers was checked', () => {
    const contactId = 'barnevernvakt';
    const contact = theGuide.contacts.get(contactId);
    if (!contact) throw new Error(`no contact ${contactId}`);
    const model = guideAtStep('call');
    const contacts = new Map([
      ...theGuide.contacts,
      [contactId, { ...contact, number: '40 00 00 00', verifiedAt: '2025-02-03' as const }],
    ]);
    expect(stepWords(model)).toMatch(/BTI-koordinator · sist sjekket/);
    expect(stepWords({ ...model, guide: { ...model.guide, contacts } })).toContain('3. februar 2025');
  });
});

describe('112 and 116 111 in place of somebody who does not answer', () => {
  it('stand beside the services that help a child', () => {
    expect(stepWords(guideAtStep('violence'))).toMatch(instead);
    expect(stepWords(guideAtStep('call'))).toMatch(instead);
  });

  it('stand below everybody who is closed, whoever it is', () => {
    const opening = { kind: 'weekdays', days: [1, 2, 3, 4, 5], from: '08:00', to: '15:30' } as const;
    for (const contactId of ['bti-contact', 'leader', 'owner', 'police', 'mental-health']) {
      const contact = theGuide.contacts.get(contactId);
      if (!contact) throw new TypeError(`there is no contact ${contactId}`);
      const settled: GuideContent = {
        ...guideWith('end-go-on', (step) => ({ ...step, contactIds: [contactId] })),
        contacts: new Map([...theGuide.contacts, [contactId, { ...contact, number: '22 00 00 00', opening }]]),
      };
      const at = (when: string) => ({
        ...guideAtStep('end-go-on', undefined, settled),
        openness: opennessOn(settled, new Date(when)),
      });
      expect([contactId, stepWords(at('2026-11-28T22:00:00Z'))]).toEqual([contactId, expect.stringMatching(instead)]);
      expect([contactId, stepWords(at('2026-11-23T10:00:00Z'))]).toEqual([
        contactId,
        expect.not.stringMatching(instead),
      ]);
    }
  });

  it('do not stand below the BTI contact alone', () => {
    expect(stepWords(guideAtStep('tools'))).toContain('BTI-kontakten (ikke lagt inn av kommunen)');
    expect(stepWords(guideAtStep('tools'))).not.toMatch(instead);
  });
});

describe('the leader', () => {
  it('is named where the roster knows who it is', () => {
    const words = stepWords({ ...guideAtStep('call'), leaderNames: ['Kari *Nordmann*', 'Per Vik'] });
    expect(words).toMatch(/\*\*Kari .*Nordmann.* og Per Vik \(nummeret er ikke lagt inn\)\*\* · Lederen din · råd/);
    expect(words).not.toContain('*Nordmann*');
  });

  it('is left out where the roster could not be read', () => {
    expect(stepWords(guideAtStep('call'))).not.toContain('Lederen din');
  });

  it('is told to be missing where the roster knows of nobody', () => {
    expect(stepWords({ ...guideAtStep('call'), leaderNames: [] })).toContain(
      '**Lederen din (ikke lagt inn av kommunen)** · råd',
    );
  });
});

describe('a form', () => {
  it('without a page is told so on the step too, and the list of forms is one press away', () => {
    const words = stepWords(guideAt(['other', 'no']));
    expect(words).toContain('Undringsnotat (ikke lagt inn)');
    expect(words).toContain('Skjemaer og veiledere');
  });

  it('that was picked is shown alone, with a way to all', () => {
    const words = stepWords({ ...guideAtStep('tools'), toolId: 'samtykkeskjema' });
    expect(words).toContain('**Samtykkeskjema** (ikke lagt inn)');
    expect(words).toContain('Vis alle');
    expect(words).not.toMatch(/\*\*Stafettlogg|BTI-kontakten/);
    expect(stepWords(guideAtStep('tools'))).not.toContain('Vis alle');
  });

  it('that was picked is not sent with "Vis alle"', () => {
    const { card } = render(guideStepView, { ...guideAtStep('tools'), toolId: 'samtykkeskjema' }, 'nb', now);
    expect(JSON.stringify(card)).toMatch(/"title":"Vis alle","associatedInputs":"none"/);
  });

  it('or a section that nobody has checked for long is shown with a warning', () => {
    const old = /ikke kontrollert på en stund/;
    const tools = guideAtStep('tools', undefined, withPages);
    const duty = guideAt(['suspicion', 'violence', 'next', 'next', 'work-school']);
    const step = guideAt(['other', 'no'], undefined, withPages);
    for (const model of [tools, duty, step]) expect(stepWords(model)).not.toMatch(old);
    expect(stepWords({ ...tools, today: later })).toContain('**Samtykkeskjema** (ikke kontrollert på en stund)');
    expect(stepWords({ ...duty, today: later })).toContain('Paragrafen er ikke kontrollert på en stund.');
    expect(stepWords({ ...step, today: later })).toContain('Undringsnotat (ikke kontrollert på en stund)');
  });
});

describe('words on the cards with the large numbers', () => {
  it('are shown, whatever the municipality writes there', () => {
    const text = [{ nb: 'Vakttelefonen er flyttet.', nn: 'x', en: 'y' }];
    for (const [stepId, answers] of [
      ['start', []],
      ['acute', ['danger-now']],
    ] as const) {
      const model = guideAt(
        answers,
        undefined,
        guideWith(stepId, (step) => ({ ...step, text })),
      );
      expect(wordsOn(render(guideNumbersView, model, 'nb', now).card)).toContain('Vakttelefonen er flyttet.');
    }
  });
});

describe.each(locales)('the guide that stands when the municipality’s cannot be read, in %s', (locale) => {
  const guide = fallbackGuide('1');
  const at = (answers: readonly string[]): GuideModel => ({ ...guideAt(answers, undefined, guide), today });
  const first = { ...at([]), walk: startWalk(guide) };
  const cards = {
    first: render(guideNumbersView, { ...first, openness: opennessOn(guide) }, locale, now).card,
    acute: render(guideNumbersView, at(['danger-now']), locale, now).card,
    call: render(guideStepView, at(['not-danger']), locale, now).card,
  };

  it('keeps the rules', () => {
    for (const card of Object.values(cards)) expect([checkCard(card), checkWithRenderer(card)]).toEqual([[], []]);
  });

  it('says that the guide cannot be read, and that the numbers stand', () => {
    const words = { nb: /kan ikke leses akkurat nå/, nn: /kan ikkje lesast akkurat no/, en: /cannot be read/ }[locale];
    expect(wordsOn(cards.first).join('\n')).toMatch(words);
  });

  it('says on every card whom not to contact, once', () => {
    const never = {
      nb: 'Ikke kontakt foreldrene eller den du mistenker',
      nn: 'Ikkje kontakt foreldra eller den du mistenkjer',
      en: 'Do not contact the parents or the person you suspect',
    }[locale];
    for (const card of Object.values(cards)) expect(wordsOn(card).join('\n').split(never)).toHaveLength(2);
  });
});
