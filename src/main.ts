import type { Telemetry } from './core/events.ts';
import { Failure } from './core/failure.ts';

const leastNode = 24;
const exitCode = { failed: 1, badConfig: 78 } as const;
/** In-flight work gets ten seconds; a stop that takes longer than this hangs. */
const stopDeadlineMs = 15_000;

if (Number.parseInt(process.versions.node, 10) < leastNode) {
  leave(
    exitCode.failed,
    `Undring needs Node ${leastNode} or newer, this is ${process.versions.node}. Run it with "npm run bot".`,
  );
}
await run();

/** Imports are made here and not above, so that telemetry stands before anything that could fail is loaded. */
async function run(): Promise<void> {
  const config = await readConfig();
  const { createTelemetry } = await import('./outbound/telemetry/telemetry.ts');
  const { redirectConsole } = await import('./outbound/telemetry/redirect-console.ts');
  const telemetry = createTelemetry({ level: config.logLevel, hashKey: config.personHashKey });
  redirectConsole(telemetry);
  stopWhenLost(telemetry);
  try {
    const { compose } = await import('./compose.ts');
    const service = await compose(config, { telemetry });
    stopOnSignal(() => service.stop());
    const { url } = await service.start();
    process.stderr.write(`Undring answers at ${url}\n`);
  } catch (error) {
    leave(exitCode.failed, `Undring cannot start: ${describe(error)}`);
  }
}

async function readConfig() {
  const { loadConfig } = await import('./config.ts');
  try {
    return loadConfig();
  } catch (error) {
    return leave(exitCode.badConfig, error instanceof Error ? error.message : String(error));
  }
}

/** Once: a terminal sends the signal to the whole group, and a parent may pass it on, so it comes twice. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => leave(exitCode.failed, 'Undring did not stop in time.'), stopDeadlineMs).unref();
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      leave(exitCode.failed, `Undring did not stop cleanly: ${describe(error)}`);
    }
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

function stopWhenLost(telemetry: Telemetry): void {
  const onLost = (error: unknown) => {
    telemetry.record({ event: 'background-failed', at: 'main', kind: 'bug' });
    leave(exitCode.failed, `Undring stopped: ${describe(error)}`);
  };
  process.on('uncaughtException', onLost);
  process.on('unhandledRejection', onLost);
}

/** A Failure says what to do. Of anything else only its name, code and place are told: its message could hold anything. */
function describe(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (!(error instanceof Error)) return 'an unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const place = /(?:src|node_modules)\/[\w@./-]+:\d+/.exec(error.stack ?? '')?.[0] ?? 'an unknown place';
  return `${error.name}${code} at ${place}`;
}

function leave(code: number, line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(code);
}
