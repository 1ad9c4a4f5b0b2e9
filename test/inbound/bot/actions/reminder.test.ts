import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/core/card.ts';
import { Failure } from '../../../../src/core/failure.ts';
import { sendReminder } from '../../../../src/features/reminders/send-reminder.ts';
import type { ActionContext } from '../../../../src/inbound/bot/action.ts';
import { reminderActions } from '../../../../src/inbound/bot/actions/reminder.ts';
import type { Render } from '../../../../src/views/render.ts';
import { createWorld, kari, pointerTo, type World } from '../../../features/reminders/world.ts';

const message: Message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' };

type Switch = World['needs']['sendingSwitch'];

async function press(world: World, verb: string, sendingSwitch: Pick<Switch, 'isStopped'> = world.needs.sendingSwitch) {
  const shown: { template: string; model: unknown }[] = [];
  const render: Render = (view, model) => {
    shown.push({ template: view.template, model });
    return message;
  };
  const action = reminderActions({ ...world.stores, rules: world.needs.rules, sendingSwitch, render }).find(
    (one) => one.verb === verb,
  );
  const context: ActionContext = {
    actor: { kind: 'person', person: kari },
    ...{ locale: 'nb', now: world.clock.now() },
    turn: {
      ...{ kind: 'action', verb, data: {}, door: 'execute', activityId: '1', botId: '28:b' },
      conversation: { conversationId: 'c', kind: 'personal', tenantId: 't', serviceUrl: 's' },
      from: { teamsId: '29:k', isGuest: false },
    },
  };
  return { reply: await action?.run(context, undefined), shown, permission: action?.permission };
}

async function reminded(): Promise<World> {
  const world = createWorld();
  await world.hire();
  world.goTo('2026-11-26T08:00:00Z');
  await sendReminder(world.needs, pointerTo());
  return world;
}

describe('the buttons of a reminder', () => {
  it('"Minn meg i morgen" replaces the card with the new date and the old deadline', async () => {
    const { reply, shown, permission } = await press(await reminded(), 'reminder.snooze');
    expect(permission).toBe('module.take');
    expect(reply).toEqual({ place: 'replace', message });
    expect(shown).toMatchObject([
      {
        template: 'reminder-snoozed',
        model: { result: { outcome: 'snoozed', on: '2026-11-27', lines: [{ deadlineOn: '2026-12-11' }, {}] } },
      },
    ]);
  });

  it('"Minn meg i morgen" promises nothing for sure while all sending is stopped', async () => {
    const world = await reminded();
    await world.stores.sending.create({ state: 'stopped', by: 'siv', at: world.clock.now() });
    const { shown } = await press(world, 'reminder.snooze');
    expect(shown).toMatchObject([{ model: { result: { outcome: 'snoozed', on: '2026-11-27' }, isStopped: true } }]);
  });

  it('"Minn meg i morgen" is answered also where nobody knows whether sending is stopped', async () => {
    const world = await reminded();
    const isStopped = () => Promise.reject(new Failure('unavailable', 'storage is away; try later'));
    const { shown } = await press(world, 'reminder.snooze', { isStopped });
    expect(shown).toMatchObject([{ model: { result: { outcome: 'snoozed' } } }]);
  });

  it('"Hvorfor får jeg denne?" answers below and leaves the reminder where it is', async () => {
    const { reply, shown, permission } = await press(await reminded(), 'reminder.why');
    expect(permission).toBe('module.take');
    expect(reply).toEqual({ place: 'below', message });
    expect(shown).toMatchObject([
      { template: 'reminder-why', model: { maxNudges: 3, lines: [{ moduleId: 'meldeplikt' }, {}] } },
    ]);
  });
});
