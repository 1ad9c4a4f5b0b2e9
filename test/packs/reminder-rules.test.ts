import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarRulesSchema } from '../../src/packs/calendar-schema.ts';
import { readYaml } from '../../src/packs/read-yaml.ts';
import { reminderPolicySchema } from '../../src/packs/reminder-schema.ts';

const content = path.resolve(import.meta.dirname, '../../content');
const policy = { sendAt: '09:00', maxNudges: 3, maxSnoozes: 3 };
const step = { id: 'day-3', anchor: 'employed', days: 3, class: 'nudge' };
const problemsOf = (value: unknown): string[] =>
  reminderPolicySchema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('the calendar and the reminders of the pack', () => {
  it('can be read', async () => {
    const calendar = await readYaml(content, 'calendar.yaml', calendarRulesSchema);
    const reminders = await readYaml(content, 'reminders.yaml', reminderPolicySchema);
    expect([...calendar.problems, ...reminders.problems]).toEqual([]);
    expect(calendar.value?.value.pauses).toContainEqual({ from: '07-01', to: '08-14', label: 'Sommer' });
    const window = calendar.value?.value.window;
    expect(reminders.value && window && reminders.value.value.sendAt >= window.from).toBe(true);
    expect(reminders.value && window && reminders.value.value.sendAt < window.to).toBe(true);
  });

  it.each([
    ['a window that ends before it begins', { window: { from: '15:00', to: '08:30' } }],
    ['a date that does not exist', { localDaysOff: [{ date: '2027-02-30' }] }],
    ['a yearly date that does not exist', { pauses: [{ from: '02-30', to: '03-02' }] }],
    ['a pause of one year that ends before it begins', { pauses: [{ from: '2027-07-31', to: '2027-07-01' }] }],
    ['a half day that nobody knows', { halfDays: [{ on: 'pinseaften', until: '12:00' }] }],
    ['a misspelt name', { localDayOff: [] }],
  ])('refuse %s', (_, calendar) => {
    expect(calendarRulesSchema.safeParse(calendar).success).toBe(false);
  });

  it('have office hours and holidays when the file says nothing', () => {
    expect(calendarRulesSchema.parse({})).toEqual({
      ...{ window: { from: '08:30', to: '15:00' }, useHolidays: true },
      ...{ localDaysOff: [], halfDays: [], pauses: [] },
    });
  });

  it('refuse steps that share an id, take the name of a snooze, or come before the first day', () => {
    expect(problemsOf({ ...policy, steps: [step] })).toEqual([]);
    expect(problemsOf({ ...policy, steps: [step, step] })).toEqual(['two steps have the same id']);
    expect(problemsOf({ ...policy, steps: [{ ...step, id: 'snooze-1' }] })).toEqual([expect.stringContaining('taken')]);
    expect(problemsOf({ ...policy, steps: [{ ...step, days: -1 }] })).toEqual([expect.stringContaining('first day')]);
  });
});
