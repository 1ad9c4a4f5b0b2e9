import type { AuditEntry } from './audit-store.ts';

/** A script that presses a hundred times a minute leaves one entry a minute. */
const minuteMs = 60_000;

/** That somebody whom we know was refused one of our verbs. What the card named is left out: it comes from the client and may hold anything. */
export function auditRefusal(actorId: string, verb: string, now: Date): AuditEntry {
  const at = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs);
  return { entryId: `refused:${verb}`, at, actorId, action: 'refused', verb };
}
