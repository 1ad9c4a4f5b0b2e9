import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '../core/locale.ts';
import { drawPoster } from '../views/print/draw-poster.ts';
import { guidePage } from '../views/print/guide-page.ts';
import { printKit } from '../views/print/print-model.ts';
import { createViewKits } from '../views/view-kit.ts';
import { runGuideCommand } from './guide-run.ts';

/**
 * `npm run guide:print [-- --pack <folder>] [--date YYYY-MM-DD]`: a poster for the wall and a page for who has no Teams, in every language,
 * into dist/guide/.
 */
await runGuideCommand(async ({ pack, today, noon, folder }) => {
  const kits = createViewKits({ texts: pack.texts, zone: pack.zone });
  const model = { guide: pack.guide, municipality: pack.municipality.name, today };
  const siblings = locales.map((locale) => ({ locale, kit: printKit(kits(locale, noon)) }));
  await mkdir(folder, { recursive: true });
  for (const { locale, kit } of siblings) {
    await writeFile(path.join(folder, `poster-${locale}.pdf`), await drawPoster(model, kit));
    await writeFile(path.join(folder, `${locale}.html`), guidePage(model, kit, siblings));
  }
  return `Posters (poster-*.pdf) and pages (*.html) in ${path.relative(process.cwd(), folder)}: ${locales.join(', ')}`;
});
