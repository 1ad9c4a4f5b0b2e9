import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { AuditEntry, AuditStore } from '../people/audit-store.ts';
import type { SendingState, SendingStore } from '../reminders/sending-store.ts';

export type SwitchSendingResult = {
  /** `unchanged`: it was so already, by somebody else or by an earlier press. */
  outcome: 'switched' | 'unchanged';
  /** Absent while nobody has ever stopped it. */
  standing?: SendingState;
};

/**
 * Stops or resumes all that Undring sends on its own, for every replica. The audit is appended after it; where that failed, the
 * next press tells it: the entry is that of the change, not of the press.
 */
export async function switchSending(
  needs: { sending: SendingStore; audit: AuditStore },
  to: SendingState['state'],
  personId: string,
  now: Date,
): Promise<SwitchSendingResult> {
  const result = await retryOnConflict(async (): Promise<SwitchSendingResult> => {
    const stored = await needs.sending.get();
    if ((stored?.value.state ?? 'running') === to) return { outcome: 'unchanged', standing: stored?.value };
    const standing: SendingState = { state: to, by: personId, at: now };
    await (stored ? needs.sending.replace(standing, stored.etag) : needs.sending.create(standing));
    return { outcome: 'switched', standing };
  });
  if (result.standing) await needs.audit.create(entryOf(result.standing));
  return result;
}

const entryOf = ({ state, by, at }: SendingState): AuditEntry => ({
  ...{ entryId: `sending-${state}`, at, actorId: by, subjectId: 'sending' },
  action: state === 'stopped' ? 'sending.stop' : 'sending.resume',
});
