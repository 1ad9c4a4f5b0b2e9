import { expect, test } from 'vitest';
import type { OpenReminder } from '../../../../src/features/reminders/reminder-rows.ts';
import { plannedPeople } from '../../../../src/inbound/bot/actions/sending-people.ts';
import { calendar, kari, policy } from '../../../features/reminders/world.ts';
import { aCatalogue, aModule } from '../../../support/module-builder.ts';

const tegn = aModule('tegn');
const rules = {
  policy,
  calendar,
  catalogue: { ...aCatalogue([tegn]), namedLists: { discussedOn: '2026-01-01' as const } },
};
const item = (moduleId: string, stepId: string): OpenReminder => ({
  ...{ moduleId, cycle: 1, stepId, class: 'nudge', origin: 'step', deadlineOn: '2026-11-26' },
  ...{ dueAt: new Date('2026-11-26T08:00:00Z'), doubtfulSends: 0, state: 'planned' },
});

test('what comes after a module is told with its own reason, and the module it is about', () => {
  const reasonFor = (moduleId: string, stepId: string) => {
    const items = [item(moduleId, stepId)];
    const preview = {
      ...{ on: '2026-11-26' as const, notLookedAt: 0 },
      people: [{ person: kari, outcome: 'card' as const, kind: 'nudge' as const, items }],
    };
    const rektor = { ...kari, roles: ['leader' as const], leads: ['skolen'] };
    const [planned] = plannedPeople(preview, rektor, { rules, today: '2026-11-25' }, new Map());
    return planned?.reasons;
  };
  expect(reasonFor('refresher.tegn', 'question-1')).toEqual([{ reason: 'refresher', module: tegn.title }]);
  expect(reasonFor('use-it.tegn', 'once')).toEqual([{ reason: 'use-it', module: tegn.title }]);
  expect(reasonFor('reread.tegn', 'version-2')).toEqual([{ reason: 'reread', module: tegn.title }]);
  expect(reasonFor('tegn', 'day-3')).toEqual([{ reason: 'after-start', module: tegn.title, days: 3 }]);
});
