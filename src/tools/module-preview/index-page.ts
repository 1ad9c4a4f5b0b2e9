import type { Module } from '../../features/catalogue/module.ts';
import { html } from '../../views/print/html.ts';

/** Leads to the page of each module that was drawn, in the order of the pack. */
export function indexPage(drawn: readonly { module: Module; pictures: number }[]): string {
  return html`<!doctype html>
<html lang="nb-NO">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Alle moduler – forhåndsvisning</title>
<style>
body { margin: 1.5rem; font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
li { margin: 0.5rem 0; }
</style>
</head>
<body>
<main>
<h1>Alle moduler</h1>
<ul>
${drawn.map(
  ({
    module: { moduleId, title, version, minutes },
    pictures,
  }) => html`<li><a href="${moduleId}/index.html">${title.nb}</a>: utgave ${version}, ${minutes} minutter, ${pictures} bilder</li>
`,
)}</ul>
</main>
</body>
</html>
`.markup;
}
