import type { TurnContext } from 'botbuilder';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import { Failure } from '../../../src/core/failure.ts';
import type { Reply } from '../../../src/inbound/bot/action.ts';
import type { AnswerTurnNeeds } from '../../../src/inbound/bot/answer-turn.ts';
import { answerTurn } from '../../../src/inbound/bot/answer-turn.ts';
import { createOnTurn } from '../../../src/inbound/bot/on-turn.ts';
import type { Turn } from '../../../src/inbound/bot/turn.ts';
import { memoryPersonKeyStore } from '../../support/memory-person-key-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import {
  consentActivity,
  executeActivity,
  fileActivity,
  messageActivity,
  submitActivity,
  tenantId,
} from './activities.ts';

type Call = { op: 'send' | 'update'; text: string };

/** A turn whose answers are kept in a list, and fail when they are told to. */
function contextFor(activity: object, calls: Call[], fail: (call: Call) => void = () => {}): TurnContext {
  const take = (op: Call['op']) => async (sent: { summary?: string; type?: string; value?: { body: object } }) => {
    const call = { op, text: sent.type === 'invokeResponse' ? JSON.stringify(sent.value) : (sent.summary ?? '') };
    fail(call);
    calls.push(call);
  };
  const context: Partial<Record<keyof TurnContext, unknown>> = {
    activity,
    sendActivity: take('send'),
    updateActivity: take('update'),
  };
  return context as TurnContext;
}

/** A bot that answers each turn with its own number and who asked. */
function createBotThatCounts(place: Reply['place'] = 'replace', more: Partial<Reply> = {}) {
  let turns = 0;
  const consents: Reply[] = [];
  const events: TelemetryEvent[] = [];
  const needs: AnswerTurnNeeds = {
    clock: { now: () => new Date('2026-11-23T09:00:00Z') },
    ...{ people: memoryPersonStore(), personKeys: memoryPersonKeyStore(), defaultLocale: 'nb', zone: 'Europe/Oslo' },
    async route({ turn }) {
      turns += 1;
      const summary = `svar ${turns} til ${turn.from.teamsId}`;
      const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: summary } as const;
      return { place, message: { card, summary }, ...more };
    },
    privacyWarning: () => ({ card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' }),
    welcome: async () => undefined,
    farewell: async () => undefined,
    telemetry: { record: () => {} },
  };
  const kept: string[] = [];
  const keepCard = (_turn: Turn, activityId: string) => void kept.push(activityId);
  const settleConsent = (_turn: unknown, reply: Reply) => void consents.push(reply);
  return {
    onTurn: createOnTurn({
      ...{ answer: (turn: Turn) => answerTurn(needs, turn), keepCard, settleConsent },
      telemetry: { record: (event: TelemetryEvent) => void events.push(event) },
    }),
    turns: () => turns,
    ...{ kept, consents, events },
  };
}

const shared = { conversation: { id: '19:felles@thread.v2', conversationType: 'groupChat', tenantId } };
const from = (name: string) => ({ from: { id: `29:${name}`, aadObjectId: name } });

describe('a turn that comes again', () => {
  test('never gives one person the answer of another, also with the same id in a chat they share', async () => {
    const { onTurn } = createBotThatCounts();
    const calls: Call[] = [];
    for (const name of ['kari', 'olav']) {
      await onTurn(contextFor(executeActivity('help.show', {}, { ...shared, ...from(name) }), calls));
    }
    expect(calls.map(({ text }) => /29:\w+/.exec(text)?.[0])).toEqual(['29:kari', '29:olav']);
  });

  test('is answered when Teams did not take the first answer', async () => {
    const { onTurn } = createBotThatCounts();
    const calls: Call[] = [];
    const refuse = () => {
      throw new Failure('unavailable', 'Teams does not answer; try again');
    };
    await expect(onTurn(contextFor(messageActivity('hei'), calls, refuse))).rejects.toThrow('Teams does not answer');
    await onTurn(contextFor(messageActivity('hei'), calls));
    await onTurn(contextFor(messageActivity('hei'), calls));
    expect(calls).toEqual([{ op: 'send', text: 'svar 2 til 29:kari' }]);
  });

  test('as a press whose answer stands below gets its response again, and no second message', async () => {
    const { onTurn, turns } = createBotThatCounts('below');
    const calls: Call[] = [];
    for (const _ of [1, 2, 3]) await onTurn(contextFor(executeActivity('reminder.why', {}), calls));
    expect(turns()).toBe(1);
    expect(calls.filter(({ text }) => text.startsWith('svar'))).toHaveLength(1);
    expect(calls.filter(({ text }) => text.includes('statusCode'))).toHaveLength(3);
  });
});

describe('a card that a group shares', () => {
  test('stays as it is for the others when the answer is for who pressed', async () => {
    const { onTurn, kept } = createBotThatCounts('replace');
    await onTurn(contextFor(executeActivity('group.join', {}, shared), []));
    expect(kept).toEqual([]);
  });

  test('becomes the answer that is for everyone, whether it was pressed by Execute or by Submit', async () => {
    const { onTurn, kept } = createBotThatCounts('everyone');
    const calls: Call[] = [];
    await onTurn(contextFor(executeActivity('group.stage', {}, shared), calls));
    expect(kept).toEqual(['card-1']);
    expect(calls[0]?.text).toContain('AdaptiveCard');
    await onTurn(contextFor(submitActivity({ verb: 'group.stage' }, shared), calls));
    expect(calls.at(-1)).toEqual({ op: 'update', text: 'svar 2 til 29:kari' });
  });
});

describe("Teams' question about a file", () => {
  const offer = {
    ...{ name: 'Kursbevis.pdf', description: 'Kursbevis for Meldeplikt', sizeInBytes: 7 },
    ...{ accept: { verb: 'diploma.accept' }, decline: { verb: 'diploma.decline' } },
  };
  const context = { verb: 'diploma.accept' };

  test('is the last message of the answer, and is not asked again when the press comes again', async () => {
    const { onTurn } = createBotThatCounts('replace', { offer });
    const calls: Call[] = [];
    for (const _ of [1, 2]) await onTurn(contextFor(executeActivity('diploma.offer', {}), calls));
    expect(calls.map(({ text }) => text.slice(0, 16))).toEqual([
      '{"status":200,"b',
      offer.description.slice(0, 16),
      '{"status":200,"b',
    ]);
  });

  test('whose answer has come gets 200 at once and without a body, and all else happens once', async () => {
    const { onTurn, turns, consents } = createBotThatCounts('replace', { later: () => new Promise(() => {}) });
    const calls: Call[] = [];
    for (const _ of [1, 2, 3]) await onTurn(contextFor(consentActivity({ action: 'accept', context }), calls));
    expect(calls.map(({ text }) => text)).toEqual(['{"status":200}', '{"status":200}', '{"status":200}']);
    expect([turns(), consents.length]).toEqual([1, 1]);
  });

  test('is not answered by an ordinary press with the same verb: nothing is begun', async () => {
    const { onTurn, consents } = createBotThatCounts('replace', { later: () => Promise.reject(new Error('begun')) });
    await onTurn(contextFor(executeActivity('diploma.accept', {}), []));
    await onTurn(contextFor(submitActivity({ verb: 'diploma.accept' }), []));
    expect(consents).toEqual([]);
  });
});

describe('a pressed card that cannot be changed', () => {
  const refuseUpdate = (kind: Failure['kind']) => (call: Call) => {
    if (call.op === 'update') throw new Failure(kind, 'Teams does not take the message; look at what was sent');
  };

  test('because it is deleted, or not ours, is answered below it', async () => {
    const { onTurn } = createBotThatCounts();
    const calls: Call[] = [];
    await onTurn(contextFor(submitActivity({ verb: 'help.show' }), calls, refuseUpdate('invalid')));
    expect(calls).toEqual([{ op: 'send', text: 'svar 1 til 29:kari' }]);
  });

  test('but may have been changed is not answered twice', async () => {
    const { onTurn } = createBotThatCounts();
    const calls: Call[] = [];
    const press = contextFor(submitActivity({ verb: 'help.show' }), calls, refuseUpdate('unavailable'));
    await expect(onTurn(press)).rejects.toThrow();
    expect(calls).toEqual([]);
  });
});

describe('a message with a file', () => {
  test('shows that somebody is at work, says what is to be said at once, and begins the rest', async () => {
    const calls: Call[] = [];
    const warning = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'v' } as const, summary: 'varsel' };
    const later = async () => warning;
    const { onTurn, consents } = createBotThatCounts('below', { later, more: [warning] });
    await onTurn(contextFor(fileActivity('https://fjordvik-my.sharepoint.com/a'), calls));
    expect(calls.map(({ text }) => text)).toEqual(['', 'varsel']);
    expect(consents).toHaveLength(1);
  });
});

