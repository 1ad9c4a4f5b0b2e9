import { describe, expect, it } from 'vitest';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import type { AnswerTurnNeeds } from '../../../src/inbound/bot/answer-turn.ts';
import { createAnswer } from '../../../src/inbound/bot/create-answer.ts';
import { readTurn } from '../../../src/inbound/bot/read-turn.ts';
import { memoryPersonKeyStore } from '../../support/memory-person-key-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { executeActivity, installActivity, messageActivity } from './activities.ts';

const saying = (summary: string) => ({
  card: { type: 'AdaptiveCard' as const, version: '1.5', fallbackText: 'x' },
  summary,
});
const fails = (): never => {
  throw new RangeError('hemmelighet');
};
const worry = messageActivity('jeg er bekymret for hemmelighet');
const search = executeActivity('find.search', { words: 'hemmelighet' });

/** What is answered by a bot of which something fails, and what is told of it. */
async function answerOf(activity: Record<string, unknown>, broken: Partial<AnswerTurnNeeds> | 'all') {
  const events: TelemetryEvent[] = [];
  const telemetry = { record: (event: TelemetryEvent) => void events.push(event) };
  const needs: AnswerTurnNeeds = {
    ...{ clock: { now: () => new Date('2026-11-23T09:00:00Z') }, people: memoryPersonStore(), telemetry },
    ...{ personKeys: memoryPersonKeyStore(), defaultLocale: 'nb', zone: 'Europe/Oslo' },
    route: async (_, verb, data) => ({ place: 'replace', message: saying(`${verb} ${JSON.stringify(data)}`) }),
    privacyWarning: () => saying('warning'),
    welcome: async () => undefined,
    farewell: async () => {},
    ...(broken !== 'all' && broken),
  };
  const answer = createAnswer({
    ...{ clock: needs.clock, telemetry, defaultLocale: 'nb' },
    bot: broken === 'all' ? fails : () => needs,
    ...{ guide: { contacts: new Map() }, render: (view, _, locale) => saying(`${view.template} in ${locale}`) },
  });
  const turn = readTurn(activity);
  if (!turn) throw new Error('no turn');
  return { events, said: answer(turn).then((reply) => reply?.message.summary) };
}
const told = { event: 'turn-failed', kind: 'bug', at: 'turn', referenceCode: expect.stringMatching(/^.{6}$/) };

describe('a text that cannot be understood because something of ours fails', () => {
  it.each<readonly [string, Record<string, unknown>, Partial<AnswerTurnNeeds>]>([
    ['triage, in a message', worry, { triage: fails }],
    ['the search, in a message', worry, { find: fails }],
    ['the search, in its own field', search, { find: fails }],
    ['triage, in the field of the search', search, { triage: fails, find: () => fails() }],
    ['the command for meetings', messageActivity('gruppe'), { readGroupCommand: fails }],
    ['what somebody may ask for', messageActivity('oversikt'), { mayAsk: fails }],
  ])('is answered by the first card with the numbers large: %s', async (_, activity, broken) => {
    const { said, events } = await answerOf(activity, broken);
    expect(await said).toBe('guide.start {"emphasis":"acute"}');
    expect(events).toEqual([told]);
    expect(JSON.stringify(events)).not.toContain('hemmelighet');
  });
});

describe('a turn in which something else fails', () => {
  it.each<readonly [string, Record<string, unknown>, Partial<AnswerTurnNeeds> | 'all']>([
    ['the answer itself', worry, { route: fails }],
    ['who somebody is', worry, { join: fails }],
    ['a count', worry, { countUse: fails }],
    ['a press', search, { route: fails }],
    ['the bot, which cannot be made of the content', worry, 'all'],
    ['the bot, for a press', search, 'all'],
  ])('is answered by the numbers that always answer: %s', async (_, activity, broken) => {
    const { said, events } = await answerOf(activity, broken);
    expect(await said).toBe('plain-notice in nb');
    expect(events).toEqual([told]);
    expect(JSON.stringify(events)).not.toContain('hemmelighet');
  });

  it('is left to fail where nobody asked for anything', async () => {
    const { said } = await answerOf(installActivity('add'), { welcome: fails });
    await expect(said).rejects.toThrow();
  });
});
