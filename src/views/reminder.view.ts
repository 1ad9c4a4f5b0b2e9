import type { ReminderLine, ReminderModel } from '../features/reminders/reminder-model.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { deadlineWords, openModule, openModuleNamed, placeWords } from './reminder-words.ts';

/** The day's one card: what is left, until when, and a way to put it off. Kind also when it is late. */
export const reminderView = defineView<ReminderModel>('reminder', (model, kit) => {
  const { lines, isRepeat, canSnooze } = model;
  const [first] = lines;
  const isOne = lines.length === 1;
  const rest: readonly CardAction[] = [
    ...(canSnooze ? [kit.button('reminder.snooze', kit.t('reminder.snooze'))] : []),
    kit.button('reminder.why', kit.t('reminder.why-button')),
  ];
  return {
    data: {
      title: titleOf(lines, kit),
      repeats: isRepeat ? [{ text: kit.t('reminder.repeat') }] : [],
      texts: isOne && first ? [{ text: sentences(deadlineWords(first, kit), placeWords(first, kit)) }] : [],
      rows: isOne ? [] : lines.map((line) => rowOf(line, kit)),
      help: kit.t('reminder.no-time'),
      actions: isOne && first ? [openModule(first, kit), ...rest] : rest,
    },
    summary: summaryOf(lines, kit),
  };
});

function titleOf(lines: readonly ReminderLine[], kit: ViewKit): string {
  const [first] = lines;
  if (!first || lines.length > 1) return kit.t('reminder.several.title', { count: lines.length });
  return kit.t('reminder.one.title', { module: kit.pick(first.title), minutes: first.minutesLeft });
}

function rowOf(line: ReminderLine, kit: ViewKit) {
  const minutes = kit.t('reminder.several.minutes', { minutes: line.minutesLeft });
  return {
    title: kit.pick(line.title),
    text: sentences(minutes, deadlineWords(line, kit), placeWords(line, kit)),
    actions: [openModuleNamed(line, kit)],
  };
}

function summaryOf(lines: readonly ReminderLine[], kit: ViewKit): string {
  const [first] = lines;
  const module = first ? kit.pick(first.title) : '';
  if (!first || lines.length > 1) return kit.t('reminder.several.summary', { count: lines.length, module });
  if (first.timing === 'overdue' || first.deadlineOn === undefined) {
    return kit.t('reminder.one.summary-overdue', { module });
  }
  if (first.timing === 'today') return kit.t('reminder.one.summary-today', { module });
  return kit.t('reminder.one.summary-ahead', { module, date: kit.date(first.deadlineOn) });
}

const sentences = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');
