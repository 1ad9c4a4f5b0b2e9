import type { Dialogue } from '../features/catalogue/dialogue.ts';
import type { Module } from '../features/catalogue/module.ts';
import type { Law } from '../features/guide/facts.ts';
import type { Place, Step } from '../features/progress/steps.ts';
import { type ContentNotice, noticeOf } from './content-change-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { endWords } from './dialogue-words.ts';
import { linkSetsOf, picturesOf } from './idea-parts.ts';
import { lawLine, lines } from './module-words.ts';

export type ContentCardModel = {
  module: Module;
  place: Place;
  isHidden: boolean;
  /** The sections that the card builds on. */
  laws?: readonly Law[];
  notice?: ContentNotice;
};

/** One card of a module for who answers for it: what a learner sees with the right answers shown, and whether it is taken away. */
export const contentCardView = defineView<ContentCardModel>('content-card', (model, kit) => {
  const { module, place, isHidden, laws = [], notice } = model;
  const { step, position, of } = place;
  const hidden = isHidden ? [{ text: kit.t('content.card.hidden'), style: 'warning' as const }] : [];
  return {
    data: {
      where: kit.t('content.card.where', { module: kit.pick(module.title), number: position + 1, of }),
      notices: [...noticeOf(notice, kit), ...hidden],
      pictures: step.kind === 'idea' ? picturesOf(module, step.card, position, kit) : [],
      ...wordsOf(step, kit),
      linkSets: linksBelow(module, place, kit),
      laws: lines(lawLine(laws, kit)),
      actions: actionsOf(model, kit),
    },
    summary: kit.t('content.summary'),
  };
});

type StepWords = { heading: string; texts: readonly { text: string }[]; options: readonly Option[] };
type Option = { sign: '✓' | '✗'; colour: 'Good' | 'Attention'; text: string; feedback: string };

function wordsOf(step: Step, kit: ViewKit): StepWords {
  switch (step.kind) {
    case 'idea': {
      const { heading, text } = step.card;
      return { heading: kit.pick(heading), texts: [{ text: kit.pick(text) }], options: [] };
    }
    case 'question': {
      const { number, questions, question } = step;
      return {
        heading: kit.t('module.question.heading', { number, questions }),
        texts: [{ text: kit.pick(question.prompt) }],
        options: question.options.map(({ text, isCorrect, feedback }) => ({
          sign: isCorrect ? '✓' : '✗',
          colour: isCorrect ? 'Good' : 'Attention',
          text: kit.pick(text),
          feedback: kit.pick(feedback),
        })),
      };
    }
    case 'dialogue':
      return {
        heading: kit.pick(step.dialogue.title),
        texts: dialogueTexts(step.dialogue, kit).map((text) => ({ text })),
        options: [],
      };
    case 'reflection':
      return {
        heading: kit.t('module.reflection.heading'),
        texts: step.prompts.map((text) => ({ text: kit.pick(text) })),
        options: [],
      };
  }
}

/** With the last card come the links that a learner gets when the module is done. */
function linksBelow(module: Module, { step, position, of }: Place, kit: ViewKit) {
  const onCard = step.kind === 'idea' ? step.card.links : [];
  return linkSetsOf([...onCard, ...(position + 1 === of ? (module.learnMore ?? []) : [])], kit);
}

/** The whole talk, to be read from top to bottom: each thing that is said, the replies to it, and how it may end. */
function dialogueTexts({ scene, nodes, ends }: Dialogue, kit: ViewKit): readonly string[] {
  return [
    kit.pick(scene),
    ...nodes.map(({ speaker, says, replies }) =>
      [
        `**${kit.pick(speaker)}:** ${kit.pick(says)}`,
        ...replies.map(({ text, feedback }) => `- ${kit.pick(text)} *${kit.pick(feedback)}*`),
      ].join('\n'),
    ),
    ends.map(({ outcome, text }) => `- **${endWords(outcome, kit).verdict}:** ${kit.pick(text)}`).join('\n'),
  ];
}

function actionsOf({ module, place, isHidden }: ContentCardModel, kit: ViewKit): readonly CardAction[] {
  const { moduleId } = module;
  const { step, position, of } = place;
  const to = (at: number, title: string): CardAction => kit.button('content.card', title, { moduleId, position: at });
  return [
    ...(position + 1 < of ? [{ ...to(position + 1, kit.t('content.card.next')), style: 'positive' }] : []),
    ...(position + 1 === of
      ? [kit.button('content.group', kit.t('content.card.group'), { moduleId }, 'positive')]
      : []),
    ...(position > 0 ? [to(position - 1, kit.t('content.card.previous'))] : []),
    ...(step.kind === 'idea' ? [toggle(moduleId, step.card.cardId, isHidden, kit)] : []),
    kit.button('content.module', kit.t('content.card.done'), { moduleId }),
  ];
}

function toggle(moduleId: string, cardId: string, isHidden: boolean, kit: ViewKit): CardAction {
  const data = { moduleId, cardId };
  if (isHidden) return kit.button('content.restore', kit.t('content.card.restore'), data);
  return kit.button('content.withdraw', kit.t('content.card.withdraw'), data, 'destructive');
}
