/** Markup that is safe to put into a page. */
export type Html = { readonly markup: string };
type Part = string | number | Html | readonly Html[] | undefined;

/** Markup with everything put into it escaped, unless it is markup already. `undefined` gives nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((text, index) => text + markupOf(parts[index])).join('') };
}

/** Markup that somebody else has made and escaped, such as a drawing. */
export const trusted = (markup: string): Html => ({ markup });

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}
