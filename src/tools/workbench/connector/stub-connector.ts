import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWK } from 'jose';
import { type Clock, systemClock } from '../../../core/clock.ts';
import { Failure } from '../../../core/failure.ts';
import { createTokenIssuer } from '../token-issuer.ts';
import { createChatBook } from './chat-book.ts';
import { createFaultScript } from './faults.ts';
import { isFromThisMachine } from './from-this-machine.ts';
import { type NewStateOptions, newWorkbenchState } from './new-state.ts';
import { createOneDrive, type KeptFile } from './one-drive.ts';
import { createPersonSide } from './person-side.ts';
import { createRateWindows } from './rate-windows.ts';
import { cardSeenBy } from './shown-answer.ts';
import { botTeamsId, splitThread } from './teams-ids.ts';
import type { CardJson, StoredActivity, WorkbenchState } from './types.ts';
import { answerConnector, type ConnectorLogEntry } from './wire.ts';

/** Serves more on the same address. Answers false when the path is not its own. */
export type ExtraDoor = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

export type StubConnectorOptions = Partial<Pick<NewStateOptions, 'people' | 'shared'>> & {
  appId: string;
  tenantId: string;
  botName?: string;
  /** The clock that people see. Tokens and rate windows always use real time. */
  clock?: Clock;
  /** Where the bot listens; may be told later with `bot.url = …`. */
  botUrl?: string;
  /** What was kept from last time, in place of `people` and `shared`. */
  state?: WorkbenchState;
  privateKey?: JWK;
  /** What lay in OneDrive last time. */
  files?: readonly KeptFile[];
  /** Real milliseconds for the rate windows, for tests. */
  monotonicMs?: () => number;
};

export type StubConnector = Awaited<ReturnType<typeof createStubConnector>>;

/**
 * Teams, as far as a bot can tell: the Connector's REST interface with its limits and errors, the key server, and people who write,
 * press and install. Listens on 127.0.0.1 only. Development and tests.
 */
export async function createStubConnector(options: StubConnectorOptions) {
  const { appId, tenantId, botName = 'Undring', clock = systemClock } = options;
  const monotonicMs = options.monotonicMs ?? (() => performance.now());
  const state = options.state ?? newWorkbenchState({ appId, people: options.people ?? [], shared: options.shared });
  const issuer = await createTokenIssuer({ appId, clock: systemClock, privateKey: options.privateKey });
  const book = createChatBook(state);
  const faults = createFaultScript();
  const log: ConnectorLogEntry[] = [];
  const bot = { url: options.botUrl ?? '' };
  let baseUrl = '';
  const oneDrive = createOneDrive({ baseUrl: () => baseUrl, files: options.files });
  const doors: ExtraDoor[] = [oneDrive.door];
  const serviceUrl = (): string => `${baseUrl}/teams/`;
  const wire = { book, clock, appId, tenantId, faults, log, monotonicMs, rates: createRateWindows() };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isFromThisMachine(request)) return void response.writeHead(403).end();
    const url = new URL(request.url ?? '/', baseUrl);
    if (url.pathname.startsWith('/teams/v3/')) {
      url.pathname = url.pathname.slice('/teams'.length);
      return answerConnector(wire, request, response, url);
    }
    if (url.pathname === '/.well-known/openidconfiguration')
      return sendJson(response, issuer.openIdConfiguration(baseUrl));
    if (url.pathname === '/.well-known/keys') return sendJson(response, issuer.jwks());
    for (const door of doors) if (await door(request, response, url)) return;
    response.writeHead(404).end();
  }

  const people = createPersonSide({
    book,
    clock,
    appId,
    tenantId,
    botName,
    serviceUrl,
    oneDrive,
    botUrl: () => bot.url,
    token: () => issuer.sign({ serviceUrl: serviceUrl() }),
  });
  const messagesTo = (personaId: string): readonly StoredActivity[] =>
    book.personalChatOf(personaId).activities.filter(({ from }) => from === 'bot');

  return {
    ...people,
    /** The key server and, under `/teams/`, the Connector. Empty until `listen`. */
    get url(): string {
      return baseUrl;
    },
    /** What activities carry as `serviceUrl`. */
    get serviceUrl(): string {
      return serviceUrl();
    },
    openIdUrl: (): string => `${baseUrl}/.well-known/openidconfiguration`,
    botId: botTeamsId(appId),
    bot,
    book,
    issuer,
    oneDrive,
    /** Serves more on the same address: the workbench's page. */
    alsoServe: (door: ExtraDoor): void => void doors.push(door),
    /** Everything the bot asked of the Connector, oldest first. */
    log,
    people: state.people,
    /** What goes wrong next. */
    script: faults.add,
    /** Decides about each request that nothing is scripted for. */
    scriptEach: faults.choose,
    clearScript: faults.clear,
    /** What the bot has written in the person's private chat, oldest first. */
    messagesTo,
    /** The newest card in the private chat, as the person sees it. Throws Failure `invalid` when there is none. */
    lastCard(personaId: string): { activityId: string; card: CardJson; summary?: string } {
      const [last] = messagesTo(personaId).slice(-1);
      if (!last) throw new Failure('invalid', `${personaId} has no message yet; say or install something first`);
      return { activityId: last.activityId, card: cardSeenBy(last, personaId), summary: last.summary };
    },
    /** Requests that wrote into this conversation, all threads. */
    requestsTo: (conversationId: string): readonly ConnectorLogEntry[] =>
      log.filter((entry) => splitThread(entry.conversationId ?? '').baseId === conversationId),
    /** Port 0 takes a free one. Rejects with EADDRINUSE when it is taken. */
    async listen(port = 0): Promise<string> {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
      });
      baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return baseUrl;
    },
    async close(): Promise<void> {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
