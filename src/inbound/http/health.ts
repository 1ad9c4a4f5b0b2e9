import { withDeadline } from '../../core/deadline.ts';

export type Health = { status: 200 | 503; body: string };
/** Throws when the answer is no. */
export type HealthCheck = () => Promise<void>;

const deadlineMs = 2000;

/** The process answers. Asked by whoever would restart it, so it depends on nothing. */
export function live(): Health {
  return { status: 200, body: 'live' };
}

/** Anybody may ask, so each thing is asked once however many ask at the same time. */
export function askOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let flight: Promise<T> | undefined;
  return () => {
    flight ??= ask().finally(() => {
      flight = undefined;
    });
    return flight;
  };
}

/** Whether callers should be sent here: whether anybody can be let in. Says nothing about why not: that is in the log. */
export const ready = (check: HealthCheck): Promise<Health> => told(check, 'ready', 'not ready');

/** Whether storage answers, for who watches over it. Never a reason to send callers elsewhere: the guide needs none, and all replicas have the same. */
export const storage = (check: HealthCheck): Promise<Health> => told(check, 'storage', 'no storage');

async function told(check: HealthCheck, yes: string, no: string): Promise<Health> {
  try {
    await withDeadline(check(), deadlineMs, 'asking after health');
    return { status: 200, body: yes };
  } catch {
    return { status: 503, body: no };
  }
}
