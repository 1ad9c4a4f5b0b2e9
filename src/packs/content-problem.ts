import type { Told } from '../features/content/text-problem.ts';

/** Something wrong in content/, told so that the person who wrote it can mend it. */
export type ContentProblem = {
  /** Relative to the pack folder. */
  file: string;
  /** From 1. */
  line: number;
  message: string;
  /** What to do about it. */
  remedy: string;
  /** Absent means error. A warning is told and never fails a check. */
  severity?: 'error' | 'warning';
  /** The same without words, where it is about a text that a workbook may hold: told there in the editor's own language. */
  told?: Told;
};

export const isWarning = ({ severity }: ContentProblem): boolean => severity === 'warning';

export type Checked<T> = { value: T | undefined; problems: readonly ContentProblem[] };

export function formatProblem({ file, line, message, remedy }: ContentProblem): string {
  return `${file}:${line}: ${message}. ${remedy}`;
}
