import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import type { PersonStore } from '../../../src/features/people/person-store.ts';
import { scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { switchSending } from '../../../src/features/use-cases/switch-sending.ts';
import { Crash } from '../../support/mortal-ports.ts';
import { mortal } from './mortal.ts';
import { completed, createWorld, kari, pointerTo, rules, type World } from './world.ts';

const cases = [
  {
    ...{ name: 'a nudge', day: '2026-11-26', step: 'day-3', mornings: ['2026-11-27'], most: 1 },
    ...{ dayBefore: '2026-11-25', before: [] },
  },
  {
    ...{ name: 'a deadline notice', day: '2026-12-11', step: 'due', mornings: ['2026-12-14', '2026-12-15'], most: 2 },
    ...{ dayBefore: '2026-12-10', before: ['2026-11-26', '2026-11-30'] },
  },
] as const;
type Case = (typeof cases)[number];

const send = (world: World) => sendReminder(world.needs, pointerTo());

async function atTheEndOf({ day, before }: Case): Promise<World> {
  const world = createWorld();
  await world.hire();
  for (const earlier of before) {
    world.goTo(`${earlier}T08:00:00Z`);
    await send(world);
  }
  world.posts.length = 0;
  world.goTo(`${day}T13:59:50Z`);
  return world;
}

const dies = async () => Promise.reject(new Crash());

/** The message is with Teams, and the process is gone. */
async function killedJustAfterPost(about: Case): Promise<World> {
  const world = await atTheEndOf(about);
  world.answers.push(dies);
  await expect(send(world)).rejects.toThrow(Crash);
  expect(world.posts).toHaveLength(1);
  return world;
}

async function morningsPass(world: World, { mornings }: { mornings: readonly string[] }): Promise<void> {
  for (const day of mornings) {
    for (const time of ['08:00', '08:40', '09:20']) {
      world.goTo(`${day}T${time}:00Z`);
      await send(world);
    }
  }
}

const statesOf = async (world: World, { step }: Case): Promise<string[]> =>
  (await world.states()).filter((state) => state.includes(` ${step} `));

describe.each(cases)('$name that was posted just before the window closed, by a worker that died of it', (about) => {
  const { day, step, most } = about;
  const toldOnce = most === 1 ? [] : ['sent'];

  it(`is settled as soon as somebody looks, also outside the window, and posted ${most} times at most`, async () => {
    const world = await killedJustAfterPost(about);
    world.goTo(`${day}T14:03:00Z`);
    await send(world);
    expect(await world.days()).toContainEqual(expect.objectContaining({ key: day, state: 'uncertain', attempts: 1 }));
    await morningsPass(world, about);
    expect(world.posts).toHaveLength(most);
    const end = toldOnce[0] ?? 'uncertain (crashed-while-sending)';
    expect(await statesOf(world, about)).toEqual(['avvergingsplikt', 'meldeplikt'].map((id) => `${id} ${step} ${end}`));
  });

  it('is left alone while it may be under way still', async () => {
    const world = await killedJustAfterPost(about);
    world.goTo(`${day}T14:00:30Z`);
    expect(await send(world)).toMatchObject({ outcome: 'later', reason: 'in-other-hands' });
    expect(await statesOf(world, about)).toEqual(
      ['avvergingsplikt', 'meldeplikt'].map((id) => `${id} ${step} planned`),
    );
  });

  it(`is posted ${most} times at most where nobody comes back before the next morning`, async () => {
    const world = await killedJustAfterPost(about);
    await morningsPass(world, about);
    expect(world.posts).toHaveLength(most);
    expect(world.posts.slice(1).map(({ model }) => model.isRepeat)).toEqual(Array(most - 1).fill(true));
    expect((await world.days()).filter(({ state }) => state === 'sending')).toEqual([]);
  });

  it(`is posted ${most} times at most where each who sends it dies of it`, async () => {
    const world = await killedJustAfterPost(about);
    world.goTo(`${day}T14:03:00Z`);
    await send(world);
    for (const morning of about.mornings) {
      world.goTo(`${morning}T13:59:50Z`);
      world.answers.splice(0, world.answers.length, dies);
      await send(world).catch(onlyCrash);
    }
    world.answers.length = 0;
    await morningsPass(world, { mornings: ['2026-12-16'] });
    const aboutIt = world.posts.filter(({ at }) => at.toISOString() < (most === 1 ? '2026-11-30' : '2026-12-18'));
    expect(aboutIt).toHaveLength(most);
    expect((await statesOf(world, about)).every((state) => state.includes('uncertain'))).toBe(true);
  });

  it(`is posted ${most} times at most where storage was away until the window had closed`, async () => {
    const world = await atTheEndOf(about);
    await expect(sendReminder(awayAfterPost(world), pointerTo())).rejects.toThrow(Failure);
    expect(world.posts).toHaveLength(1);
    world.goTo(`${day}T14:05:00Z`);
    await send(world);
    await morningsPass(world, about);
    expect(world.posts).toHaveLength(most);
  });

  it(`is posted ${most} times at most where all sending was stopped meanwhile, and is settled while it is`, async () => {
    const world = await killedJustAfterPost(about);
    await switchSending(world.stores, 'stopped', 'unn', world.clock.now());
    const [morning] = about.mornings;
    world.goTo(`${morning}T07:40:00Z`);
    expect(await send(world)).toMatchObject({ outcome: 'later', reason: 'sending-stopped' });
    expect(await world.days()).toContainEqual(expect.objectContaining({ key: day, state: 'uncertain' }));
    await switchSending(world.stores, 'running', 'unn', world.clock.now());
    await morningsPass(world, about);
    expect(world.posts).toHaveLength(most);
  });

  it(`is posted ${most} times at most where the clock has jumped a day meanwhile, forth or back`, async () => {
    for (const other of [about.dayBefore, about.mornings[0]]) {
      const world = await killedJustAfterPost(about);
      world.goTo(`${other}T09:00:00Z`);
      await send(world);
      world.goTo(`${day}T13:30:00Z`);
      await send(world);
      await morningsPass(world, about);
      expect(world.posts.length).toBeLessThanOrEqual(most);
    }
  });

  it.each(['before', 'after'] as const)(
    `at any step, just %s it had its effect, it is posted ${most} times at most`,
    async (when) => {
      const watched = mortal((await atTheEndOf(about)).needs, Number.POSITIVE_INFINITY, 'before');
      await sendReminder(watched.needs, pointerTo());
      for (let diesAt = 1; diesAt <= watched.calls(); diesAt += 1) {
        const world = await atTheEndOf(about);
        await sendReminder(mortal(world.needs, diesAt, when).needs, pointerTo()).catch(onlyCrash);
        world.goTo(`${day}T14:05:00Z`);
        await send(world);
        await morningsPass(world, about);
        const label = `dies ${when} call ${diesAt}`;
        expect(world.posts.length, label).toBeLessThanOrEqual(most);
        for (const state of await statesOf(world, about)) {
          expect(state, label).toMatch(/ (sent|uncertain \(crashed-while-sending\))$/);
        }
      }
    },
  );
});

const [nudge, notice] = cases;

describe('a deadline notice that may have arrived the day before', () => {
  it('keeps its date in the night between, also where nothing else was told: it is told again, of the same date', async () => {
    const world = createWorld('2026-12-11T07:00:00Z');
    await world.hire();
    world.goTo('2026-12-11T13:59:50Z');
    world.answers.push(dies);
    await expect(send(world)).rejects.toThrow(Crash);
    world.goTo('2026-12-11T14:05:00Z');
    await send(world);
    world.goTo('2026-12-12T02:00:00Z');
    await scheduleReminders(world.stores, kari, rules, world.clock.now());
    await morningsPass(world, notice);
    expect(world.posts.map(({ model }) => model.lines.map(({ deadlineOn }) => deadlineOn))).toEqual(
      Array(2).fill(['2026-12-11', '2026-12-11']),
    );
  });

  it('and may have again, is not thought about any more, and the day knows that it was posted', async () => {
    const world = await killedJustAfterPost(notice);
    world.goTo('2026-12-14T08:00:00Z');
    world.answers.push({ outcome: 'unknown', reason: 'ECONNRESET' });
    expect(await send(world)).toEqual({ outcome: 'uncertain', reason: 'ECONNRESET' });
    expect(await world.days()).toContainEqual(expect.objectContaining({ key: '2026-12-14', state: 'uncertain' }));
  });
});

describe('what was begun and never settled', () => {
  it('is settled also where nothing is due any more', async () => {
    const world = await killedJustAfterPost(nudge);
    for (const moduleId of ['meldeplikt', 'avvergingsplikt']) await world.progress(completed(moduleId));
    world.goTo('2026-12-30T08:00:00Z');
    await send(world);
    expect((await world.days()).map(({ state }) => state)).not.toContain('sending');
  });

  it('costs the usual sending no call more', async () => {
    const watched = mortal((await atTheEndOf(nudge)).needs, Number.POSITIVE_INFINITY, 'before');
    expect(await sendReminder(watched.needs, pointerTo())).toEqual({ outcome: 'sent' });
    expect(watched.calls()).toBe(usualCalls);
  });
});

/** With what was there before anything that was begun was looked for. */
const usualCalls = 25;

function onlyCrash(error: unknown): void {
  if (!(error instanceof Crash)) throw error;
}

/** Storage goes away between the POST and the row that says how it went. */
function awayAfterPost(world: World): World['needs'] {
  const people: PersonStore = {
    ...world.needs.people,
    commit: (change) =>
      world.posts.length > 0
        ? Promise.reject(new Failure('unavailable', 'storage is away'))
        : world.needs.people.commit(change),
  };
  return { ...world.needs, people };
}
