import { withDeadline } from '../../core/deadline.ts';

export type Health = { status: 200 | 503; body: string };

/** The process answers. Asked by whoever would restart it, so it depends on nothing. */
export function live(): Health {
  return { status: 200, body: 'live' };
}

/** Anybody may ask, so storage is asked once however many ask at the same time. */
export function askOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let flight: Promise<T> | undefined;
  return () => {
    flight ??= ask().finally(() => {
      flight = undefined;
    });
    return flight;
  };
}

/** Whether callers should be sent here. Says nothing about why not: that is in the log. */
export async function ready(isReady: () => Promise<boolean>, deadlineMs = 2000): Promise<Health> {
  const isYes = await withDeadline(isReady(), deadlineMs, 'asking whether the service is ready').catch(() => false);
  return isYes ? { status: 200, body: 'ready' } : { status: 503, body: 'not ready' };
}
