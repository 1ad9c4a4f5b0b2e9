import type { Report } from '../../src/features/reports/report.ts';

/** A report of a text, for tests. */
export const aReport = (contentId: string, given: Partial<Report> = {}): Report => ({
  ...{ contentId, version: '1', kind: 'fact', on: '2026-11-23', place: 0 },
  ...given,
});
