import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DialogueStructure } from '../../src/packs/dialogue-schema.ts';
import { findCircle, longestWay, reachedFrom, waysOf } from '../../src/packs/dialogue-ways.ts';

const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5'];
const node = (targets: readonly string[]) => (id: string) =>
  fc.array(fc.constantFrom(...targets), { minLength: 2, maxLength: 3 }).map((nexts) => ({
    ...{ id, replies: nexts.map((next, at) => ({ id: `r${at}`, next })) },
  }));
const end = { id: 'end', outcome: 'good' as const };

/** Nodes whose replies lead anywhere. */
const anyDialogue: fc.Arbitrary<DialogueStructure> = fc
  .tuple(node([...ids, 'end'])('n0'), ...ids.slice(1).map(node([...ids, 'end'])))
  .map(([first, ...others]) => ({ id: 'd', nodes: [first, ...others], ends: [end] }));

/** Nodes whose replies lead to later ones only. */
const forwardDialogue: fc.Arbitrary<DialogueStructure> = fc
  .tuple(node([...ids.slice(1), 'end'])('n0'), ...ids.slice(1).map((id, at) => node([...ids.slice(at + 2), 'end'])(id)))
  .map(([first, ...others]) => ({ id: 'd', nodes: [first, ...others], ends: [end] }));

describe('the ways through a dialogue', () => {
  it('have no circle when every reply leads on, and then at most one reply for each node', () => {
    const property = fc.property(forwardDialogue, (dialogue) => {
      expect(findCircle(dialogue)).toBeUndefined();
      expect(longestWay(dialogue)).toBeGreaterThanOrEqual(1);
      expect(longestWay(dialogue)).toBeLessThanOrEqual(dialogue.nodes.length);
    });
    fc.assert(property, { seed: 20261123 });
  });

  it('show a circle whose every step is a reply', () => {
    const property = fc.property(anyDialogue, (dialogue) => {
      const circle = findCircle(dialogue) ?? [];
      const ways = waysOf(dialogue).map(({ from, to }) => `${from} → ${to}`);
      const steps = circle.slice(1).map((id, at) => `${circle[at]} → ${id}`);
      expect(circle[0]).toBe(circle.at(-1));
      expect(steps.filter((step) => !ways.includes(step))).toEqual([]);
    });
    fc.assert(property, { seed: 20261123 });
  });

  it('without a circle reach an end', () => {
    const property = fc.property(anyDialogue, (dialogue) => {
      if (findCircle(dialogue)) return;
      expect(reachedFrom(dialogue)).toContain('end');
    });
    fc.assert(property, { seed: 20261123 });
  });
});
