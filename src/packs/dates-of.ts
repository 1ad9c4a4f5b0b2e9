import type { LocalDates } from '../features/content/local-dates.ts';
import type { Pack } from './pack.ts';

/** The dates of the files that may be corrected from the chat. */
export const datesOf = ({ calendar, catalogue: { waves, introduction } }: Pack): LocalDates => ({
  daysOff: calendar.localDaysOff,
  waves: waves ?? new Map(),
  ...(introduction && { onboardingDays: introduction.onboardingDays }),
});
