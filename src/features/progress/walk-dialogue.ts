import type { Dialogue, DialogueEnd, DialogueNode, DialogueReply } from '../catalogue/dialogue.ts';

/** What the other said, and what the learner replied. */
export type Exchange = { node: DialogueNode; reply: DialogueReply };

/** Where the replies led. `exchanges` is the way there; an end has at least one. */
export type DialogueWalk =
  | { at: 'node'; exchanges: readonly Exchange[]; node: DialogueNode }
  | { at: 'end'; exchanges: readonly Exchange[]; last: Exchange; end: DialogueEnd };

/**
 * Replays the replies from the first node. It stops at the nearest place to which they still lead: the owner may have changed the
 * dialogue since they were chosen, and a card may hold anything.
 */
export function walkDialogue(dialogue: Dialogue, replyIds: readonly string[]): DialogueWalk {
  const exchanges: Exchange[] = [];
  let [node] = dialogue.nodes;
  for (const replyId of replyIds) {
    const reply = node.replies.find((one) => one.replyId === replyId);
    if (!reply) break;
    const last = { node, reply };
    const end = dialogue.ends.find(({ endId }) => endId === reply.nextId);
    if (end) return { at: 'end', exchanges: [...exchanges, last], last, end };
    const next = dialogue.nodes.find(({ nodeId }) => nodeId === reply.nextId);
    if (!next) break;
    exchanges.push(last);
    node = next;
  }
  return { at: 'node', exchanges, node };
}

export const repliesOf = ({ exchanges }: DialogueWalk): string[] => exchanges.map(({ reply }) => reply.replyId);
