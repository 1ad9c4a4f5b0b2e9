import { locales } from '../../../src/core/locale.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';
import type { Pack } from '../../../src/packs/pack.ts';
import type { ViewKit } from '../../../src/views/define-view.ts';
import { drawPoster } from '../../../src/views/print/draw-poster.ts';
import { guidePage } from '../../../src/views/print/guide-page.ts';
import { type PrintModel, printKit } from '../../../src/views/print/print-model.ts';
import { createViewKits } from '../../../src/views/view-kit.ts';
import { packFolder } from '../../features/guide/the-guide.ts';

export const today = '2026-11-23';
const noon = new Date(`${today}T11:00:00Z`);

export const { pack } = await loadPack(packFolder);
export const modelOf = ({ guide, municipality }: Pack): PrintModel => ({
  guide,
  municipality: municipality.name,
  today,
});

export const kitOf = (locale: (typeof locales)[number]): ViewKit =>
  printKit(createViewKits({ texts: pack.texts, zone: pack.zone })(locale, noon));

export const posterOf = (model: PrintModel, locale: (typeof locales)[number]): Promise<Buffer> =>
  drawPoster(model, kitOf(locale));

export const pageOf = (model: PrintModel, locale: (typeof locales)[number]): string =>
  guidePage(
    model,
    kitOf(locale),
    locales.map((other) => ({ locale: other, kit: kitOf(other) })),
  );
