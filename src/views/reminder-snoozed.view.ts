import type { ReminderLine } from '../features/reminders/reminder-model.ts';
import type { SnoozeReminderResult } from '../features/reminders/snooze-reminder.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { openModule, openModuleNamed } from './reminder-words.ts';

export type ReminderSnoozedModel = { result: SnoozeReminderResult; maxSnoozes: number };

/** When the next reminder comes. The deadlines stand there too: putting off does not move them. */
export const reminderSnoozedView = defineView<ReminderSnoozedModel>('reminder-snoozed', (model, kit) => {
  const { title, text } = wordsOf(model, kit);
  const lines = model.result.outcome === 'nothing-left' ? [] : model.result.lines;
  return {
    data: {
      title,
      texts: text === undefined ? [] : [{ text }],
      deadlines: lines.flatMap((line) => deadlineLine(line, kit)),
      actions: [
        ...lines.slice(0, 4).map((line) => (lines.length === 1 ? openModule(line, kit) : openModuleNamed(line, kit))),
        kit.button('module.list', kit.t('common.modules')),
      ],
    },
    summary: title,
  };
});

function wordsOf({ result, maxSnoozes }: ReminderSnoozedModel, kit: ViewKit): { title: string; text?: string } {
  switch (result.outcome) {
    case 'snoozed':
      return { title: kit.t('reminder.snoozed.title', { date: kit.date(result.on) }) };
    case 'limit-reached':
      return {
        title: kit.t('reminder.snoozed.limit-title'),
        text: kit.t('reminder.snoozed.limit', { max: maxSnoozes }),
      };
    case 'nothing-left':
      return { title: kit.t('reminder.snoozed.nothing-title'), text: kit.t('reminder.snoozed.nothing') };
  }
}

function deadlineLine({ title, deadlineOn, timing }: ReminderLine, kit: ViewKit): readonly { text: string }[] {
  if (deadlineOn === undefined) return [];
  const words = { module: kit.pick(title), date: kit.date(deadlineOn) };
  if (timing === 'overdue') return [{ text: kit.t('reminder.snoozed.overdue', words) }];
  return [{ text: kit.t('reminder.snoozed.deadline', words) }];
}
