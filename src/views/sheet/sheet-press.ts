import type { StoredFile } from '../../core/file-card.ts';
import type { TimeZone } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { oneLine } from '../escape.ts';
import { createViewKits, type Texts } from '../view-kit.ts';
import { drawSheet, type SheetModel } from './draw-sheet.ts';

/** Makes the file. Throws Failure `bug` for a text that is missing. */
export type SheetPress = (model: SheetModel, version: number, locale: Locale, now: Date) => Promise<StoredFile>;

export function createSheetPress(words: { texts: Texts; zone: TimeZone }): SheetPress {
  const kitFor = createViewKits(words);
  return async (model, version, locale, now) => {
    const kit = kitFor(locale, now);
    const { moduleId, title } = model.base;
    const module = oneLine(kit.pick(title));
    return {
      // The id, since OneDrive takes not every letter of a title; the day, since several may lie there.
      name: `undring-${moduleId}-v${version}-${kit.today()}.xlsx`,
      fileType: 'xlsx',
      bytes: await drawSheet(model, kit),
      description: kit.t('content.sheet.description', { module }),
      here: kit.t('content.sheet.here', { module }),
    };
  };
}
