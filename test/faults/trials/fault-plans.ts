import type { Fault } from '../../../src/tools/workbench/connector/faults.ts';
import type { Ending, TrialPerson } from './municipality.ts';

/** How it must end if no process is killed at that moment: for a nudge, and for what has to be told. */
type Ends = Readonly<Record<'nudge' | 'told', Ending['state']>>;
/** What goes wrong for one person. */
export type FaultPlan = { name: string; share: number; faults: readonly (Fault & { times?: number })[]; ends: Ends };

const sent: Ends = { nudge: 'sent', told: 'sent' };
/** What has to be told is told again. */
const doubtful: Ends = { nudge: 'uncertain', told: 'sent' };
const both = (state: Ending['state']): Ends => ({ nudge: state, told: state });

const status = (code: number, times: number, more: object = {}) => ({
  kind: 'status' as const,
  status: code,
  times,
  ...more,
});

/** Shares are of all people; the rest meet nothing. */
export const faultPlans: readonly FaultPlan[] = [
  { name: '429 with Retry-After', share: 0.06, faults: [status(429, 2, { retryAfterSeconds: 30 })], ends: sent },
  { name: '429 without Retry-After', share: 0.06, faults: [status(429, 2)], ends: sent },
  { name: '412', share: 0.02, faults: [status(412, 1)], ends: sent },
  { name: '500', share: 0.02, faults: [status(500, 1)], ends: doubtful },
  { name: '502', share: 0.02, faults: [status(502, 1)], ends: doubtful },
  { name: '503', share: 0.03, faults: [status(503, 2)], ends: sent },
  { name: '503 for ever', share: 0.01, faults: [status(503, 9)], ends: both('parked') },
  { name: '504', share: 0.02, faults: [status(504, 1)], ends: doubtful },
  { name: 'reset', share: 0.02, faults: [{ kind: 'reset' }], ends: doubtful },
  { name: 'hang', share: 0.01, faults: [{ kind: 'hang' }], ends: doubtful },
  { name: 'answer dropped', share: 0.02, faults: [{ kind: 'drop-response' }], ends: doubtful },
  { name: 'answer late', share: 0.02, faults: [{ kind: 'delay', ms: 700 }], ends: sent },
  {
    name: 'writes blocked',
    share: 0.02,
    faults: [status(403, 9, { code: 'MessageWritesBlocked' })],
    ends: both('rejected'),
  },
  { name: 'chat gone', share: 0.02, faults: [status(404, 1, { code: 'ConversationNotFound' })], ends: sent },
];

/** Whether it ended as it must: nobody knows of a message only where it was posted, and Teams gave reason to doubt. */
export function endsAsPlanned({ class: kind, fault }: TrialPerson, { state, posts }: Ending): boolean {
  const wanted = (fault?.ends ?? sent)[kind === 'nudge' ? 'nudge' : 'told'];
  return state === wanted && (state !== 'uncertain' || posts > 0);
}

/** Picks by the share; `undefined` meets nothing. */
export function pickFault(plans: readonly FaultPlan[], random: () => number): FaultPlan | undefined {
  let left = random();
  return plans.find(({ share }) => {
    left -= share;
    return left < 0;
  });
}
