import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import type { Messenger } from '../../../src/features/reminders/messenger.ts';
import { createKeepCard } from '../../../src/inbound/bot/keep-card.ts';
import { readTurn } from '../../../src/inbound/bot/read-turn.ts';
import { createRecentTurns } from '../../../src/inbound/bot/recent-turns.ts';
import { executeActivity } from './activities.ts';

const message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' } as const;

describe('keeping a card', () => {
  test('that throws is told, and leaves no rejection that would end the process', async () => {
    const events: TelemetryEvent[] = [];
    const broken = { update: () => Promise.reject(new URIError('URI malformed')) } as Partial<Messenger> as Messenger;
    const keepCard = createKeepCard({ messenger: broken, telemetry: { record: (event) => void events.push(event) } });
    const turn = readTurn(executeActivity('help.show', {}));
    if (!turn) throw new Error('the activity has no shape that the bot reads');
    keepCard.keep(turn, '\ud800', message);
    await keepCard.settled();
    expect(events).toEqual([{ event: 'card-not-updated', reason: 'bug' }]);
  });
});

describe('answers that are kept for a repeat', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('are forgotten soon: what somebody asked is not to lie in memory', async () => {
    vi.useFakeTimers();
    const once = createRecentTurns<string>();
    await once('a', async () => 'mitt');
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(await once('a', async () => 'nytt')).toEqual({ value: 'nytt', isRepeat: false });
  });
});
