import type { LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import type { OwnModule } from '../progress/own-modules.ts';
import type { CertificateLine } from './certificate-reminder.ts';

/** One module on the card. */
export type ReminderLine = {
  moduleId: string;
  title: LocalText;
  /** At least 1. */
  minutesLeft: number;
  deadlineOn?: LocalDate;
  timing: 'ahead' | 'today' | 'overdue';
  /** Absent when the module is not begun. `number` counts from 1. */
  place?: { number: number; of: number };
  /** The person has said that it was learnt before, and the leader has not answered yet. */
  isWithLeader?: true;
  /** It is to be taken again: when it was done the last time. */
  lastDoneAt?: Date;
};

/** What one day's card tells: everything that is due, nearest deadline first. */
export type ReminderModel = {
  lines: readonly ReminderLine[];
  /** Courses that run out soon. */
  certificates: readonly CertificateLine[];
  /** The first card to somebody who was there before the unit began. */
  isIntroduction?: true;
  /** A leader has asked for it: the person is told so. */
  isFromLeader?: true;
  /** Nobody knows whether an earlier card with a deadline arrived. */
  isRepeat: boolean;
  canSnooze: boolean;
};

export function lineOf(own: OwnModule, today: LocalDate): ReminderLine {
  const { module, dueOn } = own;
  const left = own.standing === 'on-the-way' ? 1 - own.position / own.of : 1;
  return {
    moduleId: module.moduleId,
    title: module.title,
    minutesLeft: Math.max(1, Math.ceil(module.minutes * left)),
    ...(dueOn !== undefined && { deadlineOn: dueOn }),
    timing: timingOf(dueOn, today),
    ...(own.lastDoneAt && { lastDoneAt: own.lastDoneAt }),
    ...(own.prior === 'waiting' && { isWithLeader: true as const }),
    ...(own.standing === 'on-the-way' && { place: { number: own.position + 1, of: own.of } }),
  };
}

function timingOf(dueOn: LocalDate | undefined, today: LocalDate): ReminderLine['timing'] {
  if (dueOn === undefined || today < dueOn) return 'ahead';
  return dueOn === today ? 'today' : 'overdue';
}
