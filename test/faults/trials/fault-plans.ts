import type { Fault } from '../../../src/tools/workbench/connector/faults.ts';

/** What goes wrong for one person, and how it must end if no process is killed at that moment. */
export type FaultPlan = { name: string; share: number; faults: readonly (Fault & { times?: number })[] };

const status = (code: number, times: number, more: object = {}) => ({
  kind: 'status' as const,
  status: code,
  times,
  ...more,
});

/** Shares are of all people; the rest meet nothing. */
export const faultPlans: readonly FaultPlan[] = [
  { name: '429 with Retry-After', share: 0.06, faults: [status(429, 2, { retryAfterSeconds: 30 })] },
  { name: '429 without Retry-After', share: 0.06, faults: [status(429, 2)] },
  { name: '412', share: 0.02, faults: [status(412, 1)] },
  { name: '500', share: 0.02, faults: [status(500, 1)] },
  { name: '502', share: 0.02, faults: [status(502, 1)] },
  { name: '503', share: 0.03, faults: [status(503, 2)] },
  { name: '503 for ever', share: 0.01, faults: [status(503, 9)] },
  { name: '504', share: 0.02, faults: [status(504, 1)] },
  { name: 'reset', share: 0.02, faults: [{ kind: 'reset' }] },
  { name: 'hang', share: 0.01, faults: [{ kind: 'hang' }] },
  { name: 'answer dropped', share: 0.02, faults: [{ kind: 'drop-response' }] },
  { name: 'answer late', share: 0.02, faults: [{ kind: 'delay', ms: 700 }] },
  { name: 'writes blocked', share: 0.02, faults: [status(403, 9, { code: 'MessageWritesBlocked' })] },
  { name: 'chat gone', share: 0.02, faults: [status(404, 1, { code: 'ConversationNotFound' })] },
];

/** Picks by the share; `undefined` meets nothing. */
export function pickFault(plans: readonly FaultPlan[], random: () => number): FaultPlan | undefined {
  let left = random();
  return plans.find(({ share }) => {
    left -= share;
    return left < 0;
  });
}
