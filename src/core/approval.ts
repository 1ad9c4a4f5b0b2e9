import type { LocalDate } from './local-date.ts';

/** Who answers for a piece of content. Content that nobody has approved is `utkast`, and every card made of it says so. */
export type Approval =
  | { status: 'utkast'; owner: string }
  | { status: 'approved'; owner: string; approvedBy: string; approvedAt: LocalDate; validTo: LocalDate };

/** Whether nobody answers for it today: never approved, or the approval has run out. */
export function isDraft(approval: Approval, today: LocalDate): boolean {
  return approval.status === 'utkast' || approval.validTo < today;
}

/** After so many days a fact should have been checked again. */
export const freshDays = 180;

/** Where a fact comes from, and when a person last checked it. */
export type SourceRef = { source: string; verifiedAt: LocalDate };
