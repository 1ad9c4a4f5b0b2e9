import { Failure } from '../../core/failure.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Dialogue } from '../catalogue/dialogue.ts';
import type { IdeaCard, Module, QuizQuestion } from '../catalogue/module.ts';

/** One card of a module as the learner meets it. */
export type Step =
  | { kind: 'idea'; card: IdeaCard }
  /** `number` counts the module's questions from 1. */
  | { kind: 'question'; question: QuizQuestion; number: number; questions: number }
  | { kind: 'dialogue'; dialogue: Dialogue }
  | { kind: 'reflection'; prompts: readonly LocalText[] };

/** Where in a module: `position` from 0 and always inside it, `of` is the number of steps. */
export type Position = { position: number; of: number };
export type Place = Position & { step: Step };

/** The module's steps in order: the idea cards, the quiz questions, the dialogues, and one reflection when the module has any. */
export function stepsOf(module: Module): readonly Step[] {
  const questions = module.quiz.length;
  return [
    ...module.cards.map((card): Step => ({ kind: 'idea', card })),
    ...module.quiz.map((question, index): Step => ({ kind: 'question', question, number: index + 1, questions })),
    ...module.dialogues.map((dialogue): Step => ({ kind: 'dialogue', dialogue })),
    ...(module.reflection.length > 0 ? [{ kind: 'reflection' as const, prompts: module.reflection }] : []),
  ];
}

/** What a step is called wherever it stands: by its kind, since a card and a question may have one id. */
function stepIdOf(step: Step): string {
  if (step.kind === 'idea') return `idea:${step.card.cardId}`;
  if (step.kind === 'question') return questionStepId(step.question.questionId);
  return step.kind === 'dialogue' ? `dialogue:${step.dialogue.dialogueId}` : step.kind;
}

export const questionStepId = (questionId: string): string => `question:${questionId}`;
export const stepIdsOf = (module: Module): readonly string[] => stepsOf(module).map(stepIdOf);

export const stepCount = (module: Module): number => stepsOf(module).length;

/** The nearest position that the module has. Old cards in a chat may name one that is gone. */
export function clampPosition(module: Module, position: number): number {
  return Math.min(Math.max(Math.trunc(position), 0), stepCount(module) - 1);
}

/** The step at the nearest position that exists. Throws Failure `bug` for a module without any step, which the pack loader refuses. */
export function placeAt(module: Module, position: number): Place {
  const steps = stepsOf(module);
  const at = clampPosition(module, position);
  const step = steps[at];
  if (!step) throw new Failure('bug', `module ${module.moduleId} has no cards; give it at least one in the pack`);
  return { step, position: at, of: steps.length };
}

/** The nearest idea card, for reading a finished module again: then the cards are all there is. */
export function readingPlaceAt(module: Module, position: number): Position & { card: IdeaCard } {
  const of = module.cards.length;
  const at = Math.min(Math.max(Math.trunc(position), 0), of - 1);
  const card = module.cards[at];
  if (!card) throw new Failure('bug', `module ${module.moduleId} has no cards; give it at least one in the pack`);
  return { card, position: at, of };
}

/** The position of the module's n-th question, counted from 0. */
export const questionPosition = (module: Module, index: number): number => module.cards.length + index;

/** The position of the module's n-th dialogue, counted from 0. */
export const dialoguePosition = (module: Module, index: number): number =>
  module.cards.length + module.quiz.length + index;
