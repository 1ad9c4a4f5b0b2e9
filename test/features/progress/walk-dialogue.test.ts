import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repliesOf, walkDialogue } from '../../../src/features/progress/walk-dialogue.ts';
import { aDialogue } from '../../support/dialogue-builder.ts';

const dialogue = aDialogue('samtalen');
const replyIds = dialogue.nodes.flatMap(({ replies }) => replies.map(({ replyId }) => replyId));
const anyReplies = fc.array(fc.oneof(fc.constantFrom(...replyIds), fc.string()), { maxLength: 8 });

describe('a walk through a dialogue', () => {
  it('begins at the first node', () => {
    expect(walkDialogue(dialogue, [])).toMatchObject({ at: 'node', exchanges: [], node: { nodeId: 'start' } });
  });

  it('keeps what was said on the way, and stops at the end', () => {
    const walk = walkDialogue(dialogue, ['skjult', 'igjen', 'avtale', 'and more']);
    expect(walk).toMatchObject({ at: 'end', end: { endId: 'avtalt' }, last: { reply: { replyId: 'avtale' } } });
    expect(walk.exchanges.map(({ node }) => node.nodeId)).toEqual(['start', 'uklar', 'sammen']);
  });

  it('stops at the nearest place when a reply is not there any more', () => {
    expect(walkDialogue(dialogue, ['skjult', 'gone', 'avtale'])).toMatchObject({
      at: 'node',
      node: { nodeId: 'uklar' },
    });
  });

  it('stops before a reply that leads nowhere', () => {
    const [start, ...others] = dialogue.nodes;
    const replies = start.replies.map((reply) => ({ ...reply, nextId: 'gone' }));
    const torn = aDialogue('samtalen', { nodes: [{ ...start, replies }, ...others] });
    expect(walkDialogue(torn, ['fakta'])).toMatchObject({ at: 'node', exchanges: [], node: { nodeId: 'start' } });
  });

  it('is somewhere whatever a card holds, and the same when it is walked again', () => {
    const property = fc.property(anyReplies, (replies) => {
      const walk = walkDialogue(dialogue, replies);
      const way = repliesOf(walk);
      expect(way).toEqual(replies.slice(0, way.length));
      expect(walkDialogue(dialogue, way)).toEqual(walk);
    });
    fc.assert(property, { seed: 20261123 });
  });

  it('leads to an end whichever of the replies are chosen', () => {
    const property = fc.property(fc.infiniteStream(fc.nat(5)), (choices) => {
      let walk = walkDialogue(dialogue, []);
      for (let turn = 0; turn < dialogue.nodes.length && walk.at === 'node'; turn += 1) {
        const { replies } = walk.node;
        const chosen = replies[(choices.next().value ?? 0) % replies.length]?.replyId ?? '';
        walk = walkDialogue(dialogue, [...repliesOf(walk), chosen]);
      }
      return walk.at === 'end';
    });
    fc.assert(property, { seed: 20261123 });
  });
});
