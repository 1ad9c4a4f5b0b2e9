import { expect, test } from 'vitest';
import type { OpenReminder } from '../../../../src/features/reminders/reminder-rows.ts';
import { plannedPeople } from '../../../../src/inbound/bot/actions/sending-people.ts';
import { calendar, kari, policy } from '../../../features/reminders/world.ts';
import { aCatalogue, aModule } from '../../../support/module-builder.ts';

const tegn = aModule('tegn');
const vold = aModule('vold', { isPriority: false });
const rules = {
  policy,
  calendar,
  catalogue: { ...aCatalogue([tegn, vold]), namedLists: { discussedOn: '2026-01-01' as const } },
};
const item = (moduleId: string, stepId: string, origin: OpenReminder['origin'] = 'step'): OpenReminder => ({
  ...{ moduleId, cycle: 1, stepId, class: 'nudge', origin, deadlineOn: '2026-11-26' },
  ...{ dueAt: new Date('2026-11-26T08:00:00Z'), doubtfulSends: 0, state: 'planned' },
});

function reasonsFor(...items: readonly OpenReminder[]) {
  const preview = {
    ...{ on: '2026-11-26' as const, notLookedAt: 0 },
    people: [{ person: kari, outcome: 'card' as const, kind: 'nudge' as const, items }],
  };
  const rektor = { ...kari, roles: ['leader' as const], leads: ['skolen'] };
  const [planned] = plannedPeople(preview, rektor, { rules, today: '2026-11-25' }, new Map());
  return planned?.reasons;
}

const about = { module: tegn.title };

test('what comes after a module is told with its own reason, and the module it is about', () => {
  expect(reasonsFor(item('refresher.tegn', 'question-1'))).toEqual([{ reason: 'refresher', ...about }]);
  expect(reasonsFor(item('use-it.tegn', 'once'))).toEqual([{ reason: 'use-it', ...about }]);
  expect(reasonsFor(item('reread.tegn', 'version-2'))).toEqual([{ reason: 'reread', ...about }]);
});

test('who is asked to read a guideline again is counted, and never named', () => {
  expect(reasonsFor(item('policy.bilder-av-barn', 'version-2'))).toBeUndefined();
});

test('who has taken a module without priority is counted, and never named by what comes after it', () => {
  expect(reasonsFor(item('refresher.vold', 'question-1'))).toBeUndefined();
  expect(reasonsFor(item('use-it.vold', 'once'))).toBeUndefined();
  expect(reasonsFor(item('reread.vold', 'version-2'))).toBeUndefined();
});

test('what comes when a unit begins, and what a leader has asked for, say so', () => {
  expect(reasonsFor(item('tegn', 'introduction'))).toEqual([{ reason: 'introduction', ...about }]);
  expect(reasonsFor(item('tegn', 'leader-2026-W48', 'leader'))).toEqual([{ reason: 'leader', ...about }]);
});

test('a friendly reminder on the way tells no days, since the day that it is counted from is another for each', () => {
  expect(reasonsFor(item('tegn', 'day-3'))).toEqual([{ reason: 'not-done', ...about }]);
  expect(reasonsFor(item('tegn', 'a-step-of-an-earlier-pack'))).toEqual([{ reason: 'not-done', ...about }]);
});

test('days to and from the deadline are counted from the day it comes', () => {
  const due = item('tegn', 'due');
  expect(reasonsFor(due)).toEqual([{ reason: 'on-due', ...about }]);
  expect(reasonsFor({ ...due, deadlineOn: '2026-11-29' })).toEqual([{ reason: 'before-due', ...about, days: 3 }]);
  expect(reasonsFor({ ...due, deadlineOn: '2026-11-24' })).toEqual([{ reason: 'after-due', ...about, days: 2 }]);
});

test('nobody can tell that somebody asked to be reminded anew', () => {
  const snooze = item('tegn', 'snooze-2026-11-26', 'snooze');
  expect(reasonsFor(snooze)).toEqual(reasonsFor(item('tegn', 'day-3')));
  for (const step of [item('tegn', 'day-3'), item('tegn', 'due'), item('tegn', 'leader-2026-W48', 'leader')]) {
    expect(reasonsFor(snooze, step)).toEqual(reasonsFor(step));
  }
});
