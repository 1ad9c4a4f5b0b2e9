import { createHmac, randomBytes } from 'node:crypto';
import { type DestinationStream, destination, type LevelWithSilent, pino } from 'pino';
import { quietMinutes, type Telemetry, type TelemetryEvent } from '../../core/events.ts';
import type { Secret } from '../../core/secret.ts';

type EventName = TelemetryEvent['event'];

/** How much each event matters: `error` wants a person, `warn` wants a look tomorrow. */
const levels: Readonly<Record<EventName, 'debug' | 'info' | 'warn' | 'error'>> = {
  'service-started': 'info',
  'service-stopped': 'info',
  'turn-failed': 'error',
  'request-refused': 'info',
  'unknown-verb': 'info',
  'permission-refused': 'warn',
  'module-completed': 'info',
  'message-settled': 'info',
  'message-parked': 'error',
  'sending-paused': 'error',
  'credentials-expire': 'warn',
  'tick-finished': 'debug',
  'tick-missed': 'warn',
  'retention-kept': 'info',
  'directory-kept': 'info',
  'card-not-updated': 'info',
  'file-not-delivered': 'warn',
  'file-not-fetched': 'warn',
  'content-problem': 'warn',
  'background-failed': 'error',
  'library-spoke': 'debug',
};

/** A few minutes are a deployment; more is a standstill. */
const levelOf = (event: TelemetryEvent) =>
  event.event === 'tick-missed' && event.missedMinutes > quietMinutes ? 'error' : levels[event.event];

/** A word is short; what is longer is not one. */
const maxWordLength = 200;

/** Writes events as JSON, one a line, to standard output or to `stream`. Never throws: what tells about trouble must not be trouble. */
export function createTelemetry(needs: {
  level: LevelWithSilent;
  hashKey?: Secret;
  stream?: DestinationStream;
}): Telemetry {
  // Synchronous, so that the last words of a process that dies are not lost.
  const log = pino(
    { level: needs.level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    needs.stream ?? destination({ sync: true }),
  );
  const key = needs.hashKey?.reveal() ?? randomBytes(32).toString('hex');
  return {
    record(event) {
      try {
        log[levelOf(event)](toLine(event, key));
      } catch {
        // Standard output is gone; there is nobody left to tell.
      }
    },
  };
}

/** A person is the same 12 letters everywhere in the log, and nobody without the key can tell who. */
function toLine(event: TelemetryEvent, key: string): Record<string, string | number> {
  const line: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(event)) {
    if (value === undefined) continue;
    if (name === 'personId') line.person = createHmac('sha256', key).update(String(value)).digest('hex').slice(0, 12);
    else line[name] = typeof value === 'number' ? value : toWord(value);
  }
  return line;
}

/** Without line breaks, control and direction characters: a log line cannot be forged, nor made to read otherwise than it is. */
function toWord(value: string): string {
  return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').slice(0, maxWordLength);
}
