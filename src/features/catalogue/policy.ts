import type { Approval } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Audience } from './audience.ts';

/** `material`: who has read an earlier one is asked to read again. */
export type PolicyVersion = { version: number; validFrom: LocalDate; isMaterial: boolean };

/** Something that has to be read, not learnt: no quiz. Either its words stand here, or on the municipality's own page. */
export type Policy = {
  policyId: string;
  title: LocalText;
  text?: LocalText;
  url?: string;
  approval: Approval;
  audience: Audience;
  /** From the first to the one that holds now; never empty, and each number is higher than the one before. */
  versions: readonly PolicyVersion[];
};
