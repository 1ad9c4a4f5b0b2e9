import type { StoredFile } from '../../core/file-card.ts';
import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import type { StatusAt } from '../../features/rollups/read-status-at.ts';
import type { ViewKit } from '../define-view.ts';
import { drawFigures } from '../sheet/draw-figures.ts';
import { figuresCsv } from '../sheet/figures-csv.ts';
import { createViewKits, type Texts } from '../view-kit.ts';
import { drawStatusReport } from './draw-status-report.ts';
import { printKit } from './print-model.ts';

export const figureFormats = ['xlsx', 'csv', 'pdf'] as const;
export type FigureFormat = (typeof figureFormats)[number];

/** Makes a file of sums: for a spreadsheet, for another program, or to be printed. */
export type StatusAtPress = (status: StatusAt, format: FigureFormat, locale: Locale, now: Date) => Promise<StoredFile>;

export function createStatusAtPress(words: { texts: Texts; zone: TimeZone; municipality: string }): StatusAtPress {
  const kitFor = createViewKits(words);
  return async (status, format, locale, now) => {
    const kit = printKit(kitFor(locale, now));
    const { municipality, zone } = words;
    const drawers: Readonly<Record<FigureFormat, (kit: ViewKit) => Promise<Uint8Array> | Uint8Array>> = {
      xlsx: (inWords) => drawFigures(status, inWords),
      csv: (inWords) => figuresCsv(status, inWords),
      pdf: (inWords) => drawStatusReport(status, { municipality, madeOn: localDateAt(now, zone) }, inWords),
    };
    return {
      name: `${kit.t('status-at.file.name', { date: status.on })}.${format}`,
      fileType: format,
      bytes: await drawers[format](kit),
      description: kit.t('status-at.file.description', { date: kit.date(status.on) }),
      here: kit.t('status-at.file.here', { date: kit.date(status.on) }),
    };
  };
}
