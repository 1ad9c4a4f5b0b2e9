import type { Module } from '../catalogue/module.ts';
import type { PersonStore } from '../people/person-store.ts';
import { type AlreadyCompleted, changeStarted, type StartedDecision } from './change-progress.ts';
import { placedAt } from './keep-place.ts';
import type { StartedProgress } from './progress.ts';
import { dialoguePosition } from './steps.ts';
import { type DialogueWalk, repliesOf, walkDialogue } from './walk-dialogue.ts';

/** The whole way to a place in a dialogue, so that the same press delivered four times goes there once. */
export type DialogueMove = {
  dialogueId: string;
  replies: readonly string[];
  /** The node that the card showed when the last of the replies was chosen. Absent when going back. */
  nodeId?: string;
};

type Practised =
  | { outcome: 'moved'; progress: StartedProgress }
  /** The way leads nowhere any more: the module was changed meanwhile. Nothing was changed. */
  | { outcome: 'way-gone'; progress: StartedProgress };
export type PractiseDialogueResult = Practised | AlreadyCompleted;

/** Goes to a place in a dialogue, forward or back. Of two devices the last press wins. Having been at an end once is kept. */
function decideMove(module: Module, from: StartedProgress, move: DialogueMove): StartedDecision<Practised> {
  const index = module.dialogues.findIndex(({ dialogueId }) => dialogueId === move.dialogueId);
  const dialogue = module.dialogues[index];
  const walk = dialogue && walkDialogue(dialogue, move.replies);
  if (!walk || !isWholeWay(walk, move)) return { result: { outcome: 'way-gone', progress: from } };
  const progress = movedTo(placedAt(module, from, dialoguePosition(module, index)), move, walk);
  return { result: { outcome: 'moved', progress }, progress };
}

function isWholeWay(walk: DialogueWalk, { replies, nodeId }: DialogueMove): boolean {
  if (walk.exchanges.length !== replies.length) return false;
  return nodeId === undefined || walk.exchanges.at(-1)?.node.nodeId === nodeId;
}

function movedTo(from: StartedProgress, { dialogueId }: DialogueMove, walk: DialogueWalk): StartedProgress {
  const before = from.dialogues?.[dialogueId];
  const replies = repliesOf(walk);
  const isFinished = before?.isFinished === true || walk.at === 'end';
  if (before?.isFinished === isFinished && before.replies.join() === replies.join()) return from;
  return { ...from, dialogues: { ...from.dialogues, [dialogueId]: { replies, isFinished } } };
}

/** Throws Failure `unavailable` or `throttled` from storage. */
export async function practiseDialogue(
  needs: { people: PersonStore },
  personId: string,
  module: Module,
  move: DialogueMove,
  now: Date,
): Promise<PractiseDialogueResult> {
  return changeStarted(needs.people, personId, module, now, (from) => decideMove(module, from, move));
}
