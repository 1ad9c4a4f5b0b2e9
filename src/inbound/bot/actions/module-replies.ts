import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { type Catalogue, isForPerson } from '../../../features/catalogue/catalogue.ts';
import type { IdeaCard, Module } from '../../../features/catalogue/module.ts';
import type { GuideContent } from '../../../features/guide/guide.ts';
import { canDo } from '../../../features/people/permissions.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import { checkAnswer } from '../../../features/progress/check-answer.ts';
import { findTarget, type Target } from '../../../features/progress/keep-place.ts';
import { nextPriorityModule, type OwnModule, readOwnModules } from '../../../features/progress/own-modules.ts';
import { priorRow } from '../../../features/progress/prior.ts';
import { firstCycle, type Progress, type StartedProgress } from '../../../features/progress/progress.ts';
import { progressKey } from '../../../features/progress/progress-rows.ts';
import { placeAt, readingPlaceAt } from '../../../features/progress/steps.ts';
import { walkDialogue } from '../../../features/progress/walk-dialogue.ts';
import { type CatalogueNotice, catalogueView } from '../../../views/catalogue.view.ts';
import type { View } from '../../../views/define-view.ts';
import { type ModuleCardModel, moduleCardView } from '../../../views/module-card.view.ts';
import { type ModuleDialogueModel, moduleDialogueView } from '../../../views/module-dialogue.view.ts';
import { type ModuleDoneModel, moduleDoneView } from '../../../views/module-done.view.ts';
import { moduleQuestionView, type QuestionHint } from '../../../views/module-question.view.ts';
import { moduleReflectionView } from '../../../views/module-reflection.view.ts';
import type { Render } from '../../../views/render.ts';
import type { ActionContext, Reply } from '../action.ts';
import { actingPerson, learningPerson } from './acting-person.ts';

export type ModuleReplyNeeds = {
  render: Render;
  people: PersonStore;
  catalogue: Catalogue;
  guide: GuideContent;
  zone: TimeZone;
  /** Absent: the municipality has not turned diplomas on. */
  diplomaOffer?: 'offered';
};

/** Why the card is shown instead of what was pressed. `replied`: a reply in a dialogue, so its feedback comes first. */
export type StepHint = QuestionHint | 'unpractised' | 'replied';

export type ModuleReplies = {
  /** `notice`: why the list is shown instead of what was pressed. */
  list(context: ActionContext, notice?: CatalogueNotice): Promise<Reply>;
  /** The list that says what to take first, when the pack asks for it and the module is not begun. */
  takeFirst(context: ActionContext, module: Module): Promise<Reply | undefined>;
  /** The card where the learner is, or the finished card. */
  progress(context: ActionContext, module: Module, progress: Progress, hint?: StepHint): Promise<Reply>;
  done(context: ActionContext, module: Module, completedAt: Date, when: ModuleDoneModel['when']): Promise<Reply>;
  /** A card of a finished module, without its questions. */
  reread(context: ActionContext, module: Module, target: Target): Reply;
};

type DialogueStep = Pick<ModuleDialogueModel, 'module' | 'place' | 'dialogue'> & {
  progress: StartedProgress;
  hint?: StepHint;
};

/** For who may lead a meeting about a module. */
const groupOffer = ({ actor }: ActionContext): { group?: 'offered' } =>
  canDo(actor, 'group.lead') ? { group: 'offered' } : {};

