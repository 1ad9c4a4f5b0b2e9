import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/core/card.ts';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import type { FileInfo } from '../../../src/core/file-card.ts';
import type { FileChat } from '../../../src/features/progress/file-chat.ts';
import type { Reply } from '../../../src/inbound/bot/action.ts';
import { readTurn } from '../../../src/inbound/bot/read-turn.ts';
import { createSettleConsent } from '../../../src/inbound/bot/settle-consent.ts';
import type { Turn } from '../../../src/inbound/bot/turn.ts';
import { consentActivity, fileActivity, tenantId } from './activities.ts';

const message = (summary: string): Message => ({
  card: { type: 'AdaptiveCard', version: '1.5', fallbackText: summary },
  summary,
});
const file: FileInfo = { name: 'k.pdf', contentUrl: 'https://x/k.pdf', uniqueId: 'u', fileType: 'pdf', text: 'her' };

function turnOf(more: object = {}): Turn {
  const turn = readTurn(consentActivity({ action: 'accept', context: { verb: 'diploma.accept' } }, more));
  if (!turn) throw new Error('the test activity is wrong');
  return turn;
}

function setUp(given: Partial<FileChat> = {}) {
  const said: string[] = [];
  const events: TelemetryEvent[] = [];
  const standing = new Set(['question-1', 'question-2']);
  const chat: FileChat = {
    async takeAway(_conversation, activityId) {
      said.push(`away ${activityId}`);
      return standing.delete(activityId) ? 'taken' : 'gone';
    },
    async say(_conversation, what) {
      said.push('card' in what ? `card ${what.summary}` : `file ${what.name}`);
      return { outcome: 'said' };
    },
    ...given,
  };
  const telemetry = { record: (event: TelemetryEvent) => void events.push(event) };
  const { settle, settled } = createSettleConsent({ chat, telemetry });
  return { said, events, settle, settled };
}

const reply = (later?: Reply['later']): Reply => ({
  place: 'replace',
  message: message('nei'),
  ...(later && { later }),
});

describe('an answered question about a file', () => {
  test('is taken away first, then the file is put and shown', async () => {
    const { said, settle, settled } = setUp();
    settle(
      turnOf(),
      reply(async () => {
        said.push('upload');
        return file;
      }),
    );
    await settled();
    expect(said).toEqual(['away question-1', 'upload', 'file k.pdf']);
  });

  test('with a no, or what was refused, is replaced by the kind card', async () => {
    const { said, settle, settled } = setUp();
    settle(turnOf(), reply());
    await settled();
    expect(said).toEqual(['away question-1', 'card nei']);
  });

  test('that comes again, now or later, uploads and says nothing more', async () => {
    const { said, events, settle, settled } = setUp();
    const once = reply(async () => file);
    for (const activityId of ['f1', 'f2', 'f3']) settle(turnOf({ id: activityId }), once);
    await settled();
    settle(turnOf({ id: 'f4' }), once);
    await settled();
    expect(said.filter((what) => what.startsWith('file'))).toEqual(['file k.pdf']);
    expect(events).toEqual([{ event: 'file-not-delivered', reason: 'question-gone' }]);
  });

  test('of two questions is settled each by itself', async () => {
    const { said, settle, settled } = setUp();
    settle(
      turnOf(),
      reply(async () => file),
    );
    settle(
      turnOf({ replyToId: 'question-2' }),
      reply(async () => file),
    );
    await settled();
    expect(said.filter((what) => what.startsWith('file'))).toHaveLength(2);
  });

  test('goes on where nobody knows whether the question still stands, or Teams does not say which it was', async () => {
    const { said, settle, settled } = setUp({ takeAway: async () => 'not-known' });
    settle(
      turnOf(),
      reply(async () => file),
    );
    await settled();
    settle(
      turnOf({ replyToId: undefined }),
      reply(async () => file),
    );
    await settled();
    expect(said).toEqual(['file k.pdf', 'file k.pdf']);
  });

  test('that could not be told about is recorded by a word, and an exception ends there', async () => {
    const { events, settle, settled } = setUp({
      say: async (_conversation, what) => ({ outcome: 'not-said', reason: 'card' in what ? 'http-500' : 'blocked' }),
    });
    settle(
      turnOf(),
      reply(async () => file),
    );
    await settled();
    settle(turnOf({ replyToId: 'question-2' }), reply());
    await settled();
    settle(
      turnOf({ replyToId: undefined }),
      reply(async () => Promise.reject(new Error('Kari Lund'))),
    );
    await settled();
    expect(events).toEqual([
      { event: 'file-not-delivered', reason: 'blocked' },
      { event: 'file-not-delivered', reason: 'http-500' },
      { event: 'background-failed', at: 'file-consent', kind: 'bug' },
    ]);
  });

  test('from a place that others read, or without an address, is left alone', async () => {
    const { said, settle, settled } = setUp();
    settle(
      turnOf({ conversation: { id: '19:x', conversationType: 'channel', tenantId } }),
      reply(async () => file),
    );
    settle(
      turnOf({ recipient: undefined }),
      reply(async () => file),
    );
    await settled();
    expect(said).toEqual([]);
  });
});

describe('a file that somebody sent', () => {
  test('as an answer to a message of ours takes nothing away: only what came of it is said, once', async () => {
    const { said, settle, settled } = setUp();
    const turn = readTurn(fileActivity('https://fjordvik-my.sharepoint.com/a', { replyToId: 'question-1' }));
    if (!turn) throw new Error('the test activity is wrong');
    settle(
      turn,
      reply(async () => message('lest')),
    );
    settle(
      turn,
      reply(async () => message('lest')),
    );
    await settled();
    expect(said).toEqual(['card lest']);
  });
});
