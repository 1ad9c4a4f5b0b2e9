import { readLocalDate } from '../../core/local-date.ts';
import { isMorningKey } from '../../features/owners/morning.ts';
import type { Ledger } from '../../features/reminders/ledger.ts';
import type { Reminder } from '../../features/reminders/reminder-rows.ts';
import type { ViewKit } from '../define-view.ts';
import type { Words } from './own-data-rows.ts';

/** What it was about, and when it is sent, was, or why it was not. */
export function reminderLine(reminder: Reminder, { kit, on, module: titleOf }: Words): string {
  const module = titleOf(reminder.moduleId);
  if (reminder.state === 'planned')
    return kit.t('own-data.file.reminder-planned', { module, date: on(reminder.dueAt) });
  const values = { module, date: on(reminder.settledAt) };
  if (reminder.state === 'sent' || reminder.state === 'uncertain') return kit.t('own-data.file.reminder-sent', values);
  const refused = reminder.state === 'rejected' ? kit.t('own-data.ended.refused') : undefined;
  const why = refused ?? endedWord[reminder.reason ?? '']?.(kit) ?? kit.t('own-data.ended.not-yours');
  return kit.t('own-data.file.reminder-ended', { ...values, why });
}

/** What ended it where that is the person's or the calendar's doing; all else is that the thing itself is gone or another. */
const endedWord: Readonly<Record<string, ((kit: ViewKit) => string) | undefined>> = {
  completed: (kit) => kit.t('own-data.ended.done'),
  read: (kit) => kit.t('own-data.ended.done'),
  'employment-ended': (kit) => kit.t('own-data.ended.left'),
  'nudges-off': (kit) => kit.t('own-data.ended.off'),
  'follow-ups-off': (kit) => kit.t('own-data.ended.off'),
  'nudge-limit': (kit) => kit.t('own-data.ended.enough'),
  'dates-changed': (kit) => kit.t('own-data.ended.moved'),
  'not-begun': (kit) => kit.t('own-data.ended.moved'),
  withdrawn: (kit) => kit.t('own-data.ended.registered'),
  'too-late': (kit) => kit.t('own-data.ended.too-late'),
};

const timeOf = (reminder: Reminder): number =>
  (reminder.state === 'planned' ? reminder.dueAt : reminder.settledAt).getTime();
export const byTime = (a: Reminder, b: Reminder): number => timeOf(a) - timeOf(b);

export const cardLines = (day: Ledger, { kit, on }: Words): readonly string[] =>
  day.state === 'sent' || day.state === 'uncertain'
    ? [kit.t('own-data.file.card-sent', { date: on(day.settledAt) })]
    : [];

export const weekLine = ({ key }: Ledger, { kit }: Words): string =>
  kit.t('own-data.file.digest-sent', { period: weekWords(key, kit) });

/** Of a week, or of a morning on which something waited for a second person. */
export const ownerCardLine = ({ key }: Ledger, { kit }: Words): string =>
  isMorningKey(key)
    ? kit.t('own-data.file.waiting-sent', { date: kit.date(key) })
    : kit.t('own-data.file.owner-sent', { period: weekWords(key, kit) });

/** The claim is named by the day that was asked for. */
export function pingNowLine({ key }: Ledger, { kit }: Words): string {
  const on = readLocalDate(key);
  return kit.t('own-data.file.ping-now', { date: on ? kit.date(on) : key });
}

/** `2026-W47` as people say it. */
function weekWords(key: string, kit: ViewKit): string {
  const [year = key, week] = key.split('-W');
  return week === undefined ? key : kit.t('own-data.file.week', { week: String(Number(week)), year });
}
