import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { listOwnModules } from '../../../src/features/progress/own-modules.ts';
import type { Progress } from '../../../src/features/progress/progress.ts';
import { checkReminders } from '../../../src/features/reminders/check-reminders.ts';
import { followUpSubject } from '../../../src/features/reminders/follow-up.ts';
import type { Ledger } from '../../../src/features/reminders/ledger.ts';
import type { MentorStep } from '../../../src/features/reminders/mentoring.ts';
import type { OpenReminder } from '../../../src/features/reminders/reminder-rows.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { kari, policy } from './world.ts';

const now = new Date('2028-12-01T08:00:00Z');
const today = '2028-12-01';
const leading = aModule('leading', {
  audience: { sectors: [], roles: ['leader'] },
  renewal: { months: 24, withinDays: 33 },
});
const catalogue = aCatalogue([leading]);
const renewed: Progress = {
  ...{ state: 'started', moduleId: 'leading', cycle: 2, moduleVersion: 1, position: 0, answers: {} },
  ...{
    startedAt: now,
    renewal: { lastDoneAt: new Date('2026-11-23T09:00:00Z'), opensOn: '2028-11-28', dueOn: '2028-12-31' },
  },
};
const reminder: OpenReminder = {
  ...{ moduleId: 'leading', cycle: 2, stepId: 'day-3', class: 'nudge', origin: 'step' },
  ...{ deadlineOn: '2028-12-31', dueAt: now, doubtfulSends: 0, state: 'planned' },
};

function check(person: Person, by = catalogue) {
  const own = listOwnModules(
    by,
    person,
    { progress: new Map([['leading', { value: renewed, etag: 'a' }]]), assigned: undefined },
    today,
  );
  const about = {
    person,
    begunOn: '2020-01-01',
    own,
    certificates: [],
    preferences: undefined,
    days: [],
    policy,
    today,
    now,
  } as const;
  return checkReminders([{ value: reminder, etag: 'a' }], about);
}

describe('a reminder of a renewal', () => {
  it('is sent to who is to take the module again', () => {
    expect(check({ ...kari, roles: ['employee', 'leader'] }).send).toHaveLength(1);
  });

  it('ends as gone, and not as completed, for who has changed work: it comes back with them', () => {
    const [ended] = check(kari).ended;
    expect(ended?.value).toMatchObject({ state: 'cancelled', reason: 'module-gone' });
  });
});

describe('a reminder of a renewal that the municipality asks for no more', () => {
  it('ends as gone, so that it comes back with the municipality’s mind', () => {
    const once = aCatalogue([{ ...leading, renewal: undefined }]);
    const [ended] = check({ ...kari, roles: ['employee', 'leader'] }, once).ended;
    expect(ended?.value).toMatchObject({ state: 'cancelled', reason: 'module-gone' });
  });
});

describe('a nudge to who has had as many as go without an answer', () => {
  const due = (about: Partial<OpenReminder>) => ({ value: { ...reminder, ...about }, etag: 'a' });
  const days = [4, 5, 6].map(
    (day): Ledger => ({
      ...{
        key: `2028-11-2${day}`,
        state: 'sent',
        class: 'nudge',
        mark: 'leading=-',
        failures: 0,
        attempts: 1,
        items: [],
      },
      ...{ settledAt: now, claimId: 'c', activityId: 'a' },
    }),
  );
  const own = listOwnModules(
    catalogue,
    { ...kari, roles: ['employee', 'leader'] },
    { progress: new Map([['leading', { value: renewed, etag: 'a' }]]), assigned: undefined },
    today,
  );
  const sent = (...reminders: Parameters<typeof checkReminders>[0]) =>
    checkReminders(reminders, {
      ...{ person: { ...kari, roles: ['employee', 'leader'] }, own, certificates: [], preferences: undefined },
      ...{ days, policy, today, now, begunOn: '2020-01-01' },
    }).send.map(({ value }) => value.stepId);

  it('is not sent, but is on the card that was asked for: to ask is an answer', () => {
    expect(sent(due({}))).toEqual([]);
    expect(sent(due({}), due({ origin: 'snooze', stepId: 'snooze-2028-12-01' }))).toEqual([
      'day-3',
      'snooze-2028-12-01',
    ]);
  });
});

describe('a reminder to a new hire and the mentor to talk', () => {
  const meant: LocalDate = '2028-11-25';
  const toTalk = (stepId: MentorStep): OpenReminder => ({
    ...{ ...reminder, moduleId: followUpSubject('mentor', 'olav'), cycle: 1, stepId, deadlineOn: meant },
  });
  const employedOn = addDays(meant, -28);
  const olav = { other: { personId: 'olav', displayName: 'Olav Berg' }, reader: 'new-hire', employedOn } as const;
  const nudged = (day: number): Ledger => ({
    ...{ key: `2028-11-2${day}`, state: 'sent', class: 'nudge', mark: '', failures: 0, attempts: 1, items: [] },
    ...{ settledAt: now, claimId: 'c', activityId: 'a' },
  });
  const checked = (stepId: MentorStep, on: LocalDate, days: readonly Ledger[] = [], person = kari) =>
    checkReminders([{ value: toTalk(stepId), etag: 'a' }], {
      ...{ person, own: [], certificates: [], preferences: undefined, pairs: new Map([['olav', olav]]) },
      ...{ days, policy, today: on, now, begunOn: '2020-01-01' },
    });

  it('comes also after as many nudges as go without progress: nobody is late with it', () => {
    const days = Array.from({ length: policy.maxNudges }, (_, at) => nudged(at));
    expect(checked('week-4', meant, days).send).toHaveLength(1);
  });

  it('is not sent before its day, as the first day is now', () => {
    expect(checked('week-4', addDays(meant, -1)).ended[0]?.value).toMatchObject({ reason: 'dates-changed' });
    expect(checked('week-1', addDays(employedOn, 7)).send).toHaveLength(1);
  });

  it('is not sent when the week has gone by the first day, also where a leave had moved the day that it was planned for', () => {
    expect(checked('week-1', addDays(employedOn, 13)).send).toHaveLength(1);
    expect(checked('week-1', addDays(employedOn, 14)).ended[0]?.value).toMatchObject({ reason: 'too-late' });
    expect(checked('hello', meant).send).toHaveLength(1);
  });

  it('is not sent to who is not at work yet', () => {
    const [ended] = checked('week-4', meant, [], { ...kari, employedOn: addDays(meant, 1) }).ended;
    expect(ended?.value).toMatchObject({ state: 'cancelled', reason: 'not-begun' });
  });

  it('is not sent when the week has gone, and the hello not when the month has', () => {
    expect(checked('week-4', addDays(meant, 6)).send).toHaveLength(1);
    expect(checked('week-4', addDays(meant, 7)).ended[0]?.value).toMatchObject({ reason: 'too-late' });
    expect(checked('hello', addDays(meant, 28)).send).toHaveLength(1);
    expect(checked('hello', addDays(meant, 29)).ended[0]?.value).toMatchObject({ reason: 'too-late' });
  });
});
