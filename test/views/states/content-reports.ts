import { findReportable } from '../../../src/features/reports/reportable.ts';
import { sumReports } from '../../../src/features/reports/sum-reports.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type ContentReportsModel, contentReportsView } from '../../../src/views/content-reports.view.ts';
import { theContent } from '../../features/find/the-content.ts';
import { aReport } from '../../support/report-builder.ts';

const sums = sumReports([
  aReport('module:meldeplikt:hovedregelen', { on: '2026-11-20' }),
  aReport('module:meldeplikt:hovedregelen', { on: '2026-11-23', kind: 'unclear' }),
  aReport('module:meldeplikt:hovedregelen', { on: '2026-11-23', kind: 'unclear', place: 2 }),
  aReport('guide:violence', { on: '2026-11-01', kind: 'language' }),
  aReport('word:ppt', { on: '2026-11-22', kind: 'outdated' }),
  aReport('policy:bilder-av-barn', { on: '2026-11-24', kind: 'outdated' }),
  aReport('policy:borte', { on: '2025-12-01', kind: 'outdated' }),
  aReport('module:borte:kort', { on: '2025-12-01', kind: 'other' }),
]);
const texts: ContentReportsModel['texts'] = sums.map((sum) => ({
  ...sum,
  content: findReportable(theContent, sum.contentId),
}));
const many = [...theContent.guide.steps.keys()].slice(2, 14).map((stepId) => `guide:${stepId}`);
const manyTexts = sumReports(many.map((contentId) => aReport(contentId, { on: '2026-11-01' }))).map((sum) => ({
  ...sum,
  content: findReportable(theContent, sum.contentId),
}));

export const states = defineStates(contentReportsView, {
  'six texts': { texts, page: 0 },
  'one was closed': { texts: texts.slice(1), page: 0, notice: 'closed' },
  'more came': { texts, page: 0, notice: 'more-came' },
  "somebody else's": { texts: [], page: 0, notice: 'not-yours' },
  none: { texts: [], page: 0 },
  'the first page': { texts: manyTexts, page: 0 },
  'the last page': { texts: manyTexts, page: 9 },
});
