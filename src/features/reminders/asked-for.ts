import { isCertificateReminder } from './certificate-reminder.ts';
import type { Reminder } from './reminder-rows.ts';

/** What the person has asked for, by "Minn meg i morgen" or by writing down the date of a course: it comes before the unit begins, too. */
export const isAskedFor = (reminder: Pick<Reminder, 'origin' | 'moduleId'>): boolean =>
  reminder.origin === 'snooze' || isCertificateReminder(reminder);
