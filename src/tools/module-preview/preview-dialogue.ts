import type { Message } from '../../core/card.ts';
import type { Locale } from '../../core/locale.ts';
import type { Dialogue } from '../../features/catalogue/dialogue.ts';
import { walkDialogue } from '../../features/progress/walk-dialogue.ts';
import { type ModuleDialogueModel, moduleDialogueView } from '../../views/module-dialogue.view.ts';
import type { Render } from '../../views/render.ts';

/** One thing that a learner may see at a step. */
export type Shown = { row: string; draw(locale: Locale): Message };

/** A dialogue as a learner meets it: the scene, then each node, and below it each reply with its feedback and the end it leads to. */
export function dialogueShown(
  base: Pick<ModuleDialogueModel, 'module' | 'place' | 'dialogue'>,
  render: Render,
  now: Date,
): readonly Shown[] {
  const { dialogue } = base;
  const shown = (row: string, model: Pick<ModuleDialogueModel, 'walk' | 'shows'>): Shown => ({
    row,
    draw: (locale) => render(moduleDialogueView, { ...base, ...model, standing: 'open' }, locale, now),
  });
  const ways = shortestWays(dialogue);
  const nodes = dialogue.nodes.flatMap(({ nodeId, replies }) => {
    const way = ways.get(nodeId);
    if (!way) return [];
    return [
      shown(nodeId, { walk: walkDialogue(dialogue, way), shows: 'turn' }),
      ...replies.map(({ replyId }) =>
        shown(`${nodeId}: svarer ${replyId}`, { walk: walkDialogue(dialogue, [...way, replyId]), shows: 'reply' }),
      ),
    ];
  });
  return [shown('scenen', { shows: 'turn' }), ...nodes];
}

/** By nodeId, the fewest replies that lead there. A node that nobody comes to is not in it. */
function shortestWays({ nodes }: Dialogue): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>([[nodes[0].nodeId, []]]);
  // A map hands out what is added to it while it is read.
  for (const [nodeId, way] of ways) {
    const node = nodes.find((one) => one.nodeId === nodeId);
    for (const { replyId, nextId } of node?.replies ?? []) {
      if (!ways.has(nextId)) ways.set(nextId, [...way, replyId]);
    }
  }
  return ways;
}
