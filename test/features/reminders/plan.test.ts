import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, type LocalDate, localDateAt, localTimeAt } from '../../../src/core/local-date.ts';
import { nextSendTime } from '../../../src/features/reminders/calendar.ts';
import { type ModuleDates, type PlanInput, planReminders } from '../../../src/features/reminders/plan.ts';
import { calendar, policy } from './world.ts';

const seed = { seed: 20261123 };
const employedOn: LocalDate = '2026-11-23';
const moduleDates = (moduleId: string, more: Partial<ModuleDates> = {}): ModuleDates => ({
  ...{ moduleId, cycle: 1, countedFrom: employedOn, deadlineOn: '2026-12-11', isDone: false },
  ...more,
});
const plan = (more: Partial<PlanInput> = {}) =>
  planReminders({
    ...{ begunOn: '2020-01-01', modules: [moduleDates('m')], policy, calendar },
    ...{ now: new Date('2026-11-23T06:00:00Z'), ...more },
  });
const told = (more: Partial<PlanInput> = {}) =>
  plan(more).map(
    ({ stepId, dueAt }) => `${stepId} ${localDateAt(dueAt, calendar.zone)} ${localTimeAt(dueAt, calendar.zone)}`,
  );

const noticed = [...policy.steps, { stepId: 'due-minus-3', anchor: 'due', offsetDays: -3, class: 'deadline' } as const];
const withNotice = { ...policy, steps: noticed };

describe('the plan for a new hire', () => {
  it('has every step at the time of day, on working days', () => {
    expect(told()).toEqual([
      'day-3 2026-11-26 09:00',
      'day-7 2026-11-30 09:00',
      'due 2026-12-11 09:00',
      'overdue-7 2026-12-18 09:00',
    ]);
  });

  it('moves what falls on a day off, and lets the last step win where two meet', () => {
    const easter = moduleDates('m', { countedFrom: '2026-03-30', deadlineOn: '2026-04-06' });
    const now = new Date('2026-03-30T06:00:00Z');
    expect(told({ modules: [easter], now })).toEqual(['due 2026-04-07 09:00', 'overdue-7 2026-04-13 09:00']);
  });

  it('makes a deadline notice of what swallows one, or it would not reach who wants no nudges', () => {
    const late = { stepId: 'day-14', anchor: 'employed', offsetDays: 14, class: 'nudge' } as const;
    const steps = [...policy.steps, late];
    const easter = moduleDates('m', { countedFrom: '2026-03-23', deadlineOn: '2026-04-02' });
    const planned = plan({ modules: [easter], policy: { ...policy, steps }, now: new Date('2026-03-23T06:00:00Z') });
    expect(planned.map((each) => `${each.stepId} ${each.class} ${localDateAt(each.dueAt, calendar.zone)}`)).toEqual([
      'day-3 nudge 2026-03-26',
      'day-7 nudge 2026-03-30',
      'day-14 deadline 2026-04-07',
      'overdue-7 deadline 2026-04-09',
    ]);
  });

  it.each([
    ['in the summer', '2027-06-21', '2027-07-05', 'due-minus-3 2027-06-30 09:00'],
    ['on the Tuesday after Easter', '2026-03-23', '2026-04-07', 'due-minus-3 2026-04-01 09:00'],
    ['on a Tuesday', '2026-11-23', '2026-12-08', 'due-minus-3 2026-12-07 09:00'],
  ] as const)(
    'tells of a deadline %s before it, though the calendar would move that past it',
    (_, from, due, notice) => {
      const modules = [moduleDates('m', { countedFrom: from, deadlineOn: due })];
      const all = told({ modules, policy: withNotice, now: new Date(`${from}T06:00:00Z`) });
      expect(all.filter((each) => each.startsWith('due-minus-3'))).toEqual([notice]);
    },
  );

  it.each([
    ['is not the first word of a module: its date is counted anew in the autumn', '2027-06-28', []],
    ['is on the card of a step of that day', '2027-06-27', ['due-minus-3 2027-06-30 09:00']],
  ] as const)('that would come after the date %s', (_, from, notices) => {
    const modules = [moduleDates('m', { countedFrom: from, deadlineOn: addDays(from, 14) })];
    const all = told({ modules, policy: withNotice, now: new Date(`${from}T06:00:00Z`) });
    expect(all.filter((each) => each.startsWith('due-minus-3'))).toEqual(notices);
  });

  it('tells of a deadline no earlier than on the first day, nor than the unit begins, though no day is left before it', () => {
    const modules = [moduleDates('m', { countedFrom: '2027-07-01', deadlineOn: '2027-07-15' })];
    const on = (begunOn: LocalDate) =>
      told({ modules, begunOn, policy: withNotice, now: new Date('2027-06-01T06:00:00Z') });
    expect(on('2020-01-01')).toEqual(['overdue-7 2027-08-16 09:00']);
    expect(on('2027-07-02')).toEqual(['overdue-7 2027-08-16 09:00']);
  });

  it('has nothing for a module that is done', () => {
    expect(told({ modules: [moduleDates('m', { isDone: true })] })).toEqual([]);
  });

  it('ends with the employment', () => {
    expect(told({ endsOn: '2026-12-10' })).toEqual(['day-3 2026-11-26 09:00', 'day-7 2026-11-30 09:00']);
  });
});

