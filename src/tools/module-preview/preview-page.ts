import type { Module } from '../../features/catalogue/module.ts';
import { type Html, html, trusted } from '../../views/print/html.ts';
import type { DrawnSheet } from '../cards/draw-sheets.ts';

const sizeWords = { wide: 'bred', narrow: 'smal, som på telefon' } as const;
const themeWords = { light: 'lys', dark: 'mørk' } as const;

/** All pictures of a module on one page, card by card in the order they are met. */
export function previewPage(module: Module, drawn: readonly DrawnSheet[]): string {
  const cards = [...Map.groupBy(drawn, ({ sheet }) => sheet)];
  return html`<!doctype html>
<html lang="nb-NO">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>${module.title.nb} – forhåndsvisning</title>
<style>${trusted(style)}</style>
</head>
<body>
<h1>${module.title.nb}</h1>
<p>Utgave ${module.version}, ${module.cards.length} kort, ${module.quiz.length} spørsmål, ${module.minutes} minutter. Fra venstre i hvert bilde: bokmål, nynorsk, engelsk.</p>
<nav aria-label="Kort"><ol>${cards.map(([sheet]) => html`<li><a href="#${sheet}">${sheet.slice(3)}</a></li>`)}</ol></nav>
<main>
${cards.map(([sheet, pictures]) => section(sheet, pictures))}
</main>
</body>
</html>
`.markup;
}

function section(sheet: string, pictures: readonly DrawnSheet[]): Html {
  return html`<section aria-labelledby="${sheet}"><h2 id="${sheet}">${sheet.slice(0, 2)} ${sheet.slice(3)}</h2>
${pictures.map((picture) => figure(sheet, picture))}</section>
`;
}

function figure(sheet: string, { file, size, theme }: DrawnSheet): Html {
  const words = `${sizeWords[size]}, ${themeWords[theme]}`;
  return html`<figure><figcaption>${words}</figcaption><a href="${file}"><img src="${file}" alt="${sheet.slice(3)} på tre språk, ${words}" loading="lazy"></a></figure>
`;
}

const style = `
body { margin: 1.5rem; font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
ol { columns: 14rem; }
section { margin-top: 2rem; border-top: 1px solid; }
figure { margin: 0.5rem 0 1.5rem; }
figcaption { font-weight: 600; }
img { max-width: 100%; border: 1px solid #8886; }
`;
