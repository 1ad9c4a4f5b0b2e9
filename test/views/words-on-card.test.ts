import { describe, expect, it } from 'vitest';
import { locales } from '../../src/core/locale.ts';
import type { StepKind } from '../../src/features/guide/guide.ts';
import { sectors } from '../../src/features/people/person.ts';
import { countWords } from '../../src/packs/count-words.ts';
import { guideNumbersView } from '../../src/views/guide-numbers.view.ts';
import { guideStepView } from '../../src/views/guide-step.view.ts';
import { theGuide } from '../features/guide/the-guide.ts';
import { guideRender } from './guide-kit.ts';
import { guideAtStep } from './guide-models.ts';

/**
 * All words that a person sees without pressing anything: sections, contacts and forms with the running text, which has a limit of its own
 * (60, in `lint-words`). A list to look something up in may be longer than a card that tells what to do.
 */
const mostSeen: Readonly<Record<StepKind, number>> = {
  start: 110,
  acute: 110,
  safety: 80,
  advice: 100,
  protect: 155,
  workplace: 60,
  duty: 205,
  ordinary: 110,
  end: 140,
  levels: 180,
  tools: 235,
  call: 275,
};

const render = await guideRender();
const now = new Date('2026-11-23T10:00:00Z');

function seen(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(seen);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && String(value.type).startsWith('Action.')) return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    if (key === 'selectAction' || key === 'choices') return [];
    if (typeof inside === 'string') return ['text', 'title', 'value', 'label'].includes(key) ? [inside] : [];
    return seen(inside);
  });
}

describe.each(locales)('what a person sees in %s', (locale) => {
  it.each([undefined, ...sectors])('has no more words than its kind of card may have, in %s', (sector) => {
    const tooMany = [...theGuide.steps.keys()].flatMap((stepId) => {
      const model = { ...guideAtStep(stepId, sector), leaderNames: [] };
      // Somebody whose service is known passes the question of it.
      const { kind } = model.walk.step;
      const view = kind === 'start' || kind === 'acute' ? guideNumbersView : guideStepView;
      const words = countWords(seen(render(view, model, locale, now).card).join(' '));
      return words > mostSeen[kind] ? [`${stepId} (${kind}): ${words}`] : [];
    });
    expect(tooMany).toEqual([]);
  });
});
