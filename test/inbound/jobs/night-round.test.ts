import { beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { createNightRound } from '../../../src/inbound/jobs/night-round.ts';
import { memoryTickStore } from '../../support/memory-tick-store.ts';

/** Local time is an hour later. */
const at = (time: string, day = '24') => new Date(`2026-11-${day}T${time}:00Z`);
const nights = { job: 'repair', from: '03:00' };

let begun: string[];
let ticks: ReturnType<typeof memoryTickStore>;
beforeEach(() => {
  begun = [];
  ticks = memoryTickStore();
});

/** A replica whose round does what `work` does. */
function open(work: () => Promise<string> = async () => 'done') {
  return createNightRound<string>(
    { ticks, zone: 'Europe/Oslo' },
    {
      ...nights,
      async work(now) {
        begun.push(now.toISOString().slice(8, 16));
        return work();
      },
    },
  );
}

const away = () => Promise.reject(new Failure('unavailable', 'storage is away'));

/** A round that has begun, and goes on until it is told to end. */
async function endless(from: Date) {
  const [begins, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  const round = open(() => {
    begins.resolve();
    return ends.promise;
  });
  const result = round.run(from);
  await begins.promise;
  return { ...round, result, end: () => ends.resolve('done') };
}

describe('a nightly round', () => {
  it('begins at its time, and is done once a night', async () => {
    const round = open();
    for (const time of ['01:59', '02:00', '02:01', '03:00', '22:30']) await round.run(at(time));
    await round.run(at('02:00', '25'));
    expect(begun).toEqual(['24T02:00', '25T02:00']);
  });

  it('that failed is tried again each hour until it came through, by whichever replica', async () => {
    let isAway = true;
    const replicas = [1, 2].map(() => open(() => (isAway ? away() : Promise.resolve('done'))));
    for (const time of ['02:00', '02:30', '03:00']) {
      for (const replica of replicas) await replica.run(at(time)).catch(() => undefined);
    }
    isAway = false;
    for (const time of ['03:01', '04:00', '05:00']) for (const replica of replicas) await replica.run(at(time));
    expect(begun).toEqual(['24T02:00', '24T03:00', '24T04:00']);
  });

  it('that was killed is taken up the next hour, also where it had taken that hour already', async () => {
    const killed = await endless(at('02:00'));
    await killed.hold(at('02:40'));
    const other = open();
    for (const time of ['02:59', '03:00']) await other.run(at(time));
    expect(begun).toEqual(['24T02:00', '24T03:00']);

    const late = await endless(at('02:00', '25'));
    await late.hold(at('02:55', '25'));
    for (const time of ['03:00', '03:59', '04:00']) await other.run(at(time, '25'));
    expect(begun.slice(2)).toEqual(['25T02:00', '25T04:00']);
  });

  it('that takes more than an hour is not begun by another replica, nor when it is done', async () => {
    const [slow, other] = [await endless(at('02:00')), open()];
    for (let minute = 1; minute < 200; minute += 1) {
      const now = new Date(at('02:00').getTime() + minute * 60_000);
      await slow.hold(now);
      await other.run(now);
    }
    slow.end();
    expect(await slow.result).toBe('done');
    for (const time of ['05:21', '06:00']) await other.run(at(time));
    expect(begun).toEqual(['24T02:00']);
  });

  it('that hangs for ever holds no other night', async () => {
    const [hangs, other] = [await endless(at('02:00')), open()];
    for (const time of ['02:55', '22:55']) await hangs.hold(at(time));
    for (const time of ['00:55', '01:55']) await hangs.hold(at(time, '25'));
    await other.run(at('02:00', '25'));
    expect(begun).toEqual(['24T02:00', '25T02:00']);
  });
});
