import type { TextEdit } from './text-edit.ts';

/** The words of the changes of texts, apart from the history: that is read again and again, and these are some tens of kilobytes. */
export type TextStore = {
  /** Never changed, only deleted. At most 400,000 characters in all, else Failure `invalid`; `conflict` when they are there already. */
  create(textsId: string, edits: readonly TextEdit[]): Promise<void>;
  /** `undefined` where there are none, only a part of them, or something that cannot be read: one of them must not hold back the others. */
  get(textsId: string): Promise<readonly TextEdit[] | undefined>;
  /** Fine if absent. */
  delete(textsId: string): Promise<void>;
};
