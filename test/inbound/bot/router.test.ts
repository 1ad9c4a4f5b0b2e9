import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Message } from '../../../src/core/card.ts';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import { Failure } from '../../../src/core/failure.ts';
import type { Actor, Permission } from '../../../src/features/people/permissions.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { type ActionContext, defineAction } from '../../../src/inbound/bot/action.ts';
import { readTurn } from '../../../src/inbound/bot/read-turn.ts';
import { createMayAsk, createRouter } from '../../../src/inbound/bot/router.ts';
import { memoryAuditStore } from '../../support/memory-audit-store.ts';
import { executeActivity, messageActivity } from './activities.ts';

const card = (word: string): Message => ({
  card: { type: 'AdaptiveCard', version: '1.5', fallbackText: word },
  summary: word,
});

const kari: Actor = {
  kind: 'person',
  person: {
    personId: 'p1',
    displayName: 'Kari',
    givenName: 'Kari',
    unitId: 'u',
    sector: 'school',
    roles: ['employee'],
    leads: [],
    employedOn: '2026-01-01',
  },
};

function setUp(
  handle: () => Promise<Message> = async () => card('done'),
  verb = 'module.open',
  permission: Permission = 'module.take',
) {
  const events: TelemetryEvent[] = [];
  let runs = 0;
  const action = defineAction({
    verb,
    permission,
    input: z.object({ moduleId: z.string() }),
    async handle() {
      runs += 1;
      return { place: 'replace', message: await handle() };
    },
  });
  const audit = memoryAuditStore();
  const needs = {
    telemetry: { record: (event: TelemetryEvent) => void events.push(event) },
    audit,
    notice: ({ reason, asks }: { reason: string; asks?: true }) => card(asks ? `${reason}, asks` : reason),
  };
  const route = createRouter(needs, [action]);
  const by = (activity: object, actor: Actor): ActionContext => {
    const turn = readTurn(activity);
    if (!turn) throw new Error('the test activity is wrong');
    return { turn, actor, locale: 'nb', now: new Date('2026-11-23T12:00:00Z') };
  };
  const context = (actor: Actor, more: object = {}) => by(messageActivity('x', more), actor);
  const press = (actor: Actor, pressed = verb) => by(executeActivity(pressed, { moduleId: 'm' }), actor);
  const refusals = async () => (await toArray(audit.listMonth('202611'))).map(({ verb: refused }) => refused);
  return { route, context, press, refusals, events, runs: () => runs };
}

