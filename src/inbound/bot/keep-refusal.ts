import { withDeadline } from '../../core/deadline.ts';
import type { Telemetry } from '../../core/events.ts';
import { auditRefusal } from '../../features/people/audit-refusal.ts';
import type { AuditStore } from '../../features/people/audit-store.ts';

/** The answer must not wait for storage that hangs: telemetry has it by then. */
const deadlineMs = 500;

/** That somebody was refused: always told to telemetry, and kept in the audit for whom we know. */
export async function keepRefusal(
  { telemetry, audit }: { telemetry: Telemetry; audit: Pick<AuditStore, 'create'> },
  { verb, personId }: { verb: string; personId?: string },
  now: Date,
): Promise<void> {
  telemetry.record({ event: 'permission-refused', verb, personId });
  if (personId === undefined) return;
  try {
    await withDeadline(audit.create(auditRefusal(personId, verb, now)), deadlineMs, 'keeping a refusal');
  } catch {
    telemetry.record({ event: 'background-failed', at: 'audit', kind: 'unavailable' });
  }
}
