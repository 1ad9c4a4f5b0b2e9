import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/features/people/person.ts';
import { conversationRow, preferencesRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, toArray } from '../../../src/features/people/person-store.ts';
import { previewDay } from '../../../src/features/reminders/preview-day.ts';
import { dueOf, type OpenReminder, reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import type { ReminderRules } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { setPing } from '../../../src/features/reminders/set-ping.ts';
import { aCatalogue, aModule, words } from '../../support/module-builder.ts';
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
const preview = (world: World, sending: 'running' | 'stopped' = 'running', dayRules: ReminderRules = rules) => {
  const refuse = () => Promise.reject(new Error('a dry run wrote'));
  const people = { ...world.stores.people, commit: refuse };
  const due = { ...world.stores.due, create: refuse, delete: refuse, markQueued: refuse };
  return previewDay({ people, due, rules: dayRules }, world.clock.now(), sending);
};

const told = async (world: World) =>
  (await preview(world)).people.map((each) =>
    each.outcome === 'nothing' ? each.outcome : `${each.outcome} ${each.items.map((item) => item.stepId).join(' ')}`,
  );

const row = (moduleId: string, stepId: string, class_: 'nudge' | 'deadline'): OpenReminder => ({
  ...{ moduleId, cycle: 1, stepId, class: class_, origin: 'step', deadlineOn: '2026-11-26' },
  ...{ dueAt: new Date('2026-11-26T08:00:00Z'), doubtfulSends: 0, state: 'planned' },
});

/** Kari has finished all but what is planned, and of one module something is new; two cards about it are planned for one day. */
async function followedUp(...more: readonly OpenReminder[]): Promise<{ world: World; after: ReminderRules }> {
  const world = createWorld();
  const tegn = aModule('tegn', {
    ...{ isPriority: false, dueAfterDays: undefined, version: 2 },
    material: { version: 2, summary: words('Ny frist.') },
  });
  const after = { ...rules, catalogue: aCatalogue([tegn, ...rules.catalogue.modules]) };
  const planned = [row('use-it.tegn', 'once', 'nudge'), row('reread.tegn', 'version-2', 'deadline'), ...more];
  const writes = [createRow(profileRow, kari), createRow(conversationRow, chatOf('kari'))];
  await world.stores.people.commit({
    personId: 'kari',
    writes: [...writes, ...planned.map((each) => createRow(reminderRow, each))],
  });
  for (const each of planned) await world.stores.due.create(dueOf('kari', each, rules.calendar.zone));
  for (const moduleId of ['tegn', 'avvergingsplikt']) await world.progress(completed(moduleId));
  if (more.length === 0) await world.progress(completed('meldeplikt'));
  world.goTo(eve);
  return { world, after };
}

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

  it('tells who is only in the staff list, since there is no chat to open; somebody whom Teams knows gets a card', async () => {
    const { aadObjectId: _, ...onlyListed } = kari;
    const world = createWorld();
    await world.hire(onlyListed, 'without chat');
    world.goTo(eve);
    expect(await told(world)).toEqual(['unreachable day-3 day-3']);
    world.goTo('2026-11-26T08:00:00Z');
    await sendReminder(world.needs, pointerTo());
    expect(world.posts).toEqual([]);
    expect(await world.states()).toContain('meldeplikt day-3 rejected (not-installed)');
    const known = createWorld();
    await known.hire(kari, 'without chat');
    known.goTo(eve);
    expect(await told(known)).toEqual(['card day-3 day-3']);
    const written = createWorld();
    await written.hire(onlyListed);
    written.goTo(eve);
    expect(await told(written)).toEqual(['card day-3 day-3']);
  });

  it('leaves out what still goes out today, unless all sending is stopped', async () => {
    const world = await hired();
    world.goTo('2026-11-26T07:00:00Z');
    expect(await told(world)).toEqual([]);
    const stopped = await preview(world, 'stopped');
    expect(stopped.people).toMatchObject([{ outcome: 'card' }]);
    // When the day is over, what was not sent comes on the next.
    world.goTo('2026-11-26T17:00:00Z');
    expect(await told(world)).toEqual(['card day-3 day-3']);
  });

  describe('goes by the calendar of each person', () => {
    const evening: ReminderRules = {
      ...rules,
      calendar: { ...rules.calendar, shifts: [{ units: ['natt'], window: { from: '15:30', to: '22:00' } }] },
    };
    const ola: Person = { ...kari, personId: 'ola', unitId: 'natt' };
    async function both(by: ReminderRules) {
      const world = createWorld();
      await world.hire(kari, 'with chat', by);
      await world.hire(ola, 'with chat', by);
      const toldAt = async (iso: string, sending: 'running' | 'stopped' = 'running', dayRules = by) => {
        world.goTo(iso);
        return (await preview(world, sending, dayRules)).people
          .map(({ person, outcome }) => `${person.personId} ${outcome}`)
          .toSorted();
      };
      return { world, toldAt };
    }

    it('what a later shift still gets today is not of tomorrow', async () => {
      const { toldAt } = await both(evening);
      // Kari's window is over, Ola's begins in twenty minutes, and then is open.
      expect(await toldAt('2026-11-26T14:10:00Z')).toEqual(['kari card']);
      expect(await toldAt('2026-11-26T15:10:00Z')).toEqual(['kari card']);
      expect(await toldAt('2026-11-26T21:10:00Z')).toEqual(['kari card', 'ola card']);
      expect(await toldAt('2026-11-26T14:10:00Z', 'stopped')).toEqual(['kari card', 'ola card']);
    });

    it('what had no time in the half of the day that somebody chose is of tomorrow', async () => {
      const { world, toldAt } = await both(evening);
      const morning = createRow(preferencesRow, { nudges: 'on' as const, window: 'morning' as const });
      await world.stores.people.commit({ personId: 'kari', writes: [morning] });
      expect(await toldAt('2026-11-26T10:00:00Z')).toEqual([]);
      expect(await toldAt('2026-11-26T12:00:00Z')).toEqual(['kari card']);
    });

    it('nobody gets a card on a half day that leaves the shift no time, as it is when it comes', async () => {
      const halfDay = { on: '2026-11-26', until: '12:00' } as const;
      const { world, toldAt } = await both(evening);
      const by = { ...evening, calendar: { ...evening.calendar, halfDays: [halfDay] } };
      expect(await toldAt(eve, 'running', by)).toEqual(['kari card', 'ola nothing']);
      expect(await toldAt(eve)).toEqual(['kari card', 'ola card']);
      world.goTo('2026-11-26T14:40:00Z');
      await sendReminder({ ...world.needs, rules: by }, pointerTo('ola'));
      expect(world.posts).toEqual([]);
    });
  });

  it('tells one follow-up, as the sending does, and none beside what has to be done', async () => {
    const { world, after } = await followedUp();
    expect((await preview(world, 'running', after)).people).toMatchObject([
      { outcome: 'card', kind: 'nudge', items: [{ moduleId: 'reread.tegn' }] },
    ]);
    world.goTo('2026-11-26T08:00:00Z');
    await sendReminder({ ...world.needs, rules: after }, pointerTo());
    expect(world.followUps).toMatchObject([{ model: { kind: 'reread' } }]);
    const both = await followedUp({ ...row('meldeplikt', 'day-3', 'nudge'), deadlineOn: '2026-12-11' });
    expect((await preview(both.world, 'running', both.after)).people).toMatchObject([
      { outcome: 'card', kind: 'nudge', items: [{ moduleId: 'meldeplikt' }] },
    ]);
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
