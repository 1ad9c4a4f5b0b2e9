import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { inject } from 'vitest';

export type Replicas = {
  /** A process of its own that works off the queue, ready when this answers. `speed`: how much faster its clock goes. */
  start(settings: { prefix: string; stubUrl: string; startMs: number; speed: number }): Promise<ChildProcess>;
  /** SIGKILL; fine when it has ended. */
  kill(replica: ChildProcess): Promise<void>;
  killAll(): Promise<void>;
};

export function createReplicas(): Replicas {
  const replicas = new Set<ChildProcess>();
  const kill = async (replica: ChildProcess): Promise<void> => {
    replicas.delete(replica);
    if (replica.exitCode !== null || replica.signalCode !== null) return;
    const exited = once(replica, 'exit');
    replica.kill('SIGKILL');
    await exited;
  };
  return {
    async start(settings) {
      const given = JSON.stringify({ connectionString: inject('azurite'), ...settings });
      const replica = fork(path.join(import.meta.dirname, 'replica.ts'), [given], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        execArgv: [],
      });
      replicas.add(replica);
      await once(replica, 'message');
      return replica;
    },
    kill,
    async killAll() {
      for (const replica of [...replicas]) await kill(replica);
    },
  };
}
