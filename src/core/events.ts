/**
 * Everything that may be told about what happened, and nothing else. Ids and words only: no text that a person wrote, no name,
 * no Teams id; a person is a keyed hash made where the event is written. Questions to the guide are not in this list at all.
 */
export type TelemetryEvent =
  | { event: 'service-started'; roles: string }
  | { event: 'service-stopped' }
  | { event: 'turn-failed'; referenceCode: string; kind: string; at: string }
  | { event: 'request-refused'; status: number; reason: string }
  /** Without the verb: it comes from the client and may hold anything. */
  | { event: 'unknown-verb' }
  | { event: 'permission-refused'; verb: string; personId?: string }
  | { event: 'module-completed'; moduleId: string; personId: string }
  | { event: 'message-settled'; messageClass: string; outcome: string; reason?: string; personId: string }
  | { event: 'message-parked'; queue: string; failures: number }
  | { event: 'sending-paused'; reason: string }
  /** What the bot proves itself to Teams with runs out; negative days: it has. Told once a day from sixty days before. */
  | { event: 'credentials-expire'; daysLeft: number; administrators: number; told: number }
  | { event: 'tick-finished'; job: string; found: number; durationMs: number }
  | { event: 'tick-missed'; job: string; missedMinutes: number }
  /** Counts of what was deleted because it was old enough. */
  | { event: 'retention-kept'; people: number; rows: number; meetings: number; months: number; requests: number }
  /** The staff list was fetched from the directory, or could not be. Counts. */
  | { event: 'directory-kept'; outcome: string; joined: number; changed: number; left: number; refused: number }
  | { event: 'card-not-updated'; reason: string }
  | { event: 'file-not-delivered'; reason: string }
  | { event: 'file-not-fetched'; reason: string }
  | { event: 'content-problem'; severity: 'error' | 'warning'; file: string }
  | { event: 'background-failed'; at: string; kind: string }
  /** A library wrote to the console. What it wrote is not told: it may hold a token. */
  | { event: 'library-spoke'; method: string };

/** More minutes without a tick than this want a person: nobody is reminded of anything. */
export const quietMinutes = 5;

/** Where events go. Never throws. */
export type Telemetry = { record(event: TelemetryEvent): void };
