import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { locales } from '../../src/core/locale.ts';
import { opennessAt } from '../../src/features/guide/opening.ts';
import { enterGuide, walk } from '../../src/features/guide/walk.ts';
import { checkPack } from '../../src/packs/check-pack.ts';
import { isWarning } from '../../src/packs/content-problem.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { checkWithRenderer } from '../../src/tools/cards/official-check.ts';
import { checkCard } from '../../src/views/check-card.ts';
import { guideNumbersView } from '../../src/views/guide-numbers.view.ts';
import { guideStepView } from '../../src/views/guide-step.view.ts';
import { allPaths, shortestTrails } from '../features/guide/the-guide.ts';
import { lettersPack } from '../support/letters-pack.ts';
import { guideRender, wordsOn } from '../views/guide-kit.ts';

const folder = await lettersPack();
afterAll(() => rm(folder, { recursive: true }));

const now = new Date('2026-11-23T10:00:00Z');
const today = '2026-11-23';
const render = await guideRender();
const { pack, problems } = await loadPack(folder);
const { guide } = pack;
const openness = opennessAt(guide, now, { zone: pack.zone, closesOn: () => undefined });

function wordsAt(stepId: string, sector?: 'health'): readonly string[] {
  const answers = shortestTrails(guide).get(stepId) ?? [];
  const here = walk(guide, { guideId: guide.guideId, packVersion: guide.packVersion, answers }, sector);
  expect(here.step.stepId).toBe(stepId);
  return wordsOn(render(guideStepView, { guide, walk: here, today, openness }, pack.defaultLocale, now).card);
}

describe('another municipality', () => {
  it('needs no change of code: its pack has no errors', async () => {
    expect(problems).toEqual([]);
    const checked = await checkPack(folder, now);
    expect(checked.problems.filter((problem) => !isWarning(problem))).toEqual([]);
    expect(pack).toMatchObject({ defaultLocale: 'nn', guide: { guideId: 'uro' } });
  });

  it.each(locales)('has cards that keep the rules, in %s', (locale) => {
    for (const [stepId, answers] of shortestTrails(guide)) {
      const here = walk(guide, { guideId: guide.guideId, packVersion: guide.packVersion, answers });
      const model = { guide, walk: here, today, openness } as const;
      const isNumbers = here.step.kind === 'start' || here.step.kind === 'acute';
      const { card } = isNumbers
        ? render(guideNumbersView, model, locale, now)
        : render(guideStepView, model, locale, now);
      expect([stepId, checkCard(card), checkWithRenderer(card)]).toEqual([stepId, [], []]);
    }
  });

  it('names its levels with letters, explains each where it begins, and counts its own steps', () => {
    expect(wordsAt('unease')).toEqual(
      expect.arrayContaining(['Nivå A: uro · steg 1 av 2', 'På *nivå A* finn du ut om uroa har ein grunn.']),
    );
    expect(wordsAt('decide')).toContain('Nivå A: uro · steg 2 av 2');
    expect(wordsAt('meet')).toContain('Nivå B: fleire tenester · steg 1 av 1');
  });

  it('has its deadline where it has set one, and none elsewhere', () => {
    expect(wordsAt('decide')).toEqual(expect.arrayContaining(['Frist', 'innan 28 dagar']));
    expect(wordsAt('meet')).not.toContain('Frist');
  });

  it('tells of its log on the level where the log begins', () => {
    expect(wordsAt('meet')).toEqual(expect.arrayContaining(['Tverrfagleg plan', 'Planen alle tenestene skriv i.']));
    expect(wordsAt('unease')).not.toContain('Tverrfagleg plan');
  });

  it('says something else to one service, and names the forms that this service uses', () => {
    expect(wordsAt('unease')).toEqual(expect.arrayContaining(['Du.', 'Opne uroskjema']));
    expect(wordsAt('unease', 'health')).toEqual(
      expect.arrayContaining(['Helsesjukepleiaren.', 'Fem steg (ikkje lagt inn).', 'Opne uroskjema']),
    );
  });

  it('asks about safety before level B, also when the guide is opened there', () => {
    expect(enterGuide(guide, 'level-b').step).toMatchObject({ stepId: 'before-b', kind: 'safety' });
  });

  it('comes to an end on each of its paths, with somebody to call, and asks about safety before every ordinary step', () => {
    const { guideId, packVersion } = guide;
    const starts = [undefined, ...guide.entries.keys()];
    let count = 0;
    for (const entry of starts) {
      const from = entry === undefined ? guide.startId : guide.entries.get(entry)?.to;
      for (const { answers, steps } of allPaths(guide, from)) {
        const here = walk(guide, { guideId, packVersion, ...(entry !== undefined && { entry }), answers });
        expect([answers, here.step.stepId, here.isRestarted]).toEqual([answers, steps.at(-1)?.stepId, false]);
        const card = render(guideStepView, { guide, walk: here, today, openness }, 'nn', now).card;
        expect([answers, wordsOn(card).join('\n')]).toEqual([answers, expect.stringMatching(/\b11[23]\b|116 111/)]);
        const kinds = steps.map(({ kind }) => kind);
        const ordinary = kinds.indexOf('ordinary');
        const asked = kinds.indexOf('safety');
        expect([answers, ordinary < 0 || (asked >= 0 && asked < ordinary)]).toEqual([answers, true]);
        const closed = kinds.findIndex((kind) => ['protect', 'acute', 'duty', 'workplace'].includes(kind));
        expect([answers, closed >= 0 && kinds.slice(closed).includes('ordinary')]).toEqual([answers, false]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  it('says whom its model is for, beside the levels', () => {
    const words = wordsOn(
      render(guideStepView, { guide, walk: enterGuide(guide, 'levels'), today, openness }, 'nn', now).card,
    );
    expect(words).toEqual(
      expect.arrayContaining(['frå svangerskap til 25 år', 'Nivå A: uro', 'Nivå B: fleire tenester']),
    );
  });

  it('shows the clinic of one unit only to that unit', () => {
    const shown = (unitId?: string): string => {
      const model = { guide, walk: enterGuide(guide, 'numbers'), today, openness, unitId } as const;
      return wordsOn(render(guideStepView, model, 'nn', now).card).join('\n');
    };
    expect(shown('north')).toContain('Helsestasjonen');
    expect(shown('south')).not.toContain('Helsestasjonen');
    expect(shown()).toContain('Helsestasjonen');
  });
});
