import type { Telemetry } from '../../core/events.ts';

const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/**
 * Libraries print errors with whatever is in them: tokens, keys, message text (botbuilder does). From now on only that something was
 * said is recorded. Call once, in `main`; gives back the way to undo it.
 */
export function redirectConsole(telemetry: Telemetry, target: Console = console): () => void {
  const before = methods.map((method) => [method, target[method]] as const);
  for (const method of methods) target[method] = () => telemetry.record({ event: 'library-spoke', method });
  return () => {
    for (const [method, original] of before) target[method] = original;
  };
}
