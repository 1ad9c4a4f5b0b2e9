import { type Html, html } from './html.ts';

/** A piece of a sentence that is written in one way. */
export type TextRun = { text: string; look: 'plain' | 'bold' | 'emphasis' };

/** The bold and the emphasis that content may be written with, as pieces. Everything else is plain text. */
export function readRuns(text: string): readonly TextRun[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (/^\*\*[^*]+\*\*$/.test(piece)) return { text: piece.slice(2, -2), look: 'bold' };
      if (/^\*[^*]+\*$/.test(piece)) return { text: piece.slice(1, -1), look: 'emphasis' };
      return { text: piece, look: 'plain' };
    });
}

/** The words alone. */
export const plainWords = (text: string): string =>
  readRuns(text)
    .map((run) => run.text)
    .join('');

/** As 112 and 116 111 are written. */
const number = /^\d{3}( \d{3})?$/;

/** Opens the phone on a phone. */
export const telLink = (digits: string): string => `tel:${digits.replaceAll(' ', '')}`;

/** The same sentence as markup. A number in bold can be pressed. */
export function richHtml(text: string): Html {
  const pieces = readRuns(text).map((run) => {
    if (run.look === 'bold' && number.test(run.text))
      return html`<a href="${telLink(run.text)}"><strong>${run.text}</strong></a>`;
    if (run.look === 'bold') return html`<strong>${run.text}</strong>`;
    if (run.look === 'emphasis') return html`<em>${run.text}</em>`;
    return html`${run.text}`;
  });
  return html`${pieces}`;
}
