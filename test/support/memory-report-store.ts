import type { Report } from '../../src/features/reports/report.ts';
import type { ReportStore } from '../../src/features/reports/report-store.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** ReportStore in memory, with the behaviour of `reportTable`. */
export function memoryReportStore(): ReportStore {
  const kept = new Map<string, Report>();
  const keyOf = ({ contentId, on, place }: Report): string => {
    checkKeys({ partitionKey: contentId, rowKey: 'any' });
    return `${contentId}\n${on}:${String(place).padStart(2, '0')}`;
  };
  return {
    async create(report) {
      const key = keyOf(report);
      if (kept.has(key)) return 'taken';
      kept.set(key, { ...report });
      return 'kept';
    },
    async *list(contentId) {
      if (contentId !== undefined) checkKeys({ partitionKey: contentId, rowKey: 'any' });
      const inKeyOrder = [...kept].sort(([one], [other]) => (one < other ? -1 : 1));
      for (const [, report] of inKeyOrder) {
        if (contentId === undefined || report.contentId === contentId) yield { ...report };
      }
    },
    async delete(report) {
      kept.delete(keyOf(report));
    },
  };
}
