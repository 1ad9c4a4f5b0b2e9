import { describe, expect, it } from 'vitest';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import type { Messenger, SendResult } from '../../../src/features/reminders/messenger.ts';
import { tellRefusals } from '../../../src/outbound/teams/tell-refusals.ts';

const sent = { outcome: 'sent', activityId: 'a' } as const;
const no = (reason: string) => ({ outcome: 'rejected', reason, isUnreachable: true }) as const;
const disabled = no('BotDisabledByAdmin');
const chat = { conversationId: 'c', serviceUrl: 'https://t/', tenantId: 't', botId: '28:b', state: 'open' } as const;
const message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' } as const;
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

/** What is recorded when Teams answers so, one after the other; `by`: what was asked of it. */
async function toldOf(
  answers: readonly SendResult[],
  by: keyof Messenger = 'send',
  chats: 'many chats' | 'one chat' = 'many chats',
): Promise<TelemetryEvent[]> {
  const events: TelemetryEvent[] = [];
  const left = [...answers];
  const next = async (): Promise<SendResult> => left.shift() ?? sent;
  const open: Messenger['open'] = async () => {
    const answer = await next();
    return answer.outcome === 'sent' ? { outcome: 'opened', conversation: chat } : answer;
  };
  const messenger = tellRefusals({ send: next, update: next, open }, { record: (event) => void events.push(event) });
  const asked = {
    send: (to: string) => messenger.send({ ...chat, conversationId: to }, message),
    update: (to: string) => messenger.update({ ...chat, conversationId: to }, 'a', message),
    open: (to: string) => messenger.open(to),
  };
  for (const [index, answer] of answers.entries()) {
    const told = await asked[by](chats === 'many chats' ? `chat-${index}` : 'one');
    if (answer.outcome !== 'sent') expect(told).toEqual(answer);
  }
  return events;
}

describe('an app that Teams refuses for everybody', () => {
  const alarm = { event: 'background-failed', at: 'all-refused', kind: 'BotDisabledByAdmin' };

  it.each(['send', 'update', 'open'] as const)(
    'raises one alarm at the twentieth refusal without anything sent between: %s',
    async (by) => {
      expect(await toldOf(times(19, disabled), by)).toEqual([]);
      expect(await toldOf(times(200, disabled), by)).toEqual([alarm]);
    },
  );

  it('raises another only after something was sent in between', async () => {
    expect(await toldOf([...times(19, disabled), sent, ...times(19, disabled)])).toEqual([]);
    expect(await toldOf([...times(30, disabled), sent, ...times(30, disabled)])).toEqual([alarm, alarm]);
  });

  it.each(['http-403', 'http-404', 'http-403-BadArgument'])(
    'raises it too where Teams says no more than %s',
    async (reason) => {
      expect(await toldOf(times(20, no(reason)))).toEqual([{ ...alarm, kind: reason }]);
    },
  );

  it('is nothing of the kind where it is one chat, however often', async () => {
    expect(await toldOf(times(100, disabled), 'update', 'one chat')).toEqual([]);
  });

  it('is counted though others are refused for what is theirs, and not told for those alone', async () => {
    const theirs = no('ConversationBlockedByUser');
    expect(await toldOf(times(100, theirs))).toEqual([]);
    expect(await toldOf(times(20, [theirs, disabled]).flat())).toEqual([alarm]);
  });
});
