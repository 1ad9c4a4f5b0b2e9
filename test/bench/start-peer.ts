import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { LoadOrder, PeerMessage } from './peer.ts';

export type Measured = { turnsPerSecond: number; cpuMsPerTurn: number };
export type Peer = { url: string; measure(order: LoadOrder): Promise<Measured>; stop(): void };

/** Starts the other side. `measure` tells this process's own CPU time for each turn: what the load costs does not count. */
export async function startPeer(): Promise<Peer> {
  const child = fork(path.join(import.meta.dirname, 'peer.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const gone = new AbortController();
  child.once('exit', () => gone.abort());
  const next = async (): Promise<PeerMessage> => (await once(child, 'message', { signal: gone.signal }))[0];
  const ready = await next();
  if (ready.kind !== 'ready') throw new Error('the peer did not say that it is ready');
  return {
    url: ready.url,
    async measure(order) {
      const before = process.cpuUsage();
      child.send(order);
      const done = await next();
      const used = process.cpuUsage(before);
      if (done.kind !== 'done' || done.failed > 0) throw new Error('turns failed; the figures would mean nothing');
      return {
        turnsPerSecond: (order.turns / done.ms) * 1000,
        cpuMsPerTurn: (used.user + used.system) / 1000 / order.turns,
      };
    },
    stop: () => child.disconnect(),
  };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
