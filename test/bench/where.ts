import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../support/source-files.ts';
import { memoryStorage, people, startEcho, startFull } from './services.ts';
import { startPeer } from './start-peer.ts';

/** Where the processor's time of a turn goes, by V8's own sampling. Idle time does not count. Prints what the largest parts are. */
const turns = 4_000;
const warmUp = 2_000;
const shown = 16;

type Profile = Awaited<ReturnType<typeof profileOf>>;
type Node = Profile['nodes'][number];

const peer = await startPeer();
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 200 });
const sides = { echo: await startEcho(peer.url), full: await startFull(peer.url, memoryStorage()) };
const echo = timesOf(await profileOf(sides.echo.url));
const full = timesOf(await profileOf(sides.full.url));

print('by whose code runs', echo.self, full.self);
print('by the nearest of our files on the stack', echo.owner, full.owner);
await Promise.all(Object.values(sides).map(({ stop }) => stop()));
peer.stop();
process.exit(0);

async function profileOf(url: string) {
  const order = { url, text: 'moduler', atOnce: 8, people };
  await peer.measure({ ...order, turns: warmUp });
  await session.post('Profiler.start');
  await peer.measure({ ...order, turns });
  const { profile } = await session.post('Profiler.stop');
  return profile;
}

/** Microseconds a turn: by the package whose function was running, and by the nearest of our own files that called it. */
function timesOf({ nodes, samples = [], timeDeltas = [] }: Profile) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)));
  const spent = new Map<Node, number>();
  for (const [index, id] of samples.entries()) {
    const node = byId.get(id);
    if (node) spent.set(node, (spent.get(node) ?? 0) + (timeDeltas[index] ?? 0) / turns);
  }
  const self = new Map<string, number>();
  const owner = new Map<string, number>();
  for (const [node, time] of spent) {
    if (node.callFrame.functionName === '(idle)') continue;
    add(self, placeOf(node), time);
    let at: Node | undefined = node;
    while (at && !placeOf(at).startsWith('src/')) at = parentOf.get(at.id);
    add(owner, at ? placeOf(at) : `outside ours: ${placeOf(node)}`, time);
  }
  return { self, owner };
}

function add(times: Map<string, number>, key: string, time: number): void {
  times.set(key, (times.get(key) ?? 0) + time);
}

/** `src/views/plain.ts`, `adaptive-expressions`, `node:http`, `(garbage collector)`. */
function placeOf({ callFrame: { url, functionName } }: Node): string {
  if (url === '') return functionName.startsWith('(') ? functionName : 'V8 built-in';
  if (!url.startsWith('file:') && !url.startsWith('/')) return url.split('/')[0] ?? url;
  const file = path.relative(root, url.startsWith('file:') ? fileURLToPath(url) : url);
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file;
}

function print(title: string, echoTimes: Map<string, number>, fullTimes: Map<string, number>): void {
  const sum = (times: Map<string, number>) => [...times.values()].reduce((all, time) => all + time, 0);
  console.log(`\n${title}: µs a turn, echo → full (all: ${sum(echoTimes).toFixed(0)} → ${sum(fullTimes).toFixed(0)})`);
  const rows = [...fullTimes].toSorted(([, a], [, b]) => b - a).slice(0, shown);
  for (const [place, time] of rows) {
    console.log(`${(echoTimes.get(place) ?? 0).toFixed(0).padStart(6)} → ${time.toFixed(0).padStart(5)}  ${place}`);
  }
}
