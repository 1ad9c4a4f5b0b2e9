import type { Clock } from '../../core/clock.ts';

/** Real time plus an offset. Development only. */
export type MovingClock = Clock & {
  offsetMs(): number;
  setOffset(offsetMs: number): void;
  /** Makes it `instant` now, from where it goes on. */
  set(instant: Date): void;
};

export function createMovingClock(offsetMs = 0, realNowMs: () => number = Date.now): MovingClock {
  let offset = offsetMs;
  return {
    now: () => new Date(realNowMs() + offset),
    offsetMs: () => offset,
    setOffset: (next) => {
      offset = next;
    },
    set: (instant) => {
      offset = instant.getTime() - realNowMs();
    },
  };
}
