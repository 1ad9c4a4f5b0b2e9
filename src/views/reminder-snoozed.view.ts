import type { ReminderLine } from '../features/reminders/reminder-model.ts';
import type { SnoozeReminderResult } from '../features/reminders/snooze-reminder.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { openModule } from './reminder-words.ts';

/** `isStopped`: nothing is sent to anybody just now. */
export type ReminderSnoozedModel = { result: SnoozeReminderResult; maxSnoozes: number; isStopped?: true };

/** When the next reminder comes. The deadlines stand there too: putting off does not move them. */
export const reminderSnoozedView = defineView<ReminderSnoozedModel>('reminder-snoozed', (model, kit) => {
  const { title, text } = wordsOf(model, kit);
  const lines = model.result.outcome === 'nothing-left' ? [] : model.result.lines;
  const atLimit = model.result.outcome === 'snoozed' ? model.result.atLimit : [];
  const [first] = lines;
  return {
    data: {
      title,
      texts: text === undefined ? [] : [{ text }],
      deadlines: [
        ...lines.map((line) => ({ text: deadlineText(line, kit) })),
        ...atLimit.map((line) => ({ text: `${deadlineText(line, kit)} ${kit.t('reminder.snoozed.at-limit')}` })),
      ],
      actions: [
        // Of several the list says more than a button has room for.
        ...(first && lines.length === 1 ? [openModule(first, kit)] : []),
        kit.button('module.list', kit.t('common.modules')),
      ],
    },
    summary: title,
  };
});

function wordsOf(
  { result, maxSnoozes, isStopped }: ReminderSnoozedModel,
  kit: ViewKit,
): { title: string; text?: string } {
  switch (result.outcome) {
    case 'snoozed':
      return {
        title: kit.t('reminder.snoozed.title', { date: kit.date(result.on) }),
        ...(isStopped && { text: kit.t('reminder.stopped') }),
      };
    case 'limit-reached':
      return {
        title: kit.t('reminder.snoozed.limit-title'),
        text: kit.t('reminder.snoozed.limit', { max: maxSnoozes }),
      };
    case 'nothing-left':
      return { title: kit.t('reminder.snoozed.nothing-title'), text: kit.t('reminder.snoozed.nothing') };
  }
}

function deadlineText({ title, deadlineOn, timing }: ReminderLine, kit: ViewKit): string {
  const module = kit.pick(title);
  if (deadlineOn === undefined) return kit.t('reminder.snoozed.no-deadline', { module });
  const words = { module, date: kit.date(deadlineOn) };
  return timing === 'overdue' ? kit.t('reminder.snoozed.overdue', words) : kit.t('reminder.snoozed.deadline', words);
}
