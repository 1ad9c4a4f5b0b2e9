import type { Graphviz } from '@hpcc-js/wasm-graphviz';
import { partsOf } from '../../features/guide/parts.ts';
import { type Html, html, trusted } from '../../views/print/html.ts';
import type { PrintModel } from '../../views/print/print-model.ts';
import { drawPart } from './draw-part.ts';
import { drawingStyle } from './drawing-style.ts';
import { kindWords, partWord } from './drawing-words.ts';
import { contactTable, entryTable, lawTable, openMatters } from './facts-tables.ts';
import { anchorOf, type LetteredPart, type PartOf } from './part-graph.ts';
import { stepText } from './step-text.ts';

/** The whole guide for the coordinators: what is left to see to, a drawing of each part, and every text in three languages. */
export function drawingPage(graphviz: Graphviz, model: PrintModel): string {
  const { guide, municipality, today } = model;
  const parts = partsOf(guide).map((part, index) => ({ ...part, letter: String.fromCharCode(65 + index) }));
  const partOf = new Map(parts.flatMap((part) => part.steps.map(({ stepId }) => [stepId, part] as const)));
  const choices = [...guide.steps.values()].reduce((sum, step) => sum + step.choices.length, 0);
  const page = html`<!doctype html>
<html lang="nb-NO">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Veiviseren tegnet – ${municipality}</title>
<style>${trusted(drawingStyle)}</style>
</head>
<body>
<a class="skip" href="#content">Hopp til tegningene</a>
<header>
<p class="soft">${municipality} · utgave ${guide.packVersion} · tegnet for ${today}</p>
<h1>Veiviseren tegnet</h1>
<p>${guide.steps.size} steg, ${choices} valg og ${guide.entries.size} innganger. Hver del har en tegning. Under tegningen står teksten på alle tre språk.
Trykk på et steg i tegningen for å lese teksten.</p>
</header>
<nav aria-labelledby="contents"><h2 id="contents">Innhold</h2><ul class="row">
<li><a href="#todo">Dette må noen se på</a></li>
${parts.map((part) => html`<li><a href="#part-${part.partId}">${partWord(part)}</a> <span class="soft">(${part.steps.length})</span></li>\n`)}
<li><a href="#entries">Innganger</a></li><li><a href="#contacts">Kontakter</a></li><li><a href="#laws">Lover</a></li>
</ul></nav>
<main id="content" tabindex="-1">
${openMatters(model)}
<section aria-labelledby="signs"><h2 id="signs">Slik leser du tegningene</h2>
<ul class="legend">${Object.entries(kindWords).map(([kind, { sign, word }]) => html`<li class="kind-${kind}"><span aria-hidden="true">${sign}</span> ${word}</li>`)}</ul>
<ul>
<li>En pil er et valg. Teksten på pila er teksten på knappen.</li>
<li>Stiplet pil med <strong>(?)</strong> er «Vet ikke». Den skal alltid gå den trygge veien.</li>
<li>Et valg som går til en annen del, eller til et steg som mange går til, står inne i boksen med <strong>↗</strong> bokstaven til delen og navnet på steget.</li>
<li><strong>⇢ innganger</strong>: veiviseren kan åpnes her av en knapp eller av noe en person skriver.</li>
<li>«utkast»: ingen har godkjent steget ennå. Kortet sier det samme til den som leser.</li>
</ul></section>
${parts.map((part) => partSection(graphviz, model, part, partOf))}
${entryTable(model)}
${contactTable(model)}
${lawTable(model)}
</main>
</body>
</html>
`;
  return page.markup;
}

function partSection(graphviz: Graphviz, model: PrintModel, part: LetteredPart, partOf: PartOf): Html {
  const title = partWord(part);
  return html`<section id="part-${part.partId}" class="part" aria-labelledby="title-${part.partId}">
<h2 id="title-${part.partId}">${title}</h2>
<h3 id="drawing-${part.partId}">Tegning: ${title}</h3>
<div class="drawing" tabindex="0" role="region" aria-labelledby="drawing-${part.partId}">
${drawPart(graphviz, { ...model, part, partOf })}
</div>
<h3>Tekstene: ${title}</h3>
<ul class="row">${part.steps.map(({ stepId, heading }) => html`<li><a href="#${anchorOf(stepId)}">${heading.nb}</a></li>`)}</ul>
${part.steps.map((step) => stepText(model, step, partOf))}
</section>
`;
}
