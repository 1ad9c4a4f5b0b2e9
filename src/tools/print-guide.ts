import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '../core/locale.ts';
import { drawPoster } from '../views/print/draw-poster.ts';
import { guidePage } from '../views/print/guide-page.ts';
import { printKit } from '../views/print/print-model.ts';
import { createViewKits } from '../views/view-kit.ts';
import { readGuideRun } from './guide-run.ts';

/**
 * `npm run guide:print [-- --pack <folder>] [--date YYYY-MM-DD]`: a poster for the wall and a page for who has no Teams, in every language,
 * into dist/guide/.
 */
const run = await readGuideRun(process.argv.slice(2));
const { pack, today, noon, folder } = run;
const kits = createViewKits({ texts: pack.texts, zone: pack.zone });
const model = { guide: pack.guide, municipality: pack.municipality.name, today };
await mkdir(folder, { recursive: true });
for (const locale of locales) {
  const kit = printKit(kits(locale, noon));
  const others = locales.map((other) => ({ locale: other, kit: kits(other, noon) }));
  await writeFile(path.join(folder, `poster-${locale}.pdf`), await drawPoster(model, kit));
  await writeFile(path.join(folder, `${locale}.html`), guidePage(model, kit, others));
}
console.log(
  `Posters (poster-*.pdf) and pages (*.html) in ${path.relative(process.cwd(), folder)}: ${locales.join(', ')}`,
);
