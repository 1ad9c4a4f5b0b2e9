import { memoryStorage, people, startFull } from './services.ts';
import { startPeer } from './start-peer.ts';

/** Resident memory after so many turns. Flat means that nothing is kept of a turn. Run with --expose-gc. */
const peer = await startPeer();
const full = await startFull(peer.url, memoryStorage());
const order = { url: full.url, text: 'moduler', atOnce: 8, people };
const resident = new Map<number, number>();
let done = 0;
for (const goal of [2_000, 20_000, 60_000, 100_000]) {
  await peer.measure({ ...order, turns: goal - done });
  done = goal;
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  resident.set(goal, rss);
  console.log(`memory after ${String(goal).padStart(6)} turns: ${mb(rss)} MB resident, ${mb(heapUsed)} MB heap in use`);
}
const growth = (resident.get(100_000) ?? Number.NaN) / (resident.get(20_000) ?? Number.NaN);
console.log(`memory from 20,000 to 100,000 turns: ${((growth - 1) * 100).toFixed(0)} % resident (aim: flat)`);
await full.stop();
peer.stop();
process.exit(0);

function mb(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0);
}
