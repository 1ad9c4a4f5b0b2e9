import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { locales } from '../../src/core/locale.ts';
import { type GuideContent, mostAnswers } from '../../src/features/guide/guide.ts';
import { enterGuide, startWalk, type Walk, walk } from '../../src/features/guide/walk.ts';
import { sectors } from '../../src/features/people/person.ts';
import { loadTexts } from '../../src/packs/load-texts.ts';
import { checkWithRenderer } from '../../src/tools/cards/official-check.ts';
import { checkCard } from '../../src/views/check-card.ts';
import { groupHintView } from '../../src/views/group-hint.view.ts';
import { blocksOf } from '../../src/views/guide-blocks.ts';
import { choiceRows } from '../../src/views/guide-buttons.ts';
import { guideFinishedView } from '../../src/views/guide-finished.view.ts';
import { guideNumbersView } from '../../src/views/guide-numbers.view.ts';
import { guideStepView } from '../../src/views/guide-step.view.ts';
import { privacyWarningView } from '../../src/views/privacy-warning.view.ts';
import { createViewKits } from '../../src/views/view-kit.ts';
import { allPaths, guideWith, packFolder, shortestTrails, theGuide } from '../features/guide/the-guide.ts';
import { guideRender, wordsOn } from './guide-kit.ts';
import { opennessOn } from './guide-models.ts';

const render = await guideRender();
const now = new Date('2026-11-23T10:00:00Z');
const today = '2026-11-23';
const { guideId, packVersion } = theGuide;
const at = (...answers: string[]): Walk => walk(theGuide, { guideId, packVersion, answers });

function cardOf(
  here: Walk,
  locale: (typeof locales)[number] = 'nb',
  guide = theGuide,
  day: typeof today | '2028-01-01' = today,
): Message {
  const isNumbers = here.step.kind === 'start' || here.step.kind === 'acute';
  return isNumbers
    ? render(guideNumbersView, { guide, walk: here, today: day, openness: opennessOn(guide) }, locale, now)
    : render(guideStepView, { guide, walk: here, today: day, openness: opennessOn(guide) }, locale, now);
}

const kit = createViewKits({ texts: (await loadTexts(packFolder)).texts, zone: 'Europe/Oslo' })('nb', now);
/** As a municipality that has set the hours and the number of barnevernet, and nothing else. */
const settled: GuideContent = {
  ...theGuide,
  contacts: new Map(
    [...theGuide.contacts].map(([contactId, contact]) => [
      contactId,
      contactId === 'barnevern'
        ? {
            ...contact,
            number: '22 00 00 00',
            opening: { kind: 'weekdays', days: [1, 2, 3, 4, 5], from: '08:00', to: '15:30' },
          }
        : contact,
    ]),
  ),
};
const trails = [...shortestTrails(theGuide)];
const one = new Map(
  trails.flatMap(([stepId, answers]) =>
    [undefined, ...sectors].map((sector) => [
      `${stepId} ${sector ?? ''}`,
      walk(theGuide, { guideId, packVersion, answers }, sector),
    ]),
  ),
);

describe.each(locales)('every card of the guide in %s', (locale) => {
  it('keeps our rules and those of the official renderer', () => {
    expect(one.size).toBeGreaterThan(40);
    for (const [name, here] of one) {
      const { card } = cardOf(here, locale);
      expect([name, checkCard(card), checkWithRenderer(card)]).toEqual([name, [], []]);
    }
  });

  it('says that it is a draft', () => {
    const draft = { nb: 'ikke kvalitetssikret', nn: 'ikkje kvalitetssikra', en: 'not quality-assured' }[locale];
    for (const here of one.values()) expect(wordsOn(cardOf(here, locale).card).join('\n')).toContain(draft);
  });

  it('says, as the last of its text, which version it is, who answers for it, and when it was checked', () => {
    const about = { nb: /^Versjon .+ · .+/, nn: /^Versjon .+ · .+/, en: /^Version .+ · .+/ }[locale];
    const checked = { nb: 'sist sjekket', nn: 'sist sjekka', en: 'checked' }[locale];
    for (const [name, here] of one) {
      const told = wordsOn({ ...cardOf(here, locale).card, actions: [] }).findLast((text) => about.test(text));
      expect([name, told]).toEqual([name, expect.stringMatching(about)]);
      if (here.step.sources.length > 0) expect([name, told]).toEqual([name, expect.stringContaining(checked)]);
    }
  });

  it('tells nothing in the notification', () => {
    const summaries = new Set([...one.values()].map((here) => cardOf(here, locale).summary));
    expect([...summaries]).toHaveLength(1);
    expect([...summaries].join()).not.toMatch(/bekym|uro|barn|fare|worr|child|danger/i);
  });
});