describe('the router', () => {
  test('runs the action for a verb', async () => {
    const { route, context } = setUp();
    expect((await route(context(kari), 'module.open', { moduleId: 'm' })).message.summary).toBe('done');
  });

  test('a verb from an old card gets a kind card, and the verb itself is not recorded', async () => {
    const { route, context, events } = setUp();
    expect((await route(context(kari), 'Ola Nordmann har blåmerker', {})).message.summary).toBe('old-card');
    expect(JSON.stringify(events)).not.toContain('Ola');
  });

  test('data of the wrong type runs nothing', async () => {
    const { route, context, runs } = setUp();
    for (const wrong of [undefined, null, 7, 'x', [], { moduleId: 3 }, { moduleId: null }]) {
      expect((await route(context(kari), 'module.open', wrong)).message.summary).toBe('invalid-input');
    }
    expect(runs()).toBe(0);
  });

  test('who is not in the roster, or not readable just now, is told so', async () => {
    const { route, context, runs } = setUp();
    const answers = await Promise.all(
      (['not-in-roster', 'storage-unavailable'] as const).map((reason) =>
        route(context({ kind: 'unknown', reason }), 'module.open', { moduleId: 'm' }),
      ),
    );
    expect(answers.map(({ message }) => message.summary)).toEqual(['not-in-roster', 'storage-unavailable']);
    expect(runs()).toBe(0);
  });

  test('who has not been looked up in time is told to try again, and may ask to be added only as a member', async () => {
    const { route, context } = setUp();
    const asked = async (actor: Actor) =>
      (await route(context(actor), 'module.open', { moduleId: 'm' })).message.summary;
    expect(await asked({ kind: 'unknown', reason: 'not-checked' })).toBe('not-checked');
    expect(await asked({ kind: 'unknown', reason: 'not-in-roster' })).toBe('not-in-roster');
    expect(await asked({ kind: 'unknown', reason: 'not-in-roster', isMember: true })).toBe('not-in-roster, asks');
  });

  test('a guest is refused a press, and the refusal is recorded', async () => {
    const { route, press, events } = setUp();
    expect((await route(press({ kind: 'guest' }), 'module.open', { moduleId: 'm' })).message.summary).toBe('guest');
    expect(events).toEqual([{ event: 'permission-refused', verb: 'module.open', personId: undefined }]);
  });

  test('a refused press of somebody we know is kept', async () => {
    const { route, press, refusals } = setUp(undefined, 'audit.show', 'audit.see');
    expect((await route(press(kari), 'audit.show', { moduleId: 'm' })).message.summary).toBe('not-permitted');
    expect(await refusals()).toEqual(['audit.show']);
  });

  test('of what somebody wrote, in a message or in the search field, no refusal is kept', async () => {
    const { route, context, press, refusals, events } = setUp(undefined, 'audit.show', 'audit.see');
    for (const asked of [context(kari), press(kari, 'find.search'), context({ kind: 'guest' })]) {
      expect((await route(asked, 'audit.show', { moduleId: 'm' })).message.summary).toMatch(/^(not-permitted|guest)$/);
    }
    expect(await refusals()).toEqual([]);
    expect(events).toEqual([]);
  });

  test('nothing personal is shown in a channel', async () => {
    const { route, context } = setUp();
    const channel = { conversation: { id: '19:x', conversationType: 'channel' } };
    expect((await route(context(kari, channel), 'module.open', { moduleId: 'm' })).message.summary).toBe(
      'only-in-private',
    );
  });

  test('an exception becomes a kind card with a reference, and its text goes nowhere', async () => {
    const { route, context, events } = setUp(async () => {
      throw new Error('Kari Nordmann har skrevet om et barn');
    });
    expect((await route(context(kari), 'module.open', { moduleId: 'm' })).message.summary).toBe('failed');
    expect(events).toMatchObject([{ event: 'turn-failed', kind: 'bug', at: 'module.open' }]);
    expect(JSON.stringify(events)).not.toContain('Nordmann');
  });

  test.each(['guide.start', 'guide.answer', 'guide.finish'])(
    'that %s failed is told without saying so',
    async (verb) => {
      const { route, context, events } = setUp(async () => {
        throw new Error('broken');
      }, verb);
      await route(context(kari), verb, { moduleId: 'm' });
      expect(events).toMatchObject([{ event: 'turn-failed', kind: 'bug', at: 'turn' }]);
      expect(JSON.stringify(events)).not.toContain('guide');
    },
  );

  test('storage that is away gets the card that still has the numbers', async () => {
    const { route, context } = setUp(async () => {
      throw new Failure('unavailable', 'no answer; try later');
    });
    expect((await route(context(kari), 'module.open', { moduleId: 'm' })).message.summary).toBe('storage-unavailable');
  });

  test('two actions for one verb stop the start', () => {
    const action = defineAction({
      verb: 'help.show',
      permission: 'help.see',
      input: z.object({}),
      handle: async () => ({ place: 'below', message: card('x') }),
    });
    const needs = { telemetry: { record: () => {} }, audit: memoryAuditStore(), notice: () => card('x') };
    expect(() => createRouter(needs, [action, action])).toThrow('two actions answer help.show');
  });
});

describe('who may ask for a verb in words', () => {
  const audit = defineAction({
    verb: 'audit.show',
    permission: 'audit.see',
    input: z.object({}),
    handle: async () => ({ place: 'replace', message: card('x') }),
  });
  const mayAsk = createMayAsk([audit]);

  test('is who has the permission, and who could not be read just now', () => {
    const ali: Actor = { ...kari, person: { ...kari.person, roles: ['employee', 'administrator'] } };
    expect(mayAsk(ali, 'audit.show')).toBe(true);
    expect(mayAsk({ kind: 'unknown', reason: 'storage-unavailable' }, 'audit.show')).toBe(true);
    for (const actor of [kari, { kind: 'guest' }, { kind: 'unknown', reason: 'not-in-roster' }] as const) {
      expect(mayAsk(actor, 'audit.show')).toBe(false);
    }
    expect(mayAsk(ali, 'no.such')).toBe(false);
  });
});
