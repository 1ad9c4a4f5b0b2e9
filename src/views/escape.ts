import { withoutHidden } from '../core/hidden-characters.ts';

/** Takes no room and means nothing to Markdown: what stands on its two sides is no longer one token. */
const gap = '\u200b';

/** Characters that Markdown reads wherever they stand, and ones that look the same and mean nothing. */
const lookalikes: Readonly<Record<string, string>> = { '*': '\u2217', _: '\u02cd', '`': '\u02cb', '~': '\u223c' };

const suspicious = /[^\p{L}\p{N}\p{M} .,'’()-]|^[-\d\s]|\.\p{L}/u;

/**
 * Text from a person or a roster, as text: nothing in it becomes bold, a link, a mention, a list, a template binding or a date, and
 * it cannot turn the reading direction of what follows. Backslashes would be the Markdown way, but Teams shows them on phones, and
 * buttons show them everywhere. So four signs are exchanged for their look-alikes and a space of no width parts the rest.
 */
export function plain(text: string): string {
  if (!suspicious.test(text)) return text;
  return oneLine(text)
    .replace(/[*_`~]/g, (sign) => lookalikes[sign] ?? sign)
    .replace(/<|&(?=[#\w])|\\(?=\W)|\$(?=\{)|\](?=[([:])|\{(?=\{)|\/(?=\/)|@(?=\w)|\.(?=\p{L})/gu, (part) => part + gap)
    .replace(/^(?:[#>+=|-]|\d+[.)])/, (start) => gap + start);
}

/** The same text on one line, without what can hide or turn it: for paper, which knows no Markdown. */
export function oneLine(text: string): string {
  return withoutHidden(text.toWellFormed().replace(/\s+/gu, ' ')).trim();
}
