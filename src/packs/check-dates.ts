import { type Approval, freshDays } from '../core/approval.ts';
import { daysBetween, type LocalDate } from '../core/local-date.ts';
import type { ContentProblem } from './content-problem.ts';

export type Place = { file: string; line: number };

/** Whether somebody has read this lately enough. */
export function checkAge(name: string, verifiedAt: LocalDate, place: Place, today: LocalDate): ContentProblem[] {
  const age = daysBetween(verifiedAt, today);
  if (age < 0) {
    return [{ ...place, message: `${name}: verifiedAt is in the future`, remedy: 'Write the day it was checked.' }];
  }
  if (age <= freshDays) return [];
  const message = `${name} was last checked ${age} days ago`;
  return [{ ...place, message, remedy: 'Check it again and set verifiedAt.', severity: 'warning' }];
}

/** That nobody answers for this today. `what`: for example `the module`. */
export function checkApproval(what: string, approval: Approval, place: Place, today: LocalDate): ContentProblem[] {
  if (approval.status === 'utkast') {
    const remedy = `${approval.owner} approves it: see content/README.md.`;
    return [{ ...place, message: `nobody has approved ${what}`, remedy, severity: 'warning' }];
  }
  if (approval.validTo >= today) return [];
  const remedy = `${approval.owner} goes through it and approves it again.`;
  return [{ ...place, message: `the approval of ${what} ran out on ${approval.validTo}`, remedy, severity: 'warning' }];
}
