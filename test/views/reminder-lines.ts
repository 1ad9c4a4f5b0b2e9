import type { ReminderLine } from '../../src/features/reminders/reminder-model.ts';

/** A module on a reminder card: due Friday 11 December 2026 unless said otherwise. */
export function reminderLine(moduleId: string, title: string, more: Partial<ReminderLine> = {}): ReminderLine {
  const words = { nb: title, nn: title, en: title };
  return { moduleId, title: words, minutesLeft: 15, deadlineOn: '2026-12-11', timing: 'ahead', ...more };
}
