import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '../../src/core/locale.ts';
import type { GuideContent, Step } from '../../src/features/guide/guide.ts';
import type { Walk } from '../../src/features/guide/walk.ts';
import { guideNumbersView } from '../../src/views/guide-numbers.view.ts';
import { guideStepView } from '../../src/views/guide-step.view.ts';
import { theGuide } from '../features/guide/the-guide.ts';
import { guideRender, wordsOn } from './guide-kit.ts';
import { opennessOn, today } from './guide-models.ts';

const render = await guideRender();
const now = new Date('2026-11-23T10:00:00Z');
const openness = opennessOn(theGuide);

/** A word of the model: where it stands, and what explains it. */
type Term = { name: string; stands: RegExp; explains: Readonly<Record<Locale, RegExp>> };
const terms: readonly Term[] = [
  {
    name: 'stafettholder',
    stands: /stafetth(older|aldar)/i,
    explains: {
      nb: /stafettholderen\* (er den faste personen som )?leder arbeidet|oppgavene til den som leder arbeidet/i,
      nn: /stafetthaldaren\* (er den faste personen som )?leier arbeidet|oppgåvene til den som leier arbeidet/i,
      en: /stafettholder\* \(relay holder\)|tasks of the person who leads the work/i,
    },
  },
  {
    name: 'log',
    stands: /\blogg(en)?\b|stafettlogg|\bthe log\b|relay log/i,
    explains: {
      nb: /(viser|oversikten over) mål, tiltak og ansvar/i,
      nn: /(viser|oversikta over) mål, tiltak og ansvar/i,
      en: /(shows|overview of) goals, measures and responsibilities/i,
    },
  },
  {
    name: 'BTI',
    stands: /\bBTI\b/,
    explains: {
      nb: /BTI(\* er måten kommunen|, kommunens måte å samarbeide)/,
      nn: /BTI(\* er måten kommunen|, måten kommunen samarbeider)/,
      en: /BTI(\* is how the municipality|, how the municipality works)/,
    },
  },
  ...['0', '1', '2', '3'].map((level) => ({
    name: `level ${level}`,
    // In brackets behind the words that say it, a number needs no explanation.
    stands: new RegExp(`(?<!\\()(nivå|level) ${level}(?!–)`, 'i'),
    explains: {
      nb: new RegExp(`\\*nivå ${level}\\* (betyr|er)`, 'i'),
      nn: new RegExp(`\\*nivå ${level}\\* (betyr|er)`, 'i'),
      en: new RegExp(`\\*level ${level}\\* (means|is)`, 'i'),
    },
  })),
];

const standing = (step: Step, entry?: string): Walk => ({
  step,
  answers: [],
  isRestarted: false,
  ...(entry !== undefined && { entry }),
});

function cardWords(step: Step, locale: Locale): string {
  const model = { guide: theGuide, walk: standing(step), today, openness } as const;
  const isNumbers = step.kind === 'start' || step.kind === 'acute';
  const { card } = isNumbers ? render(guideNumbersView, model, locale, now) : render(guideStepView, model, locale, now);
  // The small last line names the post that answers for the text: a title, and nothing that anybody is asked to do.
  const own = wordsOn(card).filter((line) => !/^(Versjon|Version) /.test(line));
  return own.join('\n');
}

/** Where a person may go from a card. */
function onward(guide: GuideContent, step: Step): readonly string[] {
  const beside = step.also.flatMap((entryId) => guide.entries.get(entryId)?.to ?? []);
  return [...step.choices.map(({ to }) => to), ...beside];
}

/** The cards where the word stands before any card has explained it, on any walk that begins here. */
function unexplainedFrom(root: string, { stands, explains }: Term, words: ReadonlyMap<string, string>, locale: Locale) {
  const seen = new Set([root]);
  const found: string[] = [];
  for (const stepId of seen) {
    const said = words.get(stepId) ?? '';
    if (explains[locale].test(said)) continue;
    if (stands.test(said)) found.push(stepId);
    const step = theGuide.steps.get(stepId);
    for (const to of step ? onward(theGuide, step) : []) seen.add(to);
  }
  return found;
}

describe.each(locales)('a word of the model in %s', (locale) => {
  const words = new Map([...theGuide.steps].map(([stepId, step]) => [stepId, cardWords(step, locale)] as const));
  const roots = [theGuide.startId, theGuide.acuteId, ...[...theGuide.entries.values()].map(({ to }) => to)];

  it.each(terms)('($name) is explained no later than where it first stands, wherever a person begins', (term) => {
    expect([...words.values()].some((said) => term.explains[locale].test(said))).toBe(true);
    const found = roots.flatMap((root) =>
      unexplainedFrom(root, term, words, locale).map((stepId) => `${root} → ${stepId}`),
    );
    expect(found).toEqual([]);
  });
});
