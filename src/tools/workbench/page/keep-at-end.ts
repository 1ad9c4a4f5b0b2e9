/** How near the end counts as being there. */
const nearPx = 48;
const before = new WeakMap<Element, { height: number; newest: string }>();

/**
 * Keeps each chat where its reader is: at the end when the reader was there, and always after an own message. Call after drawing.
 */
export function keepAtEnd(): void {
  for (const log of document.querySelectorAll('.log')) {
    const newest = log.querySelector('.message:last-of-type');
    const key = `${log.closest('.pane')?.getAttribute('data-chat')}|${newest?.getAttribute('data-id') ?? ''}`;
    const last = before.get(log);
    const wasAtEnd = !last || log.scrollTop + log.clientHeight >= last.height - nearPx;
    const isOwnNew = last?.newest !== key && newest?.classList.contains('own');
    const isOtherChat = last !== undefined && last.newest.split('|')[0] !== key.split('|')[0];
    if (wasAtEnd || isOwnNew || isOtherChat) log.scrollTop = log.scrollHeight;
    before.set(log, { height: log.scrollHeight, newest: key });
  }
}
