import type { ReminderLine } from '../features/reminders/reminder-model.ts';
import type { CardAction, ViewKit } from './define-view.ts';

export function deadlineWords({ deadlineOn, timing }: ReminderLine, kit: ViewKit): string | undefined {
  if (deadlineOn === undefined) return undefined;
  if (timing === 'today') return kit.t('reminder.deadline.today');
  const date = kit.date(deadlineOn);
  return timing === 'overdue'
    ? kit.t('reminder.deadline.overdue', { date })
    : kit.t('reminder.deadline.ahead', { date });
}

export function placeWords({ place, lastDoneAt }: ReminderLine, kit: ViewKit): string | undefined {
  if (!place) return lastDoneAt ? undefined : kit.t('reminder.not-begun');
  return kit.t('reminder.place', place);
}

/** Why something that was done stands there again. */
export function renewalWords({ lastDoneAt }: ReminderLine, kit: ViewKit): string | undefined {
  if (!lastDoneAt) return undefined;
  const [last, today] = [lastDoneAt.toISOString().slice(0, 10), kit.today()];
  const isBefore = today.slice(5) < last.slice(5);
  const years = Number(today.slice(0, 4)) - Number(last.slice(0, 4)) - Number(isBefore);
  return kit.t('reminder.renewal', { years, day: kit.day(lastDoneAt) });
}

/** Reminders go on while the leader has not answered, and say so. */
export const withLeaderWords = ({ isWithLeader }: ReminderLine, kit: ViewKit): string | undefined =>
  isWithLeader ? kit.t('prior.waiting-sentence') : undefined;

/** The button where the card is about one module. */
export function openModule({ moduleId, place }: ReminderLine, kit: ViewKit): CardAction {
  const title = place ? kit.t('reminder.resume') : kit.t('reminder.begin');
  return kit.button('module.open', title, { moduleId }, 'positive');
}

/** The button where several modules stand on one card, below the name of its own: a long name would be cut on it, so the tooltip says which. */
export function openModuleNamed({ moduleId, title, place }: ReminderLine, kit: ViewKit): CardAction {
  const module = kit.pick(title);
  const words = place ? kit.t('reminder.resume') : kit.t('reminder.begin');
  const tooltip = place ? kit.t('reminder.resume-named', { module }) : kit.t('reminder.begin-named', { module });
  return { ...kit.button('module.open', words, { moduleId }), tooltip };
}
