import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Failure } from '../core/failure.ts';

export type Azurite = {
  /** For tables and queues. Holds the account key that every Azurite has, so it is no secret. */
  connectionString: string;
  tablePort: number;
  queuePort: number;
  processId: number;
  /** Resolves when Azurite has written its files and is gone. Fine to call twice. */
  stop(): Promise<void>;
};

/** What every Azurite has, by its documentation. */
const account = 'devstoreaccount1';
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const startDeadlineMs = 60_000;
/** Writing some hundred megabytes of tables takes seconds. */
const stopDeadlineMs = 30_000;

/**
 * Starts the real Azurite as a child process on 127.0.0.1, telemetry off, and waits until it answers. Without `location` it keeps
 * everything in memory; without `ports` it takes free ones. It runs in a process group of its own, so that Ctrl-C reaches our
 * process first, and it stops by itself (writing its files) when our process dies.
 * Throws Failure `unavailable`, in one line with the remedy, when a port is taken or it does not start.
 */
export async function startAzurite(
  options: { location?: string; ports?: { table: number; queue: number } } = {},
): Promise<Azurite> {
  const { location, ports = { table: 0, queue: 0 } } = options;
  if (location) await mkdir(location, { recursive: true });
  const child = spawn(process.execPath, ['--import', exitWithParent, azuriteMain, ...argumentsFor(location, ports)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { tablePort, queuePort } = await listening(child);
  const connectionString = [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${accountKey}`,
    `TableEndpoint=http://127.0.0.1:${tablePort}/${account}`,
    `QueueEndpoint=http://127.0.0.1:${queuePort}/${account}`,
  ].join(';');
  return { connectionString, tablePort, queuePort, processId: child.pid ?? 0, stop: () => stop(child) };
}

const exitWithParent = fileURLToPath(new URL('./azurite-exit-with-parent.ts', import.meta.url));
const azuriteMain = createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js');

/** Azurite has no switch to leave blobs out, so they get a free port that nobody is told of. */
function argumentsFor(location: string | undefined, ports: { table: number; queue: number }): string[] {
  const hosts = ['blob', 'queue', 'table'].flatMap((service) => [`--${service}Host`, '127.0.0.1']);
  const numbers = ['--blobPort', '0', '--queuePort', String(ports.queue), '--tablePort', String(ports.table)];
  const keep = location ? ['--location', location] : ['--inMemoryPersistence'];
  return ['--silent', '--disableTelemetry', '--skipApiVersionCheck', ...hosts, ...numbers, ...keep];
}

/** Azurite tells its ports when it listens. Its output is read to the end of its life, or it would stop at a full pipe. */
function listening(child: ChildProcess): Promise<{ tablePort: number; queuePort: number }> {
  return new Promise((resolve, reject) => {
    let told = '';
    const fail = (problem: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Failure('unavailable', problem));
    };
    const hear = (chunk: Buffer) => {
      if (told.length < 20_000) told += chunk.toString();
      const [tablePort, queuePort] = [portOf('Table', told), portOf('Queue', told)];
      if (!tablePort || !queuePort) return;
      clearTimeout(timer);
      resolve({ tablePort, queuePort });
    };
    const timer = setTimeout(() => fail('Azurite did not start within a minute; try again'), startDeadlineMs);
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', ({ message }) => fail(`Azurite cannot be run (${message}); run npm ci`));
    child.once('exit', () => fail(problemIn(told)));
  });
}

function portOf(service: string, told: string): number | undefined {
  const port = new RegExp(`Azurite ${service} service is successfully listening at \\S+:(\\d+)`).exec(told)?.[1];
  return port === undefined ? undefined : Number(port);
}

function problemIn(told: string): string {
  const port = /EADDRINUSE.*:(\d+)/.exec(told)?.[1];
  if (port) return `Port ${port}, which Azurite needs, is taken; stop what uses it, or choose another port`;
  const line = told.split('\n').find((each) => /error/i.test(each)) ?? 'it said nothing';
  return `Azurite stopped before it listened (${line.trim()}); run npm ci, and look at its folder`;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  // The message does what SIGINT does, and does it on Windows too, where a signal would lose the last seconds.
  if (child.connected) child.send('shutdown', () => undefined);
  const timer = setTimeout(() => child.kill('SIGKILL'), stopDeadlineMs);
  const [, signal] = await gone;
  clearTimeout(timer);
  if (signal)
    throw new Failure('unavailable', `Azurite was killed (${signal}): the last seconds may be lost; start again`);
}
