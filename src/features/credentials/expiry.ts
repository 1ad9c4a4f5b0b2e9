import { daysBetween, type LocalDate } from '../../core/local-date.ts';

/** What the bot proves itself to Teams with, when it is something that runs out. */
export type Expiry = { what: 'secret' | 'certificate'; expiresOn: LocalDate };

/** So many days before it runs out the administrators are told. */
const expirySteps = [60, 30, 7] as const;
export type ExpiryStep = (typeof expirySteps)[number];

export const daysLeft = ({ expiresOn }: Expiry, today: LocalDate): number => daysBetween(today, expiresOn);

/** The step that is due on this day: the nearest one, so that who was away is told once and not thrice. `undefined`: none yet. */
export function expiryStepOf(expiry: Expiry, today: LocalDate): ExpiryStep | undefined {
  const left = daysLeft(expiry, today);
  return expirySteps.findLast((step) => left <= step);
}
