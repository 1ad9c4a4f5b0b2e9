/**
 * The Markdown that Teams knows in cards: bold, italic, links, and lists. Everything else stays the text it is, and no HTML comes
 * through. Source: Teams docs, "Format cards in Teams", Adaptive Cards.
 */
export function markdownToHtml(text: string): string {
  const lines = text.split(/\r?\n/u);
  const parts: string[] = [];
  let open: 'ul' | 'ol' | undefined;
  const switchList = (next: 'ul' | 'ol' | undefined): void => {
    if (open === next) return;
    if (open) parts.push(`</${open}>`);
    if (next) parts.push(`<${next}>`);
    open = next;
  };
  for (const line of lines) {
    const item = /^\s*(?:([-*])|(\d+)\.)\s+(.*)$/u.exec(line);
    switchList(item ? (item[1] ? 'ul' : 'ol') : undefined);
    parts.push(item ? `<li>${inline(item[3] ?? '')}</li>` : `<p>${inline(line)}</p>`);
  }
  switchList(undefined);
  return parts.join('');
}

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (letter) => escaped[letter] ?? letter);

/** Backslash takes the meaning from a sign. It is set aside first and put back last. */
function inline(source: string): string {
  const kept: string[] = [];
  const keep = (html: string): string => `\u{E000}${kept.push(html) - 1}\u{E001}`;
  const text = source
    .replace(/[\u{E000}\u{E001}]/gu, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!~>|])/gu, (_, sign: string) => keep(escapeHtml(sign)))
    .replace(/\[([^\]]*)\]\(([^()\s]+)\)/gu, (whole, label: string, address: string) => {
      const link = linkTo(address, label);
      return link === undefined ? whole : keep(link);
    });
  return escapeHtml(text)
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/gu, '<strong>$1</strong>')
    .replace(/(?<![\p{L}\p{N}])_(?=\S)(.+?)(?<=\S)_(?![\p{L}\p{N}])/gu, '<em>$1</em>')
    .replace(/\*(?=\S)(.+?)(?<=\S)\*/gu, '<em>$1</em>')
    .replace(/\u{E000}(\d+)\u{E001}/gu, (_, index: string) => kept[Number(index)] ?? '');
}

function linkTo(address: string, label: string): string | undefined {
  if (!/^(?:https?|mailto|tel):/iu.test(address)) return undefined;
  return `<a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer">${inline(label)}</a>`;
}
