import type { LocalText } from '../core/locale.ts';
import type { Dialogue, DialogueNode } from '../features/catalogue/dialogue.ts';
import type { DialogueStructure, DialogueWords } from './dialogue-schema.ts';

/** The words of this dialogue in all languages. Throws Failure `bug` where one has none. */
type InAll = (pick: (words: DialogueWords | undefined) => string | undefined) => LocalText;

/** Puts the ways and the words of a dialogue together. */
export function buildDialogue({ id, nodes, ends }: DialogueStructure, inAll: InAll): Dialogue {
  const built = (node: DialogueStructure['nodes'][number]): DialogueNode => ({
    nodeId: node.id,
    speaker: inAll((words) => words?.nodes[node.id]?.speaker),
    says: inAll((words) => words?.nodes[node.id]?.says),
    replies: node.replies.map((reply) => ({
      replyId: reply.id,
      text: inAll((words) => words?.nodes[node.id]?.replies[reply.id]?.text),
      feedback: inAll((words) => words?.nodes[node.id]?.replies[reply.id]?.feedback),
      nextId: reply.next,
    })),
  });
  const [first, ...others] = nodes;
  return {
    dialogueId: id,
    title: inAll((words) => words?.title),
    scene: inAll((words) => words?.scene),
    nodes: [built(first), ...others.map(built)],
    ends: ends.map((end) => ({
      ...{ endId: end.id, outcome: end.outcome },
      text: inAll((words) => words?.ends[end.id]),
    })),
  };
}
