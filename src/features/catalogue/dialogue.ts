import type { LocalText } from '../../core/locale.ts';

/** Something that one can say or do. `nextId` names a node or an end of the same dialogue. */
export type DialogueReply = { replyId: string; text: LocalText; feedback: LocalText; nextId: string };

/** What the other says, and the two or three replies to it. `speaker` is who speaks, or when it is. */
export type DialogueNode = {
  nodeId: string;
  speaker: LocalText;
  says: LocalText;
  replies: readonly DialogueReply[];
};

/** How the talk went, and what there is to learn from it. */
export type DialogueEnd = { endId: string; outcome: DialogueOutcome; text: LocalText };
export type DialogueOutcome = 'good' | 'ok' | 'poor';

/** A fictional talk to practise on: what would you say? It begins at the first node, never comes back to one, and always ends. */
export type Dialogue = {
  dialogueId: string;
  title: LocalText;
  /** What has happened before, and where one is. */
  scene: LocalText;
  nodes: readonly [DialogueNode, ...DialogueNode[]];
  ends: readonly DialogueEnd[];
};
