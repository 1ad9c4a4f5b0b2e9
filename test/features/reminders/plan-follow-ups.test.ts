import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, instantOf, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { nextSendTime } from '../../../src/features/reminders/calendar.ts';
import { questionOf, readFollowUp } from '../../../src/features/reminders/follow-up.ts';
import { type DoneModule, type FollowUpInput, planFollowUps } from '../../../src/features/reminders/plan-follow-ups.ts';
import type { ReminderPolicy } from '../../../src/features/reminders/policy.ts';
import { type Reminder, reminderKey, settle } from '../../../src/features/reminders/reminder-rows.ts';
import { aModule, aQuestion, words } from '../../support/module-builder.ts';
import { calendar, policy } from './world.ts';

const { zone } = calendar;
const seed = { seed: 20261123, numRuns: 60 };
const followUps = { refresherDays: [30, 60, 120, 240], useItAfterDays: 14, daysBetween: 7 };
const asked: ReminderPolicy = { ...policy, followUps };
/** Monday. */
const first: LocalDate = '2026-11-23';
const nightOf = (date: LocalDate): Date => instantOf(date, '03:00', zone);

const done = (moduleId: string, on: LocalDate, more: Partial<DoneModule> = {}): DoneModule => ({
  ...{ module: aModule(moduleId), cycle: 1, moduleVersion: 1, completedAt: instantOf(on, '10:00', zone) },
  ...more,
});
const input = (more: Partial<FollowUpInput>): FollowUpInput => ({
  ...{
    done: [],
    rereads: [],
    policies: [],
    reminders: [],
    friendly: 'wanted',
    policy: asked,
    calendar,
    now: nightOf(first),
  },
  ...more,
});
const told = (more: Partial<FollowUpInput>) =>
  planFollowUps(input(more)).map(({ moduleId, stepId, dueAt }) => `${moduleId} ${stepId} ${localDateAt(dueAt, zone)}`);

type Life = {
  done: readonly DoneModule[];
  days: number;
  asleep: ReadonlySet<number>;
  friendly?: FollowUpInput['friendly'];
};

/** Night by night, as the nightly round and the worker do it; on some nights nobody is there, and what was due comes the day after. */
function live({ done: all, days, asleep, friendly = 'wanted' }: Life): readonly Reminder[] {
  let reminders: readonly Reminder[] = [];
  for (let day = 0; day < days; day += 1) {
    if (asleep.has(day)) continue;
    const today = addDays(first, day);
    const now = nightOf(today);
    const known = all.filter(({ completedAt }) => completedAt < now);
    const planned = planFollowUps(input({ done: known, reminders, friendly, now }));
    reminders = [...reminders, ...planned].map((one) =>
      one.state === 'planned' && localDateAt(one.dueAt, zone) <= today
        ? settle(one, 'sent', nextSendTime(now, calendar))
        : one,
    );
  }
  return reminders.filter(({ state }) => state === 'sent');
}

const lives: fc.Arbitrary<Life> = fc.record({
  done: fc
    .array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 5 })
    .map((on) => on.map((day, index) => done(`m${index}`, addDays(first, day)))),
  days: fc.integer({ min: 100, max: 900 }),
  asleep: fc.array(fc.nat({ max: 900 }), { maxLength: 300 }).map((days) => new Set(days)),
});

const sentOn = (reminder: Reminder): LocalDate => {
  if (!('settledAt' in reminder)) throw new Error('not sent');
  return localDateAt(reminder.settledAt, zone);
};
const ofModule = (reminders: readonly Reminder[], kind: string, moduleId: string) =>
  reminders.filter((one) => readFollowUp(one)?.kind === kind && readFollowUp(one)?.moduleId === moduleId);

