import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { hostileTexts } from './hostile-texts.ts';

export type HostileRequest = {
  headers: Record<string, string>;
  body: string | Buffer;
  repeatBody?: number;
  /** Somewhere else than where Teams writes. */
  to?: { method: string; path: string };
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const json = { 'content-type': 'application/json' };
const bomb = gzipSync(Buffer.alloc(30_000_000, '0'));
const megabyte = 'x'.repeat(1_048_576);

/** A token that says it is the emulator's, from a tenant that nobody has seen before. */
export const emulatorToken = (at: number): string =>
  `${part({ alg: 'RS256', kid: `kid-${at}` })}.${part({ iss: `https://sts.windows.net/tenant-${at}/`, tid: `tenant-${at}`, ver: '1.0', appid: 'x' })}.AAAA`;

/** What a stranger sends. */
const strangers: readonly ((at: number) => HostileRequest)[] = [
  () => ({ headers: json, body: '{"foo":1}' }),
  (at) => ({ headers: { ...json, authorization: `Bearer ${emulatorToken(at)}` }, body: '{"foo":1}' }),
  () => ({ headers: { ...json, authorization: 'Bearer a.b.c', 'content-encoding': 'gzip' }, body: bomb }),
  (at) => ({
    headers: { authorization: `Bearer ${at}`, 'content-type': 'multipart/form-data; boundary=x' },
    body: `--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n${'x'.repeat(10_000)}\r\n--x--\r\n`,
  }),
  () => ({ headers: { ...json, authorization: 'Bearer a.b.c' }, body: '['.repeat(200_000) }),
  () => ({ headers: { ...json, 'x-long': 'y'.repeat(30_000) }, body: '{}' }),
  (at) => ({ headers: { ...json, host: ['[', 'x:99999', '%'][at % 3] ?? '' }, body: '{}' }),
  (at) => ({
    headers: { ...json, authorization: 'Bearer a.b.c' },
    body: megabyte,
    repeatBody: at % 500 === 6 ? 60 : 1,
  }),
  () => ({
    headers: { ...json, authorization: `Bearer ${'a.'.repeat(5000)}` },
    body: Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
  }),
];

const elsewhere: readonly { method: string; path: string }[] = [
  { method: 'POST', path: '/x' },
  { method: 'POST', path: '/health/live' },
  { method: 'POST', path: '/api/messages/' },
  { method: 'PUT', path: '/api/messages' },
  { method: 'PUT', path: '/drawings/meldeplikt.png' },
];

const deep = (open: string, inside: string, close: string, depth: number): string =>
  open.repeat(depth) + inside + close.repeat(depth);

/** So many texts in a search field to one that is a message: Teams takes only so many answers to one person. Each text as a message: `hostile-texts.test.ts`. */
const pressesToMessage = 24;

/** The texts in turn, in the search field of a card, and now and then as a message. */
function withText(good: string, at: number): string {
  const turn = Math.floor(at / insiders.length);
  const [, text = ''] = hostileTexts[turn % hostileTexts.length] ?? [];
  const activity = { ...JSON.parse(good), id: `text-${at}` };
  const action = { type: 'Action.Execute', verb: 'find.search', data: { words: text } };
  const press = { type: 'invoke', name: 'adaptiveCard/action', value: { action } };
  const message = { text: `jeg er bekymret. ${text}` };
  return JSON.stringify({ ...activity, ...(turn % pressesToMessage === 0 ? message : press) });
}

/** What nobody but Teams could send, as long as the token is good: changed only in its body, made from a good one. */
const insiders: readonly ((good: string, at: number) => string | Buffer)[] = [
  () => '{"foo":1}',
  () => '['.repeat(200_000),
  (good) => good.replace(/\}$/, `,"value":{"verb":"guide.answer","answers":${deep('[', '', ']', 60_000)}}}`),
  (good) => good.replace(/\}$/, `,"entities":[${deep('{"a":', '1', '}', 30_000)}]}`),
  (good) =>
    good.replace(/\}$/, ',"value":{"verb":"__proto__","__proto__":{"isGuest":false}},"__proto__":{"text":"x"}}'),
  (good) => good.replace(/\}$/, ',"value":{"verb":"constructor","constructor":{"prototype":{"polluted":1}}}}'),
  (good) => good.replace(/"text":"[^"]*"/, `"text":"${'slår -'.repeat(40_000)}"`),
  (good) => good.replace(/"text":"[^"]*"/, `"text":"${'12-'.repeat(80_000)}"`),
  (good) => good.replace(/"text":"[^"]*"/, '"text":"\\ud800\\u0000\\u202e"').replace(/\}$/, ',"replyToId":"\\ud800"}'),
  (good) =>
    Buffer.concat([
      Buffer.from(good.slice(0, -1)),
      Buffer.from(',"text":"'),
      Buffer.from([0xff, 0xc0, 0xed, 0xa0, 0x80]),
      Buffer.from('"}'),
    ]),
  (good) => good.replace(/\}$/, `,"type":${JSON.stringify('x'.repeat(200_000))}}`),
  (good, at) => good.replace(/\}$/, `,"type":"thing-${at}","name":null,"from":null}`),
  withText,
];