describe('the cards', () => {
  it('put 112 and 113 before the question on the first one', () => {
    const words = wordsOn(cardOf(startWalk(theGuide)).card);
    expect(words.slice(0, 6)).toEqual(expect.arrayContaining(['Er det fare nå? Ring først.', '112', 'Politi']));
    expect(words.indexOf('113')).toBeLessThan(words.indexOf('Hva passer best?'));
    expect(words.join('\n')).toContain('Ikke kontakt foreldrene eller den du mistenker.');
  });

  it('lead "Vet ikke" on the first one to advice today, not to the card of "Noe annet bekymrer meg"', () => {
    expect(at('unsure').step).toMatchObject({ stepId: 'unsure', kind: 'protect' });
    expect(at('other').step.stepId).toBe('safety');
    expect(wordsOn(cardOf(at('unsure')).card).join('\n')).toContain('Drøft anonymt med barnevernet i dag');
  });

  it('of the duties say first what must not be done: they are come to from suspicion', () => {
    const card = (stepId: string) => wordsOn(cardOf(enterGuide(theGuide, stepId)).card);
    const parents = card('duty-parents');
    const first = parents.findIndex((text) => text.startsWith('**Ikke si det til foreldrene**'));
    expect(first).toBeGreaterThan(-1);
    expect(first).toBeLessThan(parents.findIndex((text) => text.startsWith('Uten slik mistanke får foreldrene')));
    const leader = card('for-leader').join('\n');
    expect(leader).toMatch(/Ikke la noen kontakte foreldrene[\s\S]*Uten slik mistanke bestemmer du/);
  });

  it('show the local number as one that the municipality sets', () => {
    expect(wordsOn(cardOf(startWalk(theGuide)).card)).toContain('Barnevernvakta (ikke lagt inn av kommunen)');
  });

  it('have danger first, then back, start again and done, but for the first and the numbers, where the numbers stand', () => {
    for (const here of one.values()) {
      const titles = wordsOn(cardOf(here).card.actions);
      if (here.step.kind === 'start') expect(titles).toEqual(['Ferdig']);
      else if (here.step.kind === 'acute') expect(titles).toEqual(['Tilbake', 'Start på nytt', 'Ferdig']);
      else expect(titles).toEqual(['Er det fare nå?', 'Tilbake', 'Start på nytt', 'Ferdig']);
    }
  });

  it('ask about danger once where the guide was opened further in', () => {
    for (const [entryId, { to }] of theGuide.entries) {
      const { kind } = theGuide.steps.get(to) ?? {};
      if (kind === 'call' || kind === 'acute') continue;
      const titles = wordsOn(cardOf(enterGuide(theGuide, entryId)).card.actions);
      expect([entryId, titles]).toEqual([entryId, ['Nødnumre', 'Start på nytt', 'Ferdig']]);
    }
  });

  it('of a level have "Neste" filled, also among other buttons', () => {
    for (const { step, ...here } of one.values()) {
      if (step.kind !== 'ordinary') continue;
      const next = step.choices.find(({ choiceId }) => choiceId === 'next');
      const filled = choiceRows(theGuide, { step, ...here }, kit).filter(
        ({ actions }) => actions[0]?.style === 'positive',
      );
      expect([step.stepId, filled.map(({ actions }) => actions[0]?.title)]).toEqual([
        step.stepId,
        next ? [next.label.nb] : [],
      ]);
    }
  });

  it('have the numbers on the first card, wherever the guide was opened', () => {
    for (const entryId of theGuide.entries.keys()) {
      const { card } = cardOf(enterGuide(theGuide, entryId));
      const words = wordsOn(card).join('\n');
      expect([entryId, words]).toEqual([entryId, expect.stringMatching(/112[\s\S]*113/)]);
      expect(JSON.stringify(card)).toContain('"url":"tel:113"');
      expect([entryId, checkCard(card)]).toEqual([entryId, []]);
    }
  });

  it('have room for the longest walk', () => {
    const path = [...allPaths(theGuide)].reduce((most, one) => (one.answers.length > most.answers.length ? one : most));
    const answers = Array.from(
      { length: mostAnswers },
      (_, index) => path.answers[index % path.answers.length] ?? 'next',
    );
    for (const [name, here] of one) {
      const { card } = cardOf({ ...here, answers, back: answers });
      expect([name, checkCard(card)]).toEqual([name, []]);
    }
  });

  it('offer to call 112 and 113 where it is urgent', () => {
    const urgent = render(
      guideNumbersView,
      { guide: theGuide, walk: startWalk(theGuide), today, openness: opennessOn(theGuide), emphasis: 'acute' },
      'nb',
      now,
    );
    expect(wordsOn(urgent.card)).toEqual(expect.arrayContaining(['Ring 112', 'Ring 113']));
    expect(JSON.stringify(urgent.card)).toContain('"url":"tel:112"');
  });

  it('cite both sections to a municipal kindergarten, each with its own items', () => {
    const toDuty = ['suspicion', 'violence', 'next', 'next', 'work-kindergarten', 'when'];
    const words = wordsOn(cardOf(at(...toDuty)).card);
    expect(words).toEqual(expect.arrayContaining(['Barnehageloven § 46', 'Barnevernsloven § 13-2']));
    expect(words.filter((word) => /^\d(–\d)?$/.test(word))).toEqual(['1', '2', '3', '4', '1–3', '4', '5']);
    expect(words).toContain('som i barnehageloven § 46');
  });

  it('name the sections of workplaces that are few, below the others', () => {
    const workplace = ['suspicion', 'violence', 'next', 'next'];
    const words = (work: string) => wordsOn(cardOf(at(...workplace, work)).card);
    expect(words('work-other')).toContain(
      'Krisesenter: krisesenterlova § 6. Familievernkontor: familievernkontorloven § 10.',
    );
    expect(words('work-school')).toContain('Privatskole: privatskolelova § 7-4.');
  });

  it('name the section in short where somebody wants to report against a leader’s word', () => {
    const words = (sector?: (typeof sectors)[number]) =>
      wordsOn(cardOf({ ...enterGuide(theGuide, 'leader-disagrees'), ...(sector && { sector }) }).card);
    expect(words()).toContain('Barnevernsloven § 13-2');
    expect(words('school')).toContain('Opplæringslova § 24-3');
    expect(words('kindergarten')).toContain('Barnehageloven § 46, barnevernsloven § 13-2');
    const concerned = wordsOn(cardOf(enterGuide(theGuide, 'leader-concerned')).card);
    expect(concerned).toEqual(expect.arrayContaining(['Opplæringslova § 12-5', 'Barnehageloven § 43']));
  });

  it('do not call a section the service’s own where it is another’s', () => {
    const words = (sector: (typeof sectors)[number]) =>
      wordsOn(cardOf({ ...enterGuide(theGuide, 'school-environment', sector), sector }).card);
    expect(words('school')).toContain('Paragrafen for tjenesten din');
    expect(words('ppt')).toContain('Paragrafen avhenger av tjenesten');
    expect(words('ppt')).toContain('Si fra til: rektor');
  });

  it('say that the wording of the health personnel section is not quality-assured', () => {
    const words = wordsOn(cardOf(at('suspicion', 'violence', 'next', 'next', 'work-health')).card).join('\n');
    expect(words).toMatch(/helsepersonelloven § 33 .*ikke kvalitetssikret/);
  });

  it('say when a number should have been checked again', () => {
    const words = wordsOn(cardOf(startWalk(theGuide), 'nb', theGuide, '2028-01-01').card).join('\n');
    expect(words).toContain('nummeret er ikke kontrollert på en stund');
  });

  it('name who has approved a step, until the approval runs out', () => {
    const approval = {
      status: 'approved',
      owner: 'a',
      approvedBy: 'Barnevernleder',
      approvedAt: '2026-11-01',
      validTo: '2027-11-01',
    } as const;
    const guide = guideWith('notes', (step) => ({ ...step, approval }));
    const here = walk(guide, { guideId, packVersion, answers: ['suspicion', 'violence', 'next'] });
    expect(wordsOn(cardOf(here, 'nb', guide).card)).toContain('*Kvalitetssikret av Barnevernleder.*');
    expect(wordsOn(cardOf(here, 'nb', guide, '2028-01-01').card).join('\n')).toContain('ikke kvalitetssikret');
  });

  it('hold advice without a source only when somebody has approved it by name', () => {
    const approval = {
      status: 'approved',
      owner: 'a',
      approvedBy: 'Kommuneoverlegen',
      approvedAt: '2026-11-01',
      validTo: '2027-11-01',
    } as const;
    const guide = guideWith('suicide', (step) => ({
      ...step,
      ...(step.awaitsApproval && { awaitsApproval: { ...step.awaitsApproval, approval } }),
    }));
    const wordsIn = (of: GuideContent, day: typeof today | '2028-01-01') =>
      wordsOn(cardOf(walk(of, { guideId, packVersion, answers: ['urgent', 'suicide'] }), 'nb', of, day).card);
    expect(wordsIn(theGuide, today)).not.toContain('Ikke la barnet være alene.');
    expect(wordsIn(guide, today)).toContain('Ikke la barnet være alene.');
    expect(wordsIn(guide, today).join('\n')).toContain(
      '*Rådet om hva du gjør, er kvalitetssikret av Kommuneoverlegen.*',
    );
    expect(wordsIn(guide, '2028-01-01')).not.toContain('Ikke la barnet være alene.');
  });

  it('say to follow the local routine where the municipality has set no deadline', () => {
    const talk = ['other', 'no', 'next', 'next', 'next', 'no'];
    const guide = guideWith('talk', (step) => ({
      ...step,
      ...(step.kind === 'ordinary' && { deadline: { kind: 'local' } }),
    }));
    const { guideId, packVersion } = guide;
    const words = wordsOn(cardOf(walk(guide, { guideId, packVersion, answers: talk }), 'nb', guide).card);
    expect(words.slice(words.indexOf('Frist'))).toContain('Følg lokal rutine');
  });

  it('say so when the guide was changed while a card lay there', () => {
    const here = walk(theGuide, { guideId, packVersion: 'older', answers: [] });
    expect(wordsOn(cardOf(here).card).join('\n')).toContain('Vi begynner på nytt');
  });
});

