import { type LocalText, locales } from '../../core/locale.ts';
import { withAwaiting } from './awaiting.ts';
import type { GuideContent, Step } from './guide.ts';
import type { GuideProblem } from './guide-problem.ts';
import { opensLevel, placeOf, stepFor } from './levels.ts';

/** Heading and running text on one card, without choices, contacts and sections. */
const mostWords = 60;
/** A longer button is cut on a phone. */
const mostButtonLetters = 32;

/** No card may say that there is no duty: a section is a citation, and doubt ends in a call. */
const denials: readonly RegExp[] = [
  /\b(?:ingen|ikke|ikkje|inga)\s+(?:noen\s+|nokon\s+)?(?:melde|avvergings|avverjings)plikt/i,
  /\b(?:trenger|treng|behøver|må)\s+(?:du\s+)?(?:ikke|ikkje)\s+(?:å\s+)?meld/i,
  /\bno\s+(?:legal\s+)?duty\b|\b(?:need not|do not have to|don't have to)\s+report/i,
];

/** What the words on the cards must hold, whatever the municipality has written. */
export function lintWords(guide: GuideContent): readonly GuideProblem[] {
  return [
    ...[...guide.steps.values()].flatMap((step) => [
      ...inEveryService(step).flatMap((one) => [...denialsIn(one), ...tooLong(one, explanationOf(guide, one))]),
      ...longButtons(step),
    ]),
    ...[...guide.entries.values()]
      .filter(({ label }) => isCut(label))
      .map(({ entryId }) => ({
        message: `the entry ${entryId} has more than ${mostButtonLetters} characters and is cut on a phone`,
        remedy: 'Shorten it.',
      })),
  ];
}

/** The step for everybody, and as each of its variants makes it, also with what awaits approval. */
const inEveryService = (step: Step): readonly Step[] =>
  [step, ...step.variants.map(({ sectors: [sector] }) => stepFor(step, sector))].map(withAwaiting);

/** What stands on the first card of a level besides its own words. */
function explanationOf(guide: GuideContent, step: Step): readonly LocalText[] {
  const place = placeOf(guide.levels, guide.steps, step);
  if (!place || !opensLevel(guide.steps, step)) return [];
  const starts = guide.levels.starts.filter(({ fromLevel }) => fromLevel === place.level.levelId);
  return [place.level.explained, ...starts.map(({ explained }) => explained)];
}

function denialsIn(step: Step): readonly GuideProblem[] {
  const said = allTexts(step).flatMap((text) => locales.map((locale) => text[locale]));
  if (!said.some((sentence) => denials.some((denial) => denial.test(sentence)))) return [];
  return [
    {
      stepId: step.stepId,
      message: 'the card says that there is no duty to report',
      remedy: 'Take it out: doubt ends in "drøft anonymt med barnevernet i dag".',
    },
  ];
}

function tooLong(step: Step, around: readonly LocalText[]): readonly GuideProblem[] {
  return locales.flatMap((locale) => {
    const words = [step.heading, ...around, ...runningTexts(step)].reduce(
      (sum, text) => sum + countWords(text[locale]),
      0,
    );
    if (words <= mostWords) return [];
    return [
      {
        stepId: step.stepId,
        message: `${words} words in ${locale}, more than ${mostWords}`,
        remedy: 'Shorten it, or split the step in two.',
      },
    ];
  });
}

function longButtons(step: Step): readonly GuideProblem[] {
  return step.choices
    .filter(({ label }) => isCut(label))
    .map(({ choiceId }) => ({
      stepId: step.stepId,
      message: `the choice ${choiceId} has more than ${mostButtonLetters} characters and is cut on a phone`,
      remedy: 'Shorten it, or make two choices of it.',
    }));
}

const isCut = (label: LocalText): boolean => locales.some((locale) => label[locale].length > mostButtonLetters);

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function runningTexts(step: Step): readonly LocalText[] {
  const parts = step.kind === 'ordinary' && step.parts ? Object.values(step.parts) : [];
  return [...step.text, ...step.dos, ...step.donts, ...parts];
}

function allTexts(step: Step): readonly LocalText[] {
  const choices = step.choices.map((choice) => choice.label);
  return [step.heading, ...(step.question ? [step.question] : []), ...choices, ...runningTexts(step)];
}