export type Good = { activity: string; token: string };

/**
 * The `at`th of as many as are wanted, from somebody without a good token. Each has an address of its own, as a proxy in front tells it, and
 * one in eleven writes to where nobody reads.
 */
export function fromStranger(at: number): HostileRequest {
  const { headers, ...rest } = strangers[at % strangers.length]?.(at) ?? { headers: json, body: '' };
  const to = at % 11 === 0 ? elsewhere[(at / 11) % elsewhere.length] : undefined;
  return { ...rest, to, headers: { ...headers, 'x-forwarded-for': `10.0.${at >> 8}.${at & 255}` } };
}

/** The `at`th under a good token. */
export const fromInsider = (at: number, { activity, token }: Good): HostileRequest => ({
  headers: { ...json, authorization: `Bearer ${token}` },
  body: insiders[at % insiders.length]?.(activity, at) ?? '',
});

/** A press as they come all day. It is answered at once, so no limit of Teams stands in the way. */
export const ordinary = (at: number, { activity, token }: Good): HostileRequest => {
  const value = { action: { type: 'Action.Execute', verb: 'guide.start', data: {} } };
  const press = { ...JSON.parse(activity), id: `press-${at}`, type: 'invoke', name: 'adaptiveCard/action', value };
  return { headers: { ...json, authorization: `Bearer ${token}` }, body: JSON.stringify(press) };
};

/** The status of the answer; 0 when the connection was cut instead. */
export function sendHostile(url: string, { headers, body, repeatBody = 1, to }: HostileRequest): Promise<number> {
  const { method, path } = to ?? { method: 'POST', path: new URL(url).pathname };
  const options = { method, headers, agent: false, maxHeaderSize: 65_536 };
  return new Promise((resolve) => {
    const request = httpRequest(new URL(path, url), options, (response) => {
      response.resume();
      response.once('end', () => {
        request.destroy();
        resolve(response.statusCode ?? 0);
      });
    });
    request.once('error', () => resolve(0));
    for (let times = 0; times < repeatBody; times += 1) request.write(body);
    request.end();
  });
}

/** A letter, a head that does not end, one that asks for another protocol and then waits, and nothing at all. */
const slowBeginnings = [
  'P',
  'POST /api/messages HTTP/1.1\r\nHost: x\r\nX-Slow: ',
  'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  '',
];

/** Connections that begin a request and never end it, with how many of them the other side has cut. */
export function openSlowConnections(url: string, count: number) {
  const { hostname, port } = new URL(url);
  let cut = 0;
  const sockets = Array.from({ length: count }, (_, at): Socket => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(slowBeginnings[at % slowBeginnings.length] ?? '');
    });
    socket.on('error', () => undefined).on('close', () => (cut += 1));
    return socket.resume();
  });
  return {
    cut: () => cut,
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
