import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { newId } from '../../src/core/ids.ts';
import { startAzurite } from '../../src/tools/azurite.ts';

/**
 * Sends a second and processor time a send, as fast as one process can and at the pace of the slots; and memory over 200,000 sends.
 * The limiter and the way out to Teams, without anybody's rows.
 */
type Done = { seconds: number; cpuMs: number; outcomes: Record<string, number> };
type Round = { rss: number; heapUsed: number };

const azurite = await startAzurite();
const teams = createServer((request, response) => {
  request.resume();
  request.once('end', () => response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"a"}'));
});
await new Promise<void>((resolve) => teams.listen(0, '127.0.0.1', resolve));
const stubUrl = `http://127.0.0.1:${(teams.address() as AddressInfo).port}/`;

const free = await run(2_000, { paced: false });
const paced = await run(600, { paced: true });
const [freeMs, pacedMs] = [free.done.cpuMs / 2_000, paced.done.cpuMs / 600];
console.log(
  `sending: ${(2_000 / free.done.seconds).toFixed(0)} a second without slots, ${freeMs.toFixed(2)} ms of processor each`,
);
console.log(
  `sending: ${(600 / paced.done.seconds).toFixed(1)} a second at 40 slots a second, ${pacedMs.toFixed(2)} ms each: the limiter costs ${(pacedMs - freeMs).toFixed(2)} ms`,
);
const rounds = 10;
const long = await run(20_000, { paced: false, rounds });
for (const [index, { rss, heapUsed }] of long.rounds.entries()) {
  if (index % 3 === 0 || index === rounds - 1) {
    console.log(
      `memory after ${String((index + 1) * 20_000).padStart(7)} sends: ${mb(rss)} MB resident, ${mb(heapUsed)} MB heap in use`,
    );
  }
}
const growth = (long.rounds.at(-1)?.rss ?? Number.NaN) / (long.rounds[1]?.rss ?? Number.NaN);
console.log(`memory from 40,000 to 200,000 sends: ${((growth - 1) * 100).toFixed(0)} % resident (aim: flat)`);
teams.close();
teams.closeAllConnections();
await azurite.stop();
process.exit(0);

function run(sends: number, how: { paced: boolean; rounds?: number }): Promise<{ done: Done; rounds: Round[] }> {
  const settings = {
    ...{ connectionString: azurite.connectionString, prefix: `b${newId().slice(0, 12)}`, stubUrl, ...how },
    ...{ appId: '11111111-0000-4000-8000-0000000000aa', tenantId: '11111111-0000-4000-8000-00000000beef' },
    conversations: Array.from({ length: sends }, (_, index) => `chat-${index}`),
  };
  const sender = path.join(import.meta.dirname, 'sender.ts');
  const child = fork(sender, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--expose-gc'],
  });
  child.send(settings);
  const seen: Round[] = [];
  return new Promise((resolve, reject) => {
    child.on('message', (message: ({ kind: 'round' } & Round) | ({ kind: 'done' } & Done)) => {
      if (message.kind === 'round') seen.push(message);
      else resolve({ done: message, rounds: seen });
    });
    child.once('exit', (code) => reject(new Error(`the sender ended with ${code} before it was done`)));
  });
}

function mb(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0);
}
