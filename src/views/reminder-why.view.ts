import type { ReminderLine } from '../features/reminders/reminder-model.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { openModuleNamed } from './reminder-words.ts';

export type ReminderWhyModel = {
  /** The modules with a date that are not done, nearest first. */
  lines: readonly ReminderLine[];
  maxNudges: number;
};

/** Who decided it, when it stops, and what the leader sees. */
export const reminderWhyView = defineView<ReminderWhyModel>('reminder-why', ({ lines, maxNudges }, kit) => {
  const title = kit.t('reminder.why.title');
  const [first] = lines;
  return {
    data: {
      title,
      reason: kit.t('reminder.why.reason', { count: lines.length }),
      deadlines: lines.map((line) => ({ text: deadlineLine(line, kit) })),
      rules: kit.t('reminder.why.rules', { max: maxNudges }),
      leader: kit.t('reminder.why.leader'),
      actions: [
        ...(first ? [openModuleNamed(first, kit)] : []),
        kit.button('preferences.show', kit.t('preferences.link')),
        kit.button('digest.what-leader-sees', kit.t('common.what-leader-sees')),
        kit.button('module.list', kit.t('common.modules')),
      ],
    },
    summary: title,
  };
});

function deadlineLine({ title, deadlineOn }: ReminderLine, kit: ViewKit): string {
  const module = kit.pick(title);
  if (deadlineOn === undefined) return kit.t('reminder.why.no-deadline', { module });
  return kit.t('reminder.why.deadline', { module, date: kit.date(deadlineOn) });
}
