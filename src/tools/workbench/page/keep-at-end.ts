/** How near a place counts as being there. */
const nearPx = 4;
/** Room above a message that is taller than its window. */
const abovePx = 36;
const followed = new WeakMap<Element, { top: number; height: number; chat: string; newest: string }>();

/**
 * Follows the newest message in each chat, unless its reader has gone elsewhere: to its end, or to its beginning when it is taller than
 * the window. What is most important stands first on a card. Call after drawing.
 */
export function keepAtEnd(): void {
  for (const log of document.querySelectorAll('.log')) {
    const message = [...log.querySelectorAll<HTMLElement>('.message')].at(-1);
    const chat = log.closest('.pane')?.getAttribute('data-chat') ?? '';
    const newest = message?.dataset.id ?? '';
    const last = followed.get(log);
    const isOwnNew = last?.newest !== newest && message?.classList.contains('own');
    if (last && last.chat === chat && !isOwnNew && !isThere(log, last)) continue;
    log.scrollTop = placeOf(log, message);
    followed.set(log, { top: log.scrollTop, height: log.scrollHeight, chat, newest });
  }
}

function isThere(log: Element, { top, height }: { top: number; height: number }): boolean {
  return Math.abs(log.scrollTop - top) < nearPx || log.scrollTop + log.clientHeight > height - nearPx;
}

function placeOf(log: Element, message: HTMLElement | undefined): number {
  if (!message || message.offsetHeight + abovePx < log.clientHeight) return log.scrollHeight;
  const fromTop = message.getBoundingClientRect().top - log.getBoundingClientRect().top;
  return log.scrollTop + fromTop - abovePx;
}
