import { describe, expect, it } from 'vitest';
import { localDateAt, localTimeAt } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { preferencesRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { jobsIn, message } from '../reminders/jobs-in.ts';
import { createWorld, kari, rules } from '../reminders/world.ts';

const shifts = [{ units: ['skolen'], window: { from: '13:00', to: '20:00' } }] as const;
const evening = { ...rules, calendar: { ...rules.calendar, shifts } };
const head: Person = { ...kari, personId: 'chief', leads: ['skolen'] };
const delegated = [
  { unitId: 'skolen', by: 'chief', at: new Date('2026-11-23T07:00:00Z'), until: '2026-12-31' as const },
];

/** Kari works evenings; the digest is at 08:30 on Mondays, and her own cards come at 13:00. */
async function onShift(cards: 'with cards' | 'without cards') {
  const world = createWorld();
  await world.hire({ ...kari, delegated }, 'with chat', evening);
  await world.stores.people.commit({ personId: 'chief', writes: [createRow(profileRow, head)] });
  if (cards === 'without cards') {
    const off = createRow(preferencesRow, { nudges: 'off' });
    await world.stores.people.commit({ personId: 'kari', writes: [off] });
  }
  const told: string[] = [];
  const tell = (what: string) => () => {
    const now = world.clock.now();
    told.push(`${what} ${localDateAt(now, 'Europe/Oslo')} ${localTimeAt(now, 'Europe/Oslo')}`);
    return message;
  };
  const jobs = jobsIn(world, {
    rules: evening,
    readOwnerCards: async () => new Map([['kari', { things: [], reported: 1 }]]),
    present: {
      ...{ digest: tell('digest'), ownerCard: tell('owner-card'), delegation: tell('delegation') },
      reminder: tell('reminder'),
    },
  });
  const at = async (...times: readonly string[]): Promise<void> => {
    for (const time of times) {
      world.goTo(time);
      await jobs.runTick(world.clock.now());
      await jobs.drain();
    }
  };
  return { ...world, at, told, jobs };
}

const day = (date: string) =>
  ['07:30', '09:00', '11:59', '12:00', '13:30', '18:59', '19:30'].map((time) => `${date}T${time}:00Z`);

describe('somebody whose unit works evenings', () => {
  it('gets the digest and the card to owners when the shift begins on that day, once', async () => {
    const { at, told, stores } = await onShift('without cards');
    await stores.units.createLeader('kari', 'skolen');
    await at(...day('2026-11-30'));
    expect(told.toSorted()).toEqual(['digest 2026-11-30 13:00', 'owner-card 2026-11-30 13:00']);
  });

  it('gets the card of a morning when the shift begins', async () => {
    const { at, told } = await onShift('without cards');
    await at(...day('2026-11-30'), ...day('2026-12-01'));
    expect(told).toEqual(['owner-card 2026-11-30 13:00', 'owner-card 2026-12-01 13:00']);
  });

  it('gets a digest in time also on a day with a card of the own modules, as everybody does', async () => {
    const { at, told, stores } = await onShift('with cards');
    await stores.units.createLeader('kari', 'skolen');
    await at(...day('2026-11-26'), ...day('2026-11-30'));
    expect(told).toEqual(expect.arrayContaining(['digest 2026-11-30 13:00', 'reminder 2026-11-30 13:00']));
    expect(told.filter((each) => each.startsWith('digest'))).toHaveLength(1);
  });

  it('gets a digest that an outage made late on the next day, in the shift, where there was a card', async () => {
    const { at, told, stores } = await onShift('with cards');
    await stores.units.createLeader('kari', 'skolen');
    await at(...day('2026-11-26'), '2026-11-30T15:00:00Z');
    expect(told.filter((each) => each.includes('11-30'))).toEqual(['reminder 2026-11-30 16:00']);
    await at(...day('2026-12-01'));
    expect(told.filter((each) => each.startsWith('digest'))).toEqual(['digest 2026-12-01 13:00']);
  });

  it('hears of a delegation in the shift', async () => {
    const { at, told, queue } = await onShift('without cards');
    await queue.send({ kind: 'delegation', personId: 'kari', leaderId: 'chief' });
    await at(...day('2026-11-24'));
    expect(told.filter((each) => each.startsWith('delegation'))).toEqual(['delegation 2026-11-24 13:00']);
  });

  it('is written to by nobody after the shift, and gets it in the next', async () => {
    const { at, told, stores } = await onShift('without cards');
    await stores.units.createLeader('kari', 'skolen');
    await at('2026-11-30T19:30:00Z', ...day('2026-12-01'));
    expect(told.filter((each) => each.startsWith('digest'))).toEqual([
      expect.stringMatching(/^digest 2026-12-01 1[3-9]/),
    ]);
  });
});