describe('what comes after a module', () => {
  it('is first a tip after two weeks, then one question after a month, planned a week ahead', () => {
    const one = [done('m', first)];
    expect(told({ done: one, now: nightOf('2026-11-24') })).toEqual([]);
    expect(told({ done: one, now: nightOf('2026-12-02') })).toEqual(['use-it.m once 2026-12-07']);
    const tip = planFollowUps(input({ done: one, now: nightOf('2026-12-02') }));
    expect(told({ done: one, reminders: tip, now: nightOf('2026-12-07') })).toEqual([]);
    const sent = tip.map((reminder) => settle(reminder, 'sent', reminder.dueAt));
    expect(told({ done: one, reminders: sent, now: nightOf('2026-12-10') })).toEqual([]);
    expect(told({ done: one, reminders: sent, now: nightOf('2026-12-18') })).toEqual([
      'refresher.m question-1 2026-12-23',
    ]);
  });

  it('picks up those who were done long before there was such a thing, without a tip', () => {
    const long = [done('a', '2025-03-03'), done('b', '2025-02-03')];
    expect(told({ done: long })).toEqual(['refresher.b question-1 2026-11-23']);
  });

  it('is no tip about what was learnt elsewhere, and no question where the module has none', () => {
    const quiet = [done('m', '2026-11-09', { form: 'prior', module: aModule('m', { quiz: [] }) })];
    expect(told({ done: quiet })).toEqual([]);
  });

  it('is nothing friendly for who has said no, or where the municipality does without', () => {
    const due = [done('m', '2026-09-01')];
    expect(told({ done: due })).toHaveLength(1);
    expect(told({ done: due, friendly: 'declined' })).toEqual([]);
    expect(told({ done: due, policy })).toEqual([]);
    expect(told({ done: due, policy: { ...policy, followUps: { refresherDays: [], daysBetween: 7 } } })).toEqual([]);
  });

  it('is nothing after the last day of work', () => {
    expect(told({ done: [done('m', '2026-09-01')], endsOn: '2026-11-22' })).toEqual([]);
  });

  it('that was called off is planned again in the same row', () => {
    const due = [done('m', '2026-09-01')];
    const [planned] = planFollowUps(input({ done: due }));
    if (!planned) throw new Error('nothing was planned');
    const off = settle(planned, 'cancelled', nightOf(first), 'module-gone');
    const [again] = planFollowUps(input({ done: due, reminders: [off], now: nightOf('2026-11-25') }));
    expect(again && reminderKey(again)).toBe(reminderKey(planned));
  });

  it('asks the questions in turn', () => {
    const module = aModule('m', { quiz: [aQuestion('q1'), aQuestion('q2')] });
    const asks = ['question-1', 'question-2', 'question-3'].map((step) => questionOf(module, step)?.questionId);
    expect(asks).toEqual(['q1', 'q2', 'q1']);
    expect(questionOf({ ...module, quiz: [] }, 'question-1')).toBeUndefined();
  });
});

describe('what is new in a version', () => {
  const change = { version: 3, summary: words('Ny frist.') };
  const module = aModule('m', { version: 3, material: change });

  it('is told once to who took an earlier one, also to who wants no questions', () => {
    const early = [done('m', '2026-11-20', { module, moduleVersion: 2 })];
    expect(told({ done: early, friendly: 'declined' })).toEqual(['reread.m version-3 2026-11-23']);
    const reminders = planFollowUps(input({ done: early, friendly: 'declined' }));
    expect(told({ done: early, reminders, friendly: 'declined' })).toEqual([]);
  });

  it.each([
    ['who took that version or a later one', done('m', '2026-11-20', { module, moduleVersion: 3 }), []],
    [
      'who has read it',
      done('m', '2026-11-20', { module, moduleVersion: 1 }),
      [{ moduleId: 'm', version: 3, at: nightOf(first) }],
    ],
    ['anybody before that version is out', done('m', '2026-11-20', { module: { ...module, version: 2 } }), []],
    [
      'anybody when the version was raised without it',
      done('m', '2026-11-20', { module: aModule('m', { version: 9 }) }),
      [],
    ],
  ])('is not told to %s', (_, one, rereads) => {
    expect(told({ done: [one], rereads })).toEqual([]);
  });
});

describe('every life', () => {
  it('has no question in the first 30 days, and waits that never shrink', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const sent = live(life);
        for (const { module, completedAt } of life.done) {
          const questions = ofModule(sent, 'refresher', module.moduleId).map(sentOn);
          const waits = [localDateAt(completedAt, zone), ...questions].map((date, at, all) =>
            at === 0 ? 0 : daysBetween(all[at - 1] ?? date, date),
          );
          waits.slice(1).forEach((wait, at) => {
            expect(wait).toBeGreaterThanOrEqual(followUps.refresherDays[Math.min(at, 3)] ?? 0);
          });
        }
      }),
      seed,
    );
  });

  it('has at most one friendly card a week over all modules, only when the calendar allows, and one tip a module', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const sent = live(life);
        const dates = sent.map(sentOn).toSorted();
        dates.forEach((date, at) => {
          if (at > 0) expect(daysBetween(dates[at - 1] ?? date, date)).toBeGreaterThanOrEqual(7);
        });
        for (const { dueAt } of sent) expect(nextSendTime(dueAt, calendar)).toEqual(dueAt);
        for (const { module } of life.done) expect(ofModule(sent, 'use-it', module.moduleId).length).toBeLessThan(2);
      }),
      seed,
    );
  });

  it('is the same when it is lived again, and has each step once', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const sent = live(life);
        expect(live(life)).toEqual(sent);
        expect(new Set(sent.map(reminderKey)).size).toBe(sent.length);
      }),
      { ...seed, numRuns: 20 },
    );
  });

  it('is silent from the day that somebody says no', () => {
    fc.assert(
      fc.property(lives, (life) => {
        expect(live({ ...life, friendly: 'declined' })).toEqual([]);
      }),
      { ...seed, numRuns: 20 },
    );
  });

  it('plans nothing that is planned already', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 600 }), ({ done: all }, day) => {
        const now = nightOf(addDays(first, day));
        const known = all.filter(({ completedAt }) => completedAt < now);
        const reminders = planFollowUps(input({ done: known, now }));
        expect(planFollowUps(input({ done: known, reminders, now }))).toEqual([]);
      }),
      seed,
    );
  });
});
