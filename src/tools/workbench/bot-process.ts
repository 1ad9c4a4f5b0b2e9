import { compose } from '../../compose.ts';
import { loadConfig } from '../../config.ts';
import { redirectConsole } from '../../outbound/telemetry/redirect-console.ts';
import { createTelemetry } from '../../outbound/telemetry/telemetry.ts';
import { advance } from './advance.ts';
import type { FromBot, ToBot } from './bot-messages.ts';
import { createMovingClock } from './moving-clock.ts';

/**
 * The real service with a clock that can be moved, as a child of `npm start`. The service itself knows nothing of it: only the clock
 * given to `compose` is another one.
 */
const clock = createMovingClock(Number(process.argv[2] ?? 0));

function tell(message: FromBot): void {
  process.send?.(message);
}

async function run(): Promise<void> {
  const config = loadConfig();
  const telemetry = createTelemetry({ level: config.logLevel, hashKey: config.personHashKey });
  redirectConsole(telemetry);
  const service = await compose(config, { clock, telemetry });
  const { url } = await service.start();

  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await service.stop();
  };
  // One thing at a time: moving the clock while it is being moved would mix two times.
  let last: Promise<void> = Promise.resolve();
  process.on('message', (message: ToBot) => {
    last = last
      .then(() => answer(message))
      .catch((error: unknown) => {
        tell({
          type: 'refused',
          requestId: message.requestId,
          message: error instanceof Error ? error.message : String(error),
        });
      });
  });
  // When npm start is gone, nothing may be left running.
  process.on('disconnect', () => void stop().finally(() => process.exit()));

  async function answer(message: ToBot): Promise<void> {
    const { requestId } = message;
    let dueAt: Date | undefined;
    if (message.type === 'advance') {
      await advance(service.jobs, clock, new Date(message.to), () =>
        tell({ type: 'stepped', offsetMs: clock.offsetMs() }),
      );
    }
    if (message.type === 'set-offset') clock.setOffset(message.offsetMs);
    if (message.type === 'next-due') dueAt = await service.jobs.nextDueAt(clock.now());
    if (message.type === 'stop') await stop();
    tell({ type: 'done', requestId, offsetMs: clock.offsetMs(), dueAt: dueAt?.toISOString() });
    if (message.type === 'stop') process.disconnect();
  }
  tell({ type: 'ready', url });
}

// The workbench decides when to stop; Ctrl-C in the terminal must not come first.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

try {
  await run();
} catch (error) {
  tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect?.();
}
