import type { Approval, SourceRef } from '../../core/approval.ts';
import type { LocalText } from '../../core/locale.ts';

/** A word that staff meet, and what it means. Where it leads is told by ids that the pack check has looked up. */
export type Word = SourceRef & {
  wordId: string;
  /** Of the list of words: raised by the owner at every change. */
  version: number;
  /** As it stands on the card. */
  term: LocalText;
  /** One or two plain sentences. */
  meaning: LocalText;
  /** Other ways of writing it: abbreviations, dialect, Danish. Never shown. */
  findBy: readonly string[];
  /** Where the guide opens for it. */
  entryId?: string;
  moduleIds: readonly string[];
  toolIds: readonly string[];
  lawIds: readonly string[];
  approval: Approval;
};
