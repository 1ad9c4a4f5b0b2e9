import type { StoredFile } from '../../core/file-card.ts';
import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import type { Catalogue } from '../../features/catalogue/catalogue.ts';
import type { Retention } from '../../features/people/retention.ts';
import type { OwnData } from '../../features/use-cases/read-own-data.ts';
import { createViewKits, type Texts } from '../view-kit.ts';
import { drawOwnData } from './draw-own-data.ts';
import { ownDataSections } from './own-data-sections.ts';
import { printKit } from './print-model.ts';

export const dataFormats = ['pdf', 'json'] as const;
export type DataFormat = (typeof dataFormats)[number];

/** Makes the file with all that is stored about one person: for reading, or for another program. */
export type OwnDataPress = (
  data: OwnData,
  catalogue: Catalogue,
  format: DataFormat,
  locale: Locale,
  now: Date,
) => Promise<StoredFile>;

export function createOwnDataPress(words: {
  texts: Texts;
  zone: TimeZone;
  municipality: string;
  retention?: Retention;
}): OwnDataPress {
  const kitFor = createViewKits(words);
  return async (data, catalogue, format, locale, now) => {
    const kit = printKit(kitFor(locale, now));
    const { zone, municipality, retention } = words;
    const madeOn = localDateAt(now, zone);
    const draw = () =>
      drawOwnData({
        ...{ title: kit.t('own-data.file.title'), municipality, madeOn, locale },
        made: kit.t('own-data.file.made', { date: kit.date(madeOn), municipality }),
        intro: kit.t('own-data.file.intro'),
        sections: ownDataSections(data, { catalogue, zone, ...(retention && { retention }) }, kit),
      });
    return {
      name: `${kit.t('own-data.file.name', { date: madeOn })}.${format}`,
      fileType: format,
      bytes: format === 'pdf' ? await draw() : Buffer.from(jsonOf(data, municipality, madeOn, retention)),
      description: kit.t('own-data.file.description'),
      here: kit.t('own-data.file.here'),
    };
  };
}

/** Every row as it is stored, under the names that the code has for them. */
function jsonOf(data: OwnData, municipality: string, madeOn: LocalDate, retention?: Retention): string {
  return `${JSON.stringify({ madeOn, municipality, ...data, ...(retention && { retention }) }, undefined, 2)}\n`;
}
