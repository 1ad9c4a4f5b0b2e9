import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';

/** That an answer failed outside any action: neither what was written, nor what it may have asked for. */
export function recordFailedTurn(telemetry: Telemetry, error: unknown): void {
  const kind = error instanceof Failure ? error.kind : 'bug';
  telemetry.record({ event: 'turn-failed', referenceCode: newId().slice(0, 6), kind, at: 'turn' });
}