describe('a step that falls before the unit begins', () => {
  const early = { stepId: 'due-minus-21', anchor: 'due', offsetDays: -21, class: 'deadline' } as const;
  const steps = [...policy.steps, early];
  const of = (more: Partial<PlanInput>) =>
    plan({ policy: { ...policy, steps }, now: new Date('2026-11-01T06:00:00Z'), ...more }).map(
      ({ stepId, class: own, dueAt }) => `${stepId} ${own} ${localDateAt(dueAt, calendar.zone)}`,
    );

  it('comes on that day, on one card with the introduction, and has to be told', () => {
    const told = of({ begunOn: employedOn, modules: [moduleDates('m', { isIntroduced: true })] });
    expect(told.slice(0, 2)).toEqual(['introduction deadline 2026-11-23', 'day-3 nudge 2026-11-26']);
  });

  it('comes before the first day at work where the unit has begun', () => {
    expect(of({ begunOn: '2026-08-17' })[0]).toBe('due-minus-21 deadline 2026-11-20');
    expect(of({ begunOn: '2026-11-21' })[0]).toBe('due-minus-21 deadline 2026-11-23');
  });
});

describe('a late start', () => {
  it('makes one reminder of all that has passed', () => {
    expect(told({ now: new Date('2026-12-01T10:20:00Z') })).toEqual([
      'day-7 2026-12-01 11:20',
      'due 2026-12-11 09:00',
      'overdue-7 2026-12-18 09:00',
    ]);
  });

  it('waits for the time of day in the morning, and for the next working day in the evening', () => {
    expect(told({ now: new Date('2027-02-01T07:45:00Z') })).toEqual(['overdue-7 2027-02-01 09:00']);
    expect(told({ now: new Date('2027-02-05T16:00:00Z') })).toEqual(['overdue-7 2027-02-08 09:00']);
  });
});

const addHours = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000);
const inputs: fc.Arbitrary<PlanInput> = fc
  .record({
    start: fc.nat({ max: 365 * 20 }),
    dues: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
    nowAfterHours: fc.integer({ min: -500, max: 24 * 200 }),
    ends: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
  })
  .map(({ start, dues, nowAfterHours, ends }) => {
    const countedFrom = addDays('2025-01-01', start);
    const now = new Date(Date.parse(`${countedFrom}T00:00:00Z`) + nowAfterHours * 3_600_000);
    const modules = dues.map((days, index) =>
      moduleDates(`m${index}`, { countedFrom, deadlineOn: addDays(countedFrom, days) }),
    );
    return {
      begunOn: '2020-01-01',
      modules,
      policy,
      calendar,
      now,
      ...(ends !== undefined && { endsOn: addDays(countedFrom, ends) }),
    };
  });

describe('every plan', () => {
  it('keeps the calendar, the end of the employment, and never looks back', () => {
    fc.assert(
      fc.property(inputs, (input) =>
        planReminders(input).every(({ dueAt }) => {
          const isOpen = nextSendTime(dueAt, calendar).getTime() === dueAt.getTime();
          const isEmployed = input.endsOn === undefined || localDateAt(dueAt, calendar.zone) <= input.endsOn;
          return isOpen && isEmployed && dueAt >= input.now;
        }),
      ),
      { ...seed, numRuns: 200 },
    );
  });

  it('tells of a deadline before it, wherever it is told of at all and a working day is left for that', () => {
    fc.assert(
      fc.property(inputs, ({ endsOn: _, ...input }) => {
        const planned = planReminders({ ...input, policy: withNotice });
        return input.modules.every(({ moduleId, deadlineOn, countedFrom }) => {
          const deadline = nextSendTime(instantOf(deadlineOn, '00:00', calendar.zone), calendar);
          const from = new Date(
            Math.max(input.now.getTime(), instantOf(countedFrom, '00:00', calendar.zone).getTime()),
          );
          // The day after, where the time of day has passed.
          const first = nextSendTime(from, calendar);
          const isLeft =
            localDateAt(nextSendTime(addHours(first, 24), calendar), calendar.zone) <
            localDateAt(deadline, calendar.zone);
          const before = planned.filter((each) => each.moduleId === moduleId && each.dueAt < deadline);
          return !isLeft || before.length === 0 || before.some((each) => each.class === 'deadline');
        });
      }),
      { ...seed, numRuns: 200 },
    );
  });

  it('has each step once, at most one a day for a module, and no more times a day than one', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const planned = planReminders(input);
        const keys = planned.map(({ moduleId, stepId }) => `${moduleId} ${stepId}`);
        const days = planned.map(({ moduleId, dueAt }) => `${moduleId} ${localDateAt(dueAt, calendar.zone)}`);
        const cards = new Set(planned.map(({ dueAt }) => dueAt.getTime())).size;
        const dates = new Set(planned.map(({ dueAt }) => localDateAt(dueAt, calendar.zone))).size;
        return new Set(keys).size === keys.length && new Set(days).size === days.length && cards === dates;
      }),
      { ...seed, numRuns: 200 },
    );
  });

  it('tells of a deadline on every day that a deadline notice falls on', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const steps = input.policy.steps.toReversed();
        const classes = new Map(steps.map(({ stepId, class: own }) => [stepId, own]));
        return planReminders({ ...input, policy: { ...policy, steps } }).every((each) => {
          const told = [each.stepId, ...each.insteadOf].map((stepId) => classes.get(stepId));
          return (each.class === 'deadline') === told.includes('deadline');
        });
      }),
      { ...seed, numRuns: 200 },
    );
  });

  it('planned again later adds nothing to what was planned first', () => {
    fc.assert(
      fc.property(inputs, fc.nat({ max: 24 * 150 }), (input, hours) => {
        const first = new Set(planReminders(input).map(({ moduleId, stepId }) => `${moduleId} ${stepId}`));
        const now = new Date(input.now.getTime() + hours * 3_600_000);
        return planReminders({ ...input, now }).every(({ moduleId, stepId }) => first.has(`${moduleId} ${stepId}`));
      }),
      { ...seed, numRuns: 200 },
    );
  });
});
