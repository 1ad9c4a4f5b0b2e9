import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A process of its own that works off the queue, ready when this answers. One that cannot start, since storage answered nothing three
 * times, is started again, as whoever runs it would.
 */
export async function startReplica(settings: object, starts = 5): Promise<ChildProcess> {
  const replica = fork(path.join(import.meta.dirname, 'replica.ts'), [JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
    // Read once and not anew after each of a thousand kills: half of a start.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'undring-replicas') },
  });
  const hasStarted = await Promise.race([
    once(replica, 'message').then(() => true),
    once(replica, 'exit').then(() => false),
  ]);
  if (hasStarted) return replica;
  if (starts === 1) throw new Error('a replica ended before it began, again and again; its error stands above');
  return startReplica(settings, starts - 1);
}

/** SIGKILL; fine when it has ended. */
export async function killReplica(replica: ChildProcess): Promise<void> {
  if (replica.exitCode !== null || replica.signalCode !== null) return;
  const exited = once(replica, 'exit');
  replica.kill('SIGKILL');
  await exited;
}
