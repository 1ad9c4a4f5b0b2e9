import { setTimeout } from 'node:timers/promises';

/** Waits `ms` milliseconds, or less when the signal says so. Never throws. Tests hand in one that does not wait. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const realWait: Wait = (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined);
