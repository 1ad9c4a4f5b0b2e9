import type { Report } from './report.ts';

/** What people have found wrong in the texts. */
export type ReportStore = {
  /** Keeps it in its place. `taken`: something is there already, and stays as it is. */
  create(report: Report): Promise<'kept' | 'taken'>;
  /** All of them, or those of one text; those of a text come together, the oldest first. */
  list(contentId?: string): AsyncIterable<Report>;
  /** Fine if absent. */
  delete(report: Report): Promise<void>;
};
