/** Something wrong in content/, told so that the person who wrote it can mend it. */
export type ContentProblem = {
  /** Relative to the pack folder. */
  file: string;
  /** From 1. */
  line: number;
  message: string;
  /** What to do about it. */
  remedy: string;
};

export type Checked<T> = { value: T | undefined; problems: readonly ContentProblem[] };

export function formatProblem({ file, line, message, remedy }: ContentProblem): string {
  return `${file}:${line}: ${message}. ${remedy}`;
}
