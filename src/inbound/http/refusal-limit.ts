import type { Clock } from '../../core/clock.ts';

/**
 * Shuts an address out when it has been refused too often this minute: what has no good token is then turned away with its body unread.
 * A good one is let in all the same, because strangers may come from the address of Teams: behind a proxy that nobody has told us of,
 * or by a bot of their own. Only refusals count, so that Teams is never slowed down; and where a good token has been shown lately,
 * nobody is shut out, so that no connection is cut that Teams may share.
 */
export type RefusalLimit = {
  isShutOut(address: string): boolean;
  refused(address: string): RefusalNote;
  welcomed(address: string): void;
};

/** `tell-last`: the last of this minute that is told, so that a flood is one line of log and not a flood of lines. */
export type RefusalNote = 'tell' | 'tell-last' | 'keep-quiet';

export const defaultMostRefusals = 300;
const windowMs = 60_000;
/** Beyond so many addresses in a minute nobody new is counted: memory stays flat, and the door open to whom it must be open. */
const mostAddresses = 10_000;

export function createRefusalLimit({ clock, mostRefusals }: { clock: Clock; mostRefusals: number }): RefusalLimit {
  const refusals = new Map<string, number>();
  /** Who showed a good token in this minute, and in the one before. */
  let welcome = new Set<string>();
  let welcomeBefore = new Set<string>();
  let window = -1;

  function turnPage(): void {
    const now = Math.floor(clock.now().getTime() / windowMs);
    if (now === window) return;
    refusals.clear();
    welcomeBefore = now === window + 1 ? welcome : new Set();
    welcome = new Set();
    window = now;
  }
  const isWelcome = (address: string): boolean => welcome.has(address) || welcomeBefore.has(address);

  return {
    isShutOut(address) {
      turnPage();
      return (refusals.get(address) ?? 0) >= mostRefusals && !isWelcome(address);
    },
    refused(address) {
      turnPage();
      const before = refusals.get(address);
      if (before === undefined && refusals.size >= mostAddresses) return 'keep-quiet';
      const count = (before ?? 0) + 1;
      refusals.set(address, count);
      if (count === mostRefusals) return 'tell-last';
      return count < mostRefusals ? 'tell' : 'keep-quiet';
    },
    welcomed(address) {
      turnPage();
      if (welcome.size < mostAddresses) welcome.add(address);
    },
  };
}
