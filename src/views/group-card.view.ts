import type { GroupCardModel } from '../features/groups/group-card-model.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { stageWords } from './group-stage-words.ts';
import { lines, meetingFooter } from './module-words.ts';
import { progressBar } from './progress-bar.ts';

/** What the whole group sees: where the meeting is and how many are with us. Nobody's name. */
export const groupCardView = defineView<GroupCardModel>('group-card', (model, kit) => {
  const { module, state, part } = model;
  const of = module.group.stages.length;
  const isOpen = state === 'open';
  const heading = kit.pick(module.title);
  return {
    data: {
      where: isOpen ? kit.t('group.where', { part: part + 1, of }) : kit.t('group.title'),
      bars: isOpen ? progressBar(part + 1, of) : [],
      heading,
      stages: isOpen ? [stageBlock(model, kit)] : [],
      count: countText(model, kit),
      notes: lines(isOpen ? kit.t('group.rule') : kit.t('group.ended.late')),
      joins: isOpen ? [{ join: joinButton(model, kit) }] : [],
      footers: [footerOf(model, kit)],
      leads: lines(isOpen ? kit.t('group.for-lead') : undefined),
      actions: isOpen ? leadActions(model, kit) : [],
    },
    summary: kit.t('group.summary', { module: heading }),
  };
});

function stageBlock({ stage }: GroupCardModel, kit: ViewKit) {
  const { name, ...words } = stageWords(stage, 'group', kit);
  return { label: kit.t('group.stage-time', { stage: name, minutes: stage.minutes }), ...words };
}

function countText({ state, count }: GroupCardModel, kit: ViewKit): string {
  if (state === 'open') return kit.t('group.count', { count });
  if (state === 'cancelled') return kit.t('group.ended.cancelled');
  return state === 'closing' ? kit.t('group.ended.closing', { count }) : kit.t('group.ended.closed', { count });
}

/** The opening and the end have no words of the module. */
function footerOf({ sessionId, module, state, stage, part }: GroupCardModel, kit: ViewKit) {
  const canReport = state === 'open' && (stage.kind === 'question' || stage.kind === 'case');
  return meetingFooter(module, { sessionId, part, canReport }, kit);
}

const joinButton = ({ sessionId }: GroupCardModel, kit: ViewKit): CardAction =>
  kit.button('group.join', kit.t('group.join'), { sessionId }, 'positive');

/** Everybody sees them, and only the presses of the one who leads move anything. */
function leadActions({ sessionId, part, module }: GroupCardModel, kit: ViewKit): readonly CardAction[] {
  const actions: CardAction[] = [];
  const isLast = part + 1 >= module.group.stages.length;
  if (!isLast) actions.push(kit.button('group.stage', kit.t('group.next'), { sessionId, stage: part + 1 }));
  if (part > 0) actions.push(kit.button('group.stage', kit.t('group.back'), { sessionId, stage: part - 1 }));
  return [...actions, kit.button('group.end', kit.t('group.end'), { sessionId })];
}
