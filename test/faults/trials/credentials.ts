import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { conversationRow } from '../../../src/features/people/person-rows.ts';
import { setUpTrial, type Trial } from './municipality.ts';
import type { TrialReport } from './trial-report.ts';
import { startWorker, stopWorkers, waitForEndings } from './workers.ts';

/** Of the workers, so that their pause of five minutes ends in the middle. */
const outMs = 6 * 60_000;
/** In which they try: with the token that was good, with a new one, and when the first pause is over. */
const turns = 3;
/** Messages in hand of one worker. */
const inHand = 4;
/** A token is used until ten seconds before it ends: these ones for a fifth of a second. */
const tokenMs = 10_200;
const errorLevel = 50;

/** Credentials that run out in the middle, in both ways in which it is noticed: no token is to be had, or Teams takes none. */
export async function credentialTrial(people: number): Promise<readonly TrialReport[]> {
  return [...(await runOut(people, 'no token')), ...(await runOut(people, '401 of Teams'))];
}

async function runOut(people: number, how: 'no token' | '401 of Teams'): Promise<readonly TrialReport[]> {
  const entra = await startTokenServer();
  const counts = { nudge: people, deadline: Math.ceil(people / 4), digest: Math.ceil(people / 8) };
  const trial = await setUpTrial({ counts, tokenUrl: entra.url });
  const { teams } = trial;
  const workers = await Promise.all([startWorker(trial), startWorker(trial)]);
  const alarms: string[] = [];
  for (const worker of workers) worker.on('message', (message) => alarms.push(...alarmsIn(message)));
  const all = trial.people.length;
  const sentBefore = Math.floor(trial.requests / 3);
  while (teams.log.length < sentBefore) await setTimeout(5);
  if (how === 'no token') entra.refuse();
  else teams.script({ kind: 'status', status: 401, code: 'BotNotRegistered', times: Number.POSITIVE_INFINITY });
  await setTimeout(trial.realMs(outMs));
  const sentMeanwhile = teams.log.length - sentBefore;
  entra.renew();
  teams.clearScript();
  const endings = await waitForEndings(trial);
  await stopWorkers(workers);
  await Promise.all([teams.close(), entra.close()]);
  const sent = [...endings.values()].filter(({ state, shown }) => state === 'sent' && shown === 1).length;
  const blocked = await countBlocked(trial);
  const refused = teams.log.filter(({ status }) => status === 401).length;
  const asked = entra.refused() + refused;
  const mostAsked = workers.length * inHand * turns;
  return [
    {
      id: how === 'no token' ? 'token' : '401',
      did: `credentials run out after ${sentBefore} of ${trial.requests} requests (${how}), renewed six minutes of the workers later`,
      counted: `${entra.refused()} tokens refused, ${refused} POSTs refused with 401, ${sentMeanwhile} requests meanwhile, ${alarms.length} alarms in the log`,
      found: `${blocked} people marked unreachable, ${all - sent} not sent once`,
      holds: blocked === 0 && sent === all && alarms.length > 0 && asked > 0 && asked <= mostAsked,
    },
  ];
}

async function countBlocked({ people, tables }: Trial): Promise<number> {
  const chats = await Promise.all(people.map(({ personId }) => tables.people.get(personId, conversationRow)));
  return chats.filter((chat) => chat?.value.state !== 'open').length;
}

const lineSchema = z.object({ log: z.string() });
const alarmSchema = z.object({ level: z.literal(errorLevel), event: z.literal('sending-paused'), reason: z.string() });

/** What the log of a worker says at its highest level about sending that stands still. */
function alarmsIn(message: unknown): string[] {
  const line = lineSchema.safeParse(message);
  if (!line.success) return [];
  const alarm = alarmSchema.safeParse(JSON.parse(line.data.log));
  return alarm.success ? [alarm.data.reason] : [];
}

/** Microsoft Entra, as far as a worker can tell: a token that soon wants renewing, or "the secret has run out". */
async function startTokenServer() {
  let isOut = false;
  let refused = 0;
  const server = createServer((_request, response) => {
    if (isOut) refused += 1;
    response.writeHead(isOut ? 401 : 200, { 'content-type': 'application/json' });
    const issued = { token: 'a-token', expiresOnTimestamp: Date.now() + tokenMs };
    response.end(JSON.stringify(isOut ? { error: 'invalid_client', error_codes: [7000222] } : issued));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
    refused: () => refused,
    refuse() {
      isOut = true;
    },
    renew() {
      isOut = false;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
