import type { Dialogue, DialogueNode } from '../features/catalogue/dialogue.ts';
import type { Module } from '../features/catalogue/module.ts';
import type { Position } from '../features/progress/steps.ts';
import { type DialogueWalk, type Exchange, repliesOf } from '../features/progress/walk-dialogue.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { dialogueButtons } from './dialogue-buttons.ts';
import { type Lines, lines, moduleFooter, moduleFrame } from './module-words.ts';

export type ModuleDialogueModel = {
  module: Module;
  place: Position;
  dialogue: Dialogue;
  /** Where the learner is in it; `undefined` before it is begun. */
  walk?: DialogueWalk;
  /** `reply`: the feedback on the last reply, before the talk goes on. */
  shows: 'turn' | 'reply';
  /** `finished`: an end was reached at some time, so the learner may go on from anywhere. */
  standing: 'open' | 'finished';
  /** Why this card is shown instead of what was pressed. */
  hint?: 'changed' | 'unpractised';
};

/** A practice dialogue: the scene, what the other says with the replies to choose from, the feedback on a reply, the end. */
export const moduleDialogueView = defineView<ModuleDialogueModel>('module-dialogue', (model, kit) => {
  const { module, place, dialogue, hint } = model;
  return {
    data: {
      ...moduleFrame(module, place, kit),
      hints: lines(hint && hintText(hint, kit)),
      heading: kit.pick(dialogue.title),
      ...partsOf(model, kit),
      footers: [moduleFooter(module, { position: place.position, partId: dialogue.dialogueId, mode: 'take' }, kit)],
      actions: dialogueButtons(model, kit),
    },
    summary: kit.t('module.summary', { module: kit.pick(module.title) }),
  };
});

type Parts = {
  texts: Lines;
  notes: Lines;
  trail: Lines;
  speeches: readonly object[];
  replies: readonly object[];
  chosen: readonly object[];
  endings: readonly object[];
};

const nothing: Parts = { texts: [], notes: [], trail: [], speeches: [], replies: [], chosen: [], endings: [] };

function partsOf({ module, dialogue, walk, shows }: ModuleDialogueModel, kit: ViewKit): Parts {
  if (!walk) {
    return { ...nothing, texts: lines(kit.pick(dialogue.scene)), notes: lines(kit.t('module.dialogue.privacy')) };
  }
  const last = walk.exchanges.at(-1);
  if (walk.at === 'end') {
    const { outcome, text } = walk.end;
    const ending = { ...endWords(outcome, kit), text: kit.pick(text) };
    return { ...nothing, trail: saidBy(walk.last.node, kit), chosen: [chosenOf(walk.last, kit)], endings: [ending] };
  }
  if (shows === 'reply' && last) return { ...nothing, trail: saidBy(last.node, kit), chosen: [chosenOf(last, kit)] };
  const { node } = walk;
  return {
    ...nothing,
    trail: last
      ? [...saidBy(last.node, kit), ...lines(kit.t('module.dialogue.you', { text: kit.pick(last.reply.text) }))]
      : [],
    speeches: [{ speaker: kit.pick(node.speaker), says: kit.pick(node.says) }],
    notes: lines(kit.t('module.dialogue.choose')),
    replies: node.replies.map(({ replyId, text }) => ({
      text: kit.pick(text),
      choose: kit.button('module.reply', kit.pick(text), {
        ...{ moduleId: module.moduleId, dialogueId: dialogue.dialogueId, nodeId: node.nodeId },
        replies: [...repliesOf(walk), replyId],
      }),
    })),
  };
}

const saidBy = ({ speaker, says }: DialogueNode, kit: ViewKit): Lines =>
  lines(kit.t('module.dialogue.other', { speaker: kit.pick(speaker), text: kit.pick(says) }));

const chosenOf = ({ reply }: Exchange, kit: ViewKit) => ({
  label: kit.t('module.dialogue.chosen'),
  said: kit.pick(reply.text),
  feedback: kit.pick(reply.feedback),
});

/** The colour says again what the words say. No end is a failure. */
function endWords(outcome: 'good' | 'ok' | 'poor', kit: ViewKit) {
  if (outcome === 'good') return { style: 'good', verdict: kit.t('module.dialogue.good') };
  if (outcome === 'ok') return { style: 'emphasis', verdict: kit.t('module.dialogue.ok') };
  return { style: 'warning', verdict: kit.t('module.dialogue.poor') };
}

const hintText = (hint: 'changed' | 'unpractised', kit: ViewKit): string =>
  hint === 'changed' ? kit.t('module.hint.changed') : kit.t('module.hint.unpractised');
