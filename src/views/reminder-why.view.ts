import type { ReminderLine } from '../features/reminders/reminder-model.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';

export type ReminderWhyModel = {
  /** The modules with a date that are not done, nearest first. */
  lines: readonly ReminderLine[];
  maxNudges: number;
};

/** Who decided it, when it stops, and what the leader sees. */
export const reminderWhyView = defineView<ReminderWhyModel>('reminder-why', ({ lines, maxNudges }, kit) => {
  const [first] = lines;
  const title = first ? kit.t('reminder.why.title') : kit.t('reminder.why.title-none');
  return {
    data: {
      title,
      reason: kit.t('reminder.why.reason', { count: lines.length }),
      deadlines: lines.map((line) => ({ text: deadlineLine(line, kit) })),
      // How they come is of no use when no more come.
      rules: first ? [{ text: kit.t('reminder.why.rules', { max: maxNudges }) }] : [],
      leader: kit.t('reminder.why.leader'),
      actions: [
        ...(first ? [openFirst(first, kit)] : []),
        kit.button('preferences.show', kit.t('preferences.link')),
        kit.button('digest.what-leader-sees', kit.t('common.what-leader-sees')),
        kit.button('module.list', kit.t('common.modules')),
      ],
    },
    summary: title,
  };
});

/** In few words, whatever the module is called: its name stands above. */
function openFirst({ moduleId, place }: ReminderLine, kit: ViewKit): CardAction {
  return kit.button('module.open', place ? kit.t('module.list.resume') : kit.t('module.list.begin'), { moduleId });
}

function deadlineLine({ title, deadlineOn }: ReminderLine, kit: ViewKit): string {
  const module = kit.pick(title);
  if (deadlineOn === undefined) return kit.t('reminder.why.no-deadline', { module });
  return kit.t('reminder.why.deadline', { module, date: kit.date(deadlineOn) });
}
