import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../../core/failure.ts';
import { translateError } from './translate-error.ts';

/** How long one try may take, in milliseconds: a read in a turn, a write, a page of a list. */
export type Patience = { readMs: number; writeMs: number; pageMs: number };

/**
 * A person waits at most a second for a read, so two tries must fit in it; giving up a write too early leaves us in doubt
 * about it, and Azure works up to 5 s on one page of a scan.
 */
export function patienceFrom(requestTimeoutMs: number): Patience {
  return { readMs: Math.round(requestTimeoutMs * 0.225), writeMs: requestTimeoutMs, pageMs: requestTimeoutMs * 5 };
}

export const defaultRequestTimeoutMs = 2_000;

/** Pauses before the second and third try. Short, because somebody waits; jobs have their own, longer patience. */
const pausesMs = [40, 160];

/**
 * Runs one request up to three times, each with its own deadline, while the answer is `unavailable` or `throttled`. It replaces
 * the SDKs' retries, which wait for seconds, follow any Retry-After, and give up at the first timeout. A write may have been
 * done by a try whose answer was lost: whoever writes must recognise its own work when a later try says `conflict`.
 */
export async function patientRequest<T>(
  what: string,
  timeoutMs: number,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const failure = await attempt(what, timeoutMs, request);
    if (!(failure instanceof Failure)) return failure.value;
    const pauseMs = pausesMs[tries];
    if (pauseMs === undefined || (failure.kind !== 'unavailable' && failure.kind !== 'throttled')) throw failure;
    await wait(pauseMs * (0.5 + Math.random()));
  }
}

async function attempt<T>(
  what: string,
  timeoutMs: number,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<{ value: T } | Failure> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return { value: await request(signal) };
  } catch (error) {
    // Whatever the SDK makes of an aborted request (often a parse error), to us it took too long.
    if (signal.aborted) return new Failure('unavailable', `${what}: no answer in ${timeoutMs} ms; check storage`);
    return translateError(error, what);
  }
}
