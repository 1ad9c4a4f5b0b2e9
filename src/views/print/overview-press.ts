import type { StoredFile } from '../../core/file-card.ts';
import type { TimeZone } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import type { ViewKit } from '../define-view.ts';
import { drawOverview } from '../sheet/draw-overview.ts';
import { overviewCsv } from '../sheet/overview-csv.ts';
import type { NamedOverview } from '../sheet/overview-lines.ts';
import { createViewKits, type Texts } from '../view-kit.ts';
import { printKit } from './print-model.ts';

export const overviewFormats = ['xlsx', 'csv'] as const;
export type OverviewFormat = (typeof overviewFormats)[number];

/** Makes a file of the figures of a month, for a spreadsheet or for another program. */
export type OverviewPress = (
  named: NamedOverview,
  format: OverviewFormat,
  locale: Locale,
  now: Date,
) => Promise<StoredFile>;

export function createOverviewPress(words: { texts: Texts; zone: TimeZone }): OverviewPress {
  const kitFor = createViewKits(words);
  const drawers: Readonly<
    Record<OverviewFormat, (named: NamedOverview, kit: ViewKit) => Promise<Uint8Array> | Uint8Array>
  > = { xlsx: drawOverview, csv: overviewCsv };
  return async (named, format, locale, now) => {
    const kit = printKit(kitFor(locale, now));
    const { on } = named.overview;
    const date = kit.date(on);
    return {
      name: `${kit.t('rollup.file.name', { date: on })}.${format}`,
      fileType: format,
      bytes: await drawers[format](named, kit),
      description: kit.t('rollup.file.description', { date }),
      here: kit.t('rollup.file.here', { date }),
    };
  };
}
