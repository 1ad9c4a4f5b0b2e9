import type { DialogueStructure } from './dialogue-schema.ts';

/** A reply and where it leads, with its place in module.yaml below the dialogue. */
export type Way = { from: string; reply: string; to: string; keys: readonly PropertyKey[] };

export const waysOf = ({ nodes }: DialogueStructure): readonly Way[] =>
  nodes.flatMap((node, at) =>
    node.replies.map((reply, index) => ({
      ...{ from: node.id, reply: reply.id, to: reply.next },
      keys: ['nodes', at, 'replies', index, 'next'],
    })),
  );

/** What can be come to from the first node, that node among it. */
export function reachedFrom(dialogue: DialogueStructure): ReadonlySet<string> {
  const ways = waysOf(dialogue);
  const reached = new Set([dialogue.nodes[0].id]);
  // A set hands out what is added to it while it is read.
  for (const id of reached) for (const { to } of ways.filter(({ from }) => from === id)) reached.add(to);
  return reached;
}

/** A way that comes back to a node on it: the nodes in order, the first again at the end. `undefined` when there is none. */
export function findCircle(dialogue: DialogueStructure): readonly string[] | undefined {
  const ways = waysOf(dialogue);
  const safe = new Set<string>();
  const walk = (id: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    if (safe.has(id)) return undefined;
    for (const { to } of ways.filter(({ from }) => from === id)) {
      const circle = walk(to, [...trail, id]);
      if (circle) return circle;
    }
    safe.add(id);
    return undefined;
  };
  return dialogue.nodes.map(({ id }) => walk(id, [])).find((circle) => circle !== undefined);
}

/** The most replies that somebody may have to choose before an end. Only for a dialogue without circles. */
export function longestWay(dialogue: DialogueStructure): number {
  const ways = waysOf(dialogue);
  const known = new Map<string, number>();
  const from = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const length = Math.max(0, ...ways.filter((way) => way.from === id).map(({ to }) => 1 + from(to)));
    known.set(id, length);
    return length;
  };
  return from(dialogue.nodes[0].id);
}
