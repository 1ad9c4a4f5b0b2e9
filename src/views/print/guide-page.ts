import { type Locale, localeTag } from '../../core/locale.ts';
import { emergencyNumbers } from '../../features/guide/guide.ts';
import { type GuidePart, partsOf } from '../../features/guide/parts.ts';
import type { ViewKit } from '../define-view.ts';
import { type Html, html, trusted } from './html.ts';
import { stepArticle } from './page-step.ts';
import { pageStyle } from './page-style.ts';
import { isAnyDraft, madeLine, type PrintModel } from './print-model.ts';
import { richHtml } from './text-runs.ts';

/** The languages that the page leads to, each with its own words. */
export type Sibling = { locale: Locale; kit: ViewKit };

/** The whole guide as one page that needs no script, no network and no Teams. Drafts are shown and marked, as on the cards. */
export function guidePage(model: PrintModel, kit: ViewKit, siblings: readonly Sibling[]): string {
  const parts = shownParts(model);
  const steps = parts.flatMap((part) => part.steps);
  const title = kit.t('guide.print.title');
  const page = html`<!doctype html>
<html lang="${localeTag(kit.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} ${model.municipality}</title>
<style>${trusted(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#content">${kit.t('guide.print.skip')}</a>
<header>
<p class="owner">${model.municipality}</p>
<h1>${title}</h1>
<p class="urgent">${richHtml(kit.t('guide.urgent', emergencyNumbers))}</p>
<p>${kit.t('guide.print.intro')}</p>
${isAnyDraft(steps, model.today) ? html`<p class="draft-note">${richHtml(kit.t('guide.print.unapproved'))}</p>` : undefined}
<nav aria-label="${kit.t('guide.print.languages')}"><ul class="languages">${siblings.map((one) => languageLink(one, kit))}</ul></nav>
</header>
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${kit.t('guide.print.contents')}</h2>
<ul>${parts.map((part) => html`<li><a href="#part-${part.partId}">${partTitle(part, kit)}</a></li>`)}</ul></nav>
<main id="content" tabindex="-1">
${parts.map((part) => partSection(model, part, kit))}
</main>
<footer><p>${madeLine(model, kit)}</p></footer>
</body>
</html>
`;
  return page.markup;
}

/** Where somebody works is asked by the bot, to show one section of the law. Here all of them are shown. */
function shownParts({ guide }: PrintModel): readonly GuidePart[] {
  return partsOf(guide)
    .map((part) => ({ ...part, steps: part.steps.filter(({ kind }) => kind !== 'workplace') }))
    .filter(({ steps }) => steps.length > 0);
}

function languageLink({ locale, kit }: Sibling, own: ViewKit): Html {
  const name = kit.t('guide.print.language');
  const tag = localeTag(locale);
  if (locale === own.locale)
    return html`<li><a href="${locale}.html" lang="${tag}" aria-current="page">${name}</a></li>`;
  return html`<li><a href="${locale}.html" lang="${tag}" hreflang="${tag}">${name}</a></li>`;
}

function partSection(model: PrintModel, part: GuidePart, kit: ViewKit): Html {
  return html`<section id="part-${part.partId}" class="part" aria-labelledby="title-${part.partId}">
<h2 id="title-${part.partId}">${partTitle(part, kit)}</h2>
${
  part.level
    ? html`<p>${richHtml(kit.pick(part.level.explained))}</p>
<p class="warning">${richHtml(kit.t('guide.print.not-at-suspicion'))}</p>`
    : undefined
}
${part.steps.map((step) => stepArticle(model, step, kit))}
</section>
`;
}

function partTitle({ kind, level }: GuidePart, kit: ViewKit): string {
  if (level) return kit.pick(level.title);
  if (kind === 'start') return kit.t('guide.print.start');
  if (kind === 'suspicion') return kit.t('guide.print.suspicion');
  if (kind === 'duties') return kit.t('guide.print.duties');
  return kind === 'between' ? kit.t('guide.print.between') : kit.t('guide.print.lookup');
}
