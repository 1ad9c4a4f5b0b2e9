import type { ChildProcess } from 'node:child_process';
import { inject } from 'vitest';
import { killReplica, startReplica } from './start-replica.ts';

export type Replicas = {
  /** `speed`: how much faster its clock goes. */
  start(settings: { prefix: string; stubUrl: string; startMs: number; speed: number }): Promise<ChildProcess>;
  kill(replica: ChildProcess): Promise<void>;
  killAll(): Promise<void>;
};

/** Replicas on this run's Azurite. */
export function createReplicas(): Replicas {
  const replicas = new Set<ChildProcess>();
  const kill = async (replica: ChildProcess): Promise<void> => {
    replicas.delete(replica);
    await killReplica(replica);
  };
  return {
    async start(settings) {
      const replica = await startReplica({ connectionString: inject('azurite'), ...settings });
      replicas.add(replica);
      return replica;
    },
    kill,
    async killAll() {
      for (const replica of [...replicas]) await kill(replica);
    },
  };
}