describe('an answer to a press, where the way to Teams is not there', () => {
  afterEach(() => void vi.useRealTimers());

  const warning = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'v' } as const, summary: 'varsel' };
  /** Takes what goes out with the request itself, and nothing else. */
  const refuseMessages = (call: Call) => {
    if (!call.text.includes('statusCode')) throw new Failure('unavailable', 'Teams does not answer; try again');
  };

  test('is given, and what was to come besides is told as not said', async () => {
    const { onTurn, events } = createBotThatCounts('replace', { more: [warning] });
    const calls: Call[] = [];
    await onTurn(contextFor(executeActivity('guide.start', {}), calls, refuseMessages));
    expect(calls.map(({ text }) => text)).toEqual([expect.stringContaining('svar 1 til 29:kari')]);
    expect(events).toEqual([{ event: 'background-failed', at: 'answer', kind: 'unavailable' }]);
  });

  test('is the card itself, when it was to stand below, also for the press that comes again', async () => {
    const { onTurn } = createBotThatCounts('below');
    const calls: Call[] = [];
    for (const _ of [1, 2]) await onTurn(contextFor(executeActivity('guide.start', {}), calls, refuseMessages));
    const card = expect.stringContaining('AdaptiveCard');
    expect(calls.map(({ text }) => text)).toEqual([card, card]);
  });

  test('does not wait long for a Teams that hangs', async () => {
    vi.useFakeTimers();
    const { onTurn, events } = createBotThatCounts('below', { more: [warning] });
    const calls: Call[] = [];
    const context = contextFor(executeActivity('guide.start', {}), calls);
    const { sendActivity } = context;
    context.sendActivity = (sent) =>
      typeof sent === 'object' && sent.type === 'invokeResponse' ? sendActivity(sent) : new Promise(() => {});
    const turn = onTurn(context);
    await vi.advanceTimersByTimeAsync(4_000);
    await turn;
    expect(calls.map(({ text }) => text)).toEqual([expect.stringContaining('AdaptiveCard')]);
    expect(events).toHaveLength(2);
  });

  test('is not given twice, when the first message of it was said and the second was not', async () => {
    const { onTurn, events } = createBotThatCounts('replace', { more: [warning] });
    const calls: Call[] = [];
    const refuseWarning = (call: Call) => {
      if (call.text === 'varsel') throw new Failure('unavailable', 'Teams does not answer; try again');
    };
    for (const _ of [1, 2]) await onTurn(contextFor(messageActivity('hei'), calls, refuseWarning));
    expect(calls).toEqual([{ op: 'send', text: 'svar 1 til 29:kari' }]);
    expect(events).toHaveLength(1);
  });
});
