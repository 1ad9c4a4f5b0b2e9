import type { DialogueStructure, DialogueWords } from './dialogue-schema.ts';

/** A text of a dialogue. `keys`: where it stands in a language file, below the dialogue. */
export type CardText = { text: string; keys: readonly string[] };

/** What a learner reads at once. `keys`: where it begins in a language file, below the dialogue. */
export type DialogueCard = { name: string; keys: readonly string[]; texts: readonly CardText[] };

/** The cards of a dialogue: the scene, what is said with the replies to it, and each reply with its feedback and the end it leads to. */
export function dialogueCards(dialogue: DialogueStructure, words: DialogueWords): readonly DialogueCard[] {
  const { title, scene, nodes, ends } = words;
  const turns = dialogue.nodes.flatMap((node): DialogueCard[] => {
    const said = nodes[node.id];
    if (!said) return [];
    const keys = ['nodes', node.id];
    const { speaker, says, replies } = said;
    const replyKeys = (id: string): string[] => [...keys, 'replies', id];
    return [
      {
        ...{ name: `the node ${node.id}`, keys },
        texts: [
          { text: speaker, keys: [...keys, 'speaker'] },
          { text: says, keys: [...keys, 'says'] },
          ...Object.entries(replies).map(([id, { text }]) => ({ text, keys: [...replyKeys(id), 'text'] })),
        ],
      },
      ...node.replies.map(({ id, next }) => ({
        ...{ name: `the reply ${id} of ${node.id}`, keys: replyKeys(id) },
        texts: [
          { text: replies[id]?.text ?? '', keys: [...replyKeys(id), 'text'] },
          { text: replies[id]?.feedback ?? '', keys: [...replyKeys(id), 'feedback'] },
          { text: ends[next] ?? '', keys: ['ends', next] },
        ],
      })),
    ];
  });
  const opening = { name: 'the scene', keys: ['scene'] };
  return [
    {
      ...opening,
      texts: [
        { text: title, keys: ['title'] },
        { text: scene, keys: ['scene'] },
      ],
    },
    ...turns,
  ].map((card) => ({ ...card, texts: card.texts.filter(({ text }) => text !== '') }));
}
