import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/features/people/person.ts';
import { listOwnModules } from '../../../src/features/progress/own-modules.ts';
import type { Progress } from '../../../src/features/progress/progress.ts';
import { checkReminders } from '../../../src/features/reminders/check-reminders.ts';
import type { OpenReminder } from '../../../src/features/reminders/reminder-rows.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { kari, policy } from './world.ts';

const now = new Date('2028-12-01T08:00:00Z');
const today = '2028-12-01';
const catalogue = aCatalogue([aModule('leading', { audience: { sectors: [], roles: ['leader'] } })]);
const renewed: Progress = {
  ...{ state: 'started', moduleId: 'leading', cycle: 2, moduleVersion: 1, position: 0, answers: {} },
  ...{ startedAt: now, renewal: { lastDoneAt: new Date('2026-11-23T09:00:00Z'), opensOn: today, dueOn: '2028-12-31' } },
};
const reminder: OpenReminder = {
  ...{ moduleId: 'leading', cycle: 2, stepId: 'day-3', class: 'nudge', origin: 'step' },
  ...{ deadlineOn: '2028-12-31', dueAt: now, doubtfulSends: 0, state: 'planned' },
};

function check(person: Person) {
  const own = listOwnModules(
    catalogue,
    person,
    { progress: new Map([['leading', { value: renewed, etag: 'a' }]]), assigned: undefined },
    today,
  );
  const about = {
    person,
    own,
    certificates: [],
    preferences: undefined,
    days: [],
    mark: '',
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
