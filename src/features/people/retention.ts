import { addDays, type LocalDate } from '../../core/local-date.ts';
import type { Person } from './person.ts';

/** How long the municipality keeps what is stored about people. Whole days, and whole calendar months. */
export type Retention = {
  /** After the last day of employment. Then all that is stored about the person goes. */
  afterLeavingDays: number;
  /** Reminders and cards, after they were sent or given up. */
  messageDays: number;
  /** Who was at a meeting. That a module was done there is kept with the person. */
  meetingDays: number;
  /** What somebody did that concerns another person. */
  auditMonths: number;
  /** That somebody whom we do not know has asked to be added. It goes sooner when they are. */
  requestDays: number;
};

/** The last day that something is kept of who has left: it goes in the night after. `undefined` while nobody knows of a last day at work. */
export const keptUntil = (
  { endsOn }: Pick<Person, 'endsOn'>,
  { afterLeavingDays }: Retention,
): LocalDate | undefined => (endsOn === undefined ? undefined : addDays(endsOn, afterLeavingDays));