describe('whom to call', () => {
  const callCard = (when: string): string => {
    const shown = {
      guide: settled,
      walk: enterGuide(settled, 'numbers'),
      today,
      openness: opennessOn(settled, new Date(when)),
    };
    return wordsOn(render(guideStepView, shown, 'nb', now).card).join('\n');
  };

  it('says who answers at this hour', () => {
    expect(callCard('2026-11-23T10:00:00Z')).toMatch(
      /22 00 00 00\*\* Barnevernet · .*man.–.fre 08\.00.–.15\.30.· åpent nå/,
    );
    expect(callCard('2026-11-28T22:00:00Z')).toMatch(/22 00 00 00\*\* Barnevernet · .*stengt nå/);
    expect(callCard('2026-11-28T22:00:00Z')).toMatch(/116 111\*\* Alarmtelefonen .*døgnåpent/);
  });

  it('says plainly which the municipality has not set', () => {
    const words = callCard('2026-11-23T10:00:00Z');
    for (const name of ['PPT', 'Helsestasjonen', 'BTI-kontakten']) {
      expect(words).toContain(`**${name} (ikke lagt inn av kommunen)**`);
    }
  });

  it('has 112 and 116 111 beside contacts that are closed or not set, and not where all answer', () => {
    const instead = (why: string) => `${why}? Ring **112** ved fare, ellers **116\u00a0111**.`;
    const shown = { guide: settled, walk: enterGuide(settled, 'numbers'), today } as const;
    const blocksAt = (when: string) =>
      blocksOf(shown.walk.step, { ...shown, openness: opennessOn(settled, new Date(when)) }, undefined, kit);
    const open = blocksAt('2026-11-23T10:00:00Z');
    const closed = blocksAt('2026-11-28T22:00:00Z');
    expect(open.map(({ note }) => note !== '')).toEqual([false, true, false, true, false]);
    expect(closed.map(({ note }) => note)).toEqual([
      '',
      instead('Stengt, eller ikke lagt inn'),
      instead('Stengt'),
      instead('Ikke lagt inn'),
      '',
    ]);
  });
});

describe.each(locales)('the cards around the guide in %s', (locale) => {
  const finished = render(guideFinishedView, {}, locale, now);
  const group = render(groupHintView, {}, locale, now);
  const warning = render(privacyWarningView, {}, locale, now);

  it('keep the rules', () => {
    for (const { card } of [finished, group, warning])
      expect([checkCard(card), checkWithRenderer(card)]).toEqual([[], []]);
  });

  it('reveal nothing of the guide when it is done', () => {
    const said = [...wordsOn(finished.card), finished.summary].join('\n');
    expect(said).not.toMatch(/bekym|uro|barn|fare|meld|guide|worr|child|danger|112/i);
  });

  it('give a group 112 and 113 and nothing to press but the phone', () => {
    expect(wordsOn(group.card)).toEqual(expect.arrayContaining(['112', '113']));
    expect(JSON.stringify(group.card)).not.toContain('Action.Execute');
  });
});