/** The cards of the module actions. Each takes the place of the pressed one. */
export function createModuleReplies(needs: ModuleReplyNeeds): ModuleReplies {
  const reply = <M>(context: ActionContext, view: View<M>, model: M): Reply => ({
    place: 'replace',
    message: needs.render(view, model, context.locale, context.now),
  });
  const own = (context: ActionContext): Promise<readonly OwnModule[]> =>
    readOwnModules(needs, learningPerson(context), localDateAt(context.now, needs.zone));

  const lawsOf = ({ lawIds = [] }: IdeaCard) =>
    lawIds.flatMap((id) => needs.guide.laws.find(({ lawId }) => lawId === id) ?? []);

  const done: ModuleReplies['done'] = async (context, module, completedAt, when) => {
    const modules = await own(context);
    return reply(context, moduleDoneView, {
      module,
      completedAt,
      when,
      next: nextPriorityModule(modules),
      own: modules,
      diplomas: needs.diplomaOffer,
      ...groupOffer(context),
    });
  };

  const practised = (context: ActionContext, { progress, hint, ...model }: DialogueStep): Reply => {
    const begun = progress.dialogues?.[model.dialogue.dialogueId];
    return reply(context, moduleDialogueView, {
      ...model,
      walk: begun && walkDialogue(model.dialogue, begun.replies),
      shows: hint === 'replied' ? 'reply' : 'turn',
      standing: begun?.isFinished ? 'finished' : 'open',
      hint: hint === 'changed' || hint === 'unpractised' ? hint : undefined,
    });
  };

  /** Only the first card of a module has it, and only the first time round. */
  const priorMark = async (
    context: ActionContext,
    module: Module,
    position: number,
    { cycle }: StartedProgress,
  ): Promise<ModuleCardModel['prior']> => {
    if (position > 0 || cycle > firstCycle || !needs.catalogue.priorLearning) return undefined;
    // Who reads it in the place of a leader has nothing to be confirmed.
    if (!isForPerson(module, learningPerson(context))) return undefined;
    const key = progressKey(module.moduleId, firstCycle);
    const prior = (await needs.people.get(actingPerson(context).personId, priorRow, key))?.value;
    return prior?.state === 'waiting' || prior?.state === 'declined' ? prior.state : 'offered';
  };

  const started = async (
    context: ActionContext,
    module: Module,
    progress: StartedProgress,
    hint?: StepHint,
  ): Promise<Reply> => {
    const place = placeAt(module, progress.position);
    const { step } = place;
    const changed = hint === 'changed' ? hint : undefined;
    if (step.kind === 'idea') {
      const prior = await priorMark(context, module, place.position, progress);
      return reply(context, moduleCardView, {
        module,
        place,
        card: step.card,
        laws: lawsOf(step.card),
        mode: 'take',
        hint: changed,
        prior,
      });
    }
    if (step.kind === 'reflection') {
      return reply(context, moduleReflectionView, { module, place, prompts: step.prompts, hint: changed });
    }
    if (step.kind === 'dialogue') return practised(context, { module, place, dialogue: step.dialogue, progress, hint });
    const { question, number, questions } = step;
    const answer = progress.answers[question.questionId];
    const check = answer && checkAnswer(question, answer);
    return reply(context, moduleQuestionView, {
      module,
      place,
      question,
      number,
      questions,
      check,
      hint: questionHint(hint),
    });
  };

  return {
    list: async (context, notice) =>
      reply(context, catalogueView, { own: await own(context), notice, ...groupOffer(context) }),
    takeFirst: async (context, module) => {
      if (module.takeFirst.length === 0) return undefined;
      const modules = await own(context);
      const waitsFor = modules.find((item) => item.module.moduleId === module.moduleId)?.waitsFor ?? [];
      if (waitsFor.length === 0) return undefined;
      return reply(context, catalogueView, { own: modules, notice: { takeFirst: waitsFor }, ...groupOffer(context) });
    },
    progress: async (context, module, progress, hint) =>
      progress.state === 'completed'
        ? done(context, module, progress.completedAt, 'earlier')
        : started(context, module, progress, hint),
    done,
    reread: (context, module, target) => {
      const { position, isGone } = findTarget(module, target);
      const { card, ...place } = readingPlaceAt(module, position);
      const hint = isGone ? { hint: 'changed' as const } : {};
      return reply(context, moduleCardView, { module, place, card, laws: lawsOf(card), mode: 'reread', ...hint });
    },
  };
}

/** What a question has words for. */
const questionHint = (hint: StepHint | undefined): QuestionHint | undefined =>
  hint === 'unpractised' || hint === 'replied' ? undefined : hint;
