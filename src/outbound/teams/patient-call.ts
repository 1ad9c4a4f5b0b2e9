import type { Clock } from '../../core/clock.ts';
import { classify } from './classify.ts';
import type { CallAnswer, Connector, ConnectorCall } from './connector.ts';

/** Teams sends the activity again after 15 s without an answer; by then ours is there, or given up. */
const patienceMs = 8_000;
const pauseMs = 500;

export type PatientCallNeeds = {
  connector: Connector;
  /** The real clock. */
  clock: Clock;
  wait(ms: number): Promise<void>;
  /** 0 to 1, for jitter. */
  random(): number;
};

/**
 * An answer that somebody waits for. Where Teams has surely not taken it (429, 412, 503, no connection) it is tried again after the time that Teams asks
 * for, as long as that is soon; never where it may have arrived. Jobs have their own rules, with a ledger.
 */
export async function callPatiently(needs: PatientCallNeeds, call: ConnectorCall): Promise<CallAnswer> {
  const untilMs = needs.clock.now().getTime() + patienceMs;
  for (let tries = 1; ; tries += 1) {
    const answer = await needs.connector.call(call);
    const now = needs.clock.now();
    const result = classify(answer, now);
    if (result.outcome !== 'try-later') return answer;
    const waitMs = (result.retryAfterMs ?? pauseMs * tries) + Math.round(200 * needs.random());
    if (tries === 4 || now.getTime() + waitMs > untilMs) return answer;
    await needs.wait(waitMs);
  }
}
