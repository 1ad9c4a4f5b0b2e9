import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../core/failure.ts';
import type { FromBot, ToBot } from './bot-messages.ts';
import type { ClockControl } from './clock-control.ts';

export type BotProcess = {
  url: string;
  clock: ClockControl;
  /** Settles when the bot's process has ended, asked or not. */
  ended: Promise<void>;
  /** Ends what is under way, then the process. Fine to call twice. */
  stop(): Promise<void>;
};

export type StartBotOptions = {
  /** The service's own environment; nothing else of ours is given to it. */
  environment: Readonly<Record<string, string>>;
  offsetMs: number;
  logFile: string;
  /** Told while the clock is being moved. */
  stepped(offsetMs: number): void;
};

const botProcess = fileURLToPath(new URL('./bot-process.ts', import.meta.url));
const startDeadlineMs = 60_000;
const stopDeadlineMs = 20_000;

/** Starts the service and waits until it answers. Throws Failure `unavailable` with the service's own words when it does not. */
export async function startBot(options: StartBotOptions): Promise<BotProcess> {
  const child = fork(botProcess, [String(options.offsetMs)], {
    env: { ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own: Ctrl-C reaches us first, and we stop it in order.
    detached: true,
  });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const ended = once(child, 'exit').then(() => void log.end());
  const waiting = new Map<number, { resolve(answer: Done): void; reject(error: Error): void }>();
  const tools = { send: (message: ToBot) => void child.send(message), waiting, lastId: 0 };
  let offsetMs = options.offsetMs;
  child.on('message', (message: FromBot) => {
    if (message.type === 'stepped') {
      offsetMs = message.offsetMs;
      options.stepped(offsetMs);
    }
    if (message.type === 'done') {
      offsetMs = message.offsetMs;
      waiting.get(message.requestId)?.resolve(message);
    }
    if (message.type === 'refused') waiting.get(message.requestId)?.reject(new Failure('unavailable', message.message));
  });
  void ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Failure('unavailable', 'the bot has stopped; see its log'));
  });
  const url = await ready(child, options.logFile).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    url,
    ended,
    clock: {
      now: () => new Date(Date.now() + offsetMs),
      offsetMs: () => offsetMs,
      advanceTo: async (to) => void (await ask(tools, { type: 'advance', to: to.toISOString() })),
      nextDueAt: async () => {
        const { dueAt } = await ask(tools, { type: 'next-due' });
        return dueAt === undefined ? undefined : new Date(dueAt);
      },
      reset: async () => void (await ask(tools, { type: 'set-offset', offsetMs: 0 })),
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const killer = setTimeout(() => child.kill('SIGKILL'), stopDeadlineMs);
      if (child.connected) await ask(tools, { type: 'stop' }).catch(() => undefined);
      await ended;
      clearTimeout(killer);
    },
  };
}

type Done = Extract<FromBot, { type: 'done' }>;
type Question = ToBot extends infer M ? (M extends ToBot ? Omit<M, 'requestId'> : never) : never;
type Tools = {
  send(message: ToBot): void;
  waiting: Map<number, { resolve(answer: Done): void; reject(error: Error): void }>;
  lastId: number;
};

async function ask(tools: Tools, question: Question): Promise<Done> {
  const requestId = ++tools.lastId;
  try {
    return await new Promise<Done>((resolve, reject) => {
      tools.waiting.set(requestId, { resolve, reject });
      tools.send({ ...question, requestId } as ToBot);
    });
  } finally {
    tools.waiting.delete(requestId);
  }
}

function ready(child: ReturnType<typeof fork>, logFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (problem: string): void => reject(new Failure('unavailable', problem));
    const timer = setTimeout(() => fail(`The bot did not start within a minute; see ${logFile}`), startDeadlineMs);
    child.on('message', (message: FromBot) => {
      if (message.type === 'ready') resolve(message.url);
      if (message.type === 'failed') fail(message.message);
      clearTimeout(timer);
    });
    child.once('error', ({ message }) => fail(`The bot cannot be run (${message}); run npm ci`));
    child.once('exit', () => {
      clearTimeout(timer);
      fail(`The bot stopped before it answered; see ${logFile}`);
    });
  });
}
