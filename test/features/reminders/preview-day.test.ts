import { describe, expect, it } from 'vitest';
import { conversationRow, preferencesRow } from '../../../src/features/people/person-rows.ts';
import { createRow, toArray } from '../../../src/features/people/person-store.ts';
import { previewDay } from '../../../src/features/reminders/preview-day.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { setPing } from '../../../src/features/reminders/set-ping.ts';
import { chatOf, completed, createWorld, kari, pointerTo, rules, type World } from './world.ts';

/** The day before the first reminders. */
const eve = '2026-11-25T12:00:00Z';

async function hired(): Promise<World> {
  const world = createWorld();
  await world.hire();
  world.goTo(eve);
  return world;
}

/** On stores that cannot be written to. */
const preview = (world: World) => {
  const refuse = () => Promise.reject(new Error('a dry run wrote'));
  const people = { ...world.stores.people, commit: refuse };
  const due = { ...world.stores.due, create: refuse, delete: refuse, markQueued: refuse };
  return previewDay({ people, due, rules }, world.clock.now());
};

const told = async (world: World) =>
  (await preview(world)).people.map((each) =>
    each.outcome === 'nothing' ? each.outcome : `${each.outcome} ${each.items.map((item) => item.stepId).join(' ')}`,
  );

describe('the dry run of the next day', () => {
  it('tells what the sending then does, and writes nothing', async () => {
    const world = await hired();
    const { on, people } = await preview(world);
    expect(on).toBe('2026-11-26');
    const [first] = people;
    expect(first).toMatchObject({ outcome: 'card', kind: 'nudge', person: { personId: 'kari', unitId: 'skolen' } });
    world.goTo('2026-11-26T08:00:00Z');
    await sendReminder(world.needs, pointerTo());
    const sent = world.posts[0]?.model.lines.map(({ moduleId }) => moduleId);
    expect(first?.outcome === 'card' && first.items.map(({ moduleId }) => moduleId).sort()).toEqual(sent?.sort());
  });

  it('is of Monday when it is Friday', async () => {
    const world = await hired();
    world.goTo('2026-11-27T12:00:00Z');
    expect((await preview(world)).on).toBe('2026-11-30');
  });

  it('leaves out what is done, and who has said no to nudges', async () => {
    const world = await hired();
    await world.progress(completed('meldeplikt'));
    await world.progress(completed('avvergingsplikt'));
    expect(await told(world)).toEqual(['nothing']);
    const other = await hired();
    const off = createRow(preferencesRow, { nudges: 'off' as const });
    await other.stores.people.commit({ personId: 'kari', writes: [off] });
    expect(await told(other)).toEqual(['nothing']);
  });

  it('tells who cannot be reached', async () => {
    const world = createWorld();
    await world.hire(kari, 'without chat');
    const blocked = createRow(conversationRow, { ...chatOf('kari'), state: 'blocked' as const, reason: 'blocked' });
    await world.stores.people.commit({ personId: 'kari', writes: [blocked] });
    world.goTo(eve);
    expect(await told(world)).toEqual(['unreachable day-3 day-3']);
  });

  it('knows nothing of a date that somebody asked for', async () => {
    const world = createWorld();
    await world.hire();
    await setPing({ ...world.stores, rules }, kari, '2026-12-07');
    for await (const hint of world.stores.due.list('2020-01-01', '2099-01-01')) {
      if (!('kind' in hint)) await world.stores.due.delete(hint);
    }
    world.goTo('2026-12-04T12:00:00Z');
    expect((await preview(world)).people).toEqual([]);
    expect(await toArray(world.stores.due.list('2026-12-07', '2026-12-07'))).toHaveLength(1);
  });

  it('says how many it did not look at', async () => {
    const world = createWorld();
    for (let index = 0; index < 305; index += 1) {
      const dueOn = '2026-11-26';
      await world.stores.due.create({
        dueOn,
        dueTime: '09:00',
        personId: `p${index}`,
        moduleId: 'm',
        cycle: 1,
        stepId: 's',
      });
    }
    world.goTo(eve);
    expect((await preview(world)).notLookedAt).toBe(5);
  });
});
