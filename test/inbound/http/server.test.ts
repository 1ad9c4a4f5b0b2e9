import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/core/clock.ts';
import { Failure } from '../../../src/core/failure.ts';
import { gateLimits } from '../../../src/inbound/http/gate.ts';
import { activity, type Door, openDoor, serviceUrl, tenantId } from './open-door.ts';

let door: Door;
let token: string;

beforeAll(async () => {
  door = await openDoor({ limits: { bodyDeadlineMs: 300 } });
  token = `Bearer ${await door.keyServer.issuer.sign({ serviceUrl })}`;
});
afterAll(() => door.close());
beforeEach(() => {
  door.turns.length = 0;
});

describe('a body that is no activity', () => {
  const bodies: [what: string, body: string][] = [
    ['an empty object', '{}'],
    ['an object of something else', '{"foo":1}'],
    ['a list', '[]'],
    ['a list with an activity', JSON.stringify([activity()])],
    ['null', 'null'],
    ['a string', '"hei"'],
    ['broken JSON', '{"type":"message"'],
    ['text', 'hei'],
    ['nothing', ''],
    ['a type that is a number', JSON.stringify(activity({ type: 7 }))],
    ['a conversation that is a string', JSON.stringify(activity({ conversation: 'a:1' }))],
    ['a sender that is a list', JSON.stringify(activity({ from: [] }))],
    ['channel data that is a string', JSON.stringify(activity({ channelData: 'x' }))],
    ['a service address that is an object', JSON.stringify(activity({ serviceUrl: {} }))],
    [
      'a conversation whose id is half a character',
      JSON.stringify(activity({ conversation: { id: '\ud800', tenantId } })),
    ],
    ['an answer to half a character', JSON.stringify(activity({ replyToId: '\ud800' }))],
    ['a name that is a number', JSON.stringify(activity({ from: { id: '29:kari', name: 7 } }))],
    ['lists 100,000 deep', '['.repeat(100_000)],
    [
      'an activity with lists 70 deep',
      JSON.stringify(activity({ value: JSON.parse(`${'['.repeat(70)}${']'.repeat(70)}`) })),
    ],
  ];
  test.each(bodies)('is answered 400 with an empty body: %s', async (_what, body) => {
    expect(await door.post(body, token)).toEqual({ status: 400, text: '' });
    expect(door.turns).toEqual([]);
  });
});

describe('a drawing', () => {
  test('is given to anybody, to be kept for a year, whatever mark it is asked for with', async () => {
    for (const mark of ['', '?v=old']) {
      const response = await fetch(`${door.url}/drawings/meldeplikt.png${mark}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/png');
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
    }
  });

  test.each(['borte.png', '..%2f..%2fpackage.json', '%00', '__proto__.png', 'constructor', ''])(
    'that is not there is 404: %s',
    async (file) => {
      const response = await fetch(`${door.url}/drawings/${file}`);
      expect({ status: response.status, text: await response.text() }).toEqual({ status: 404, text: '' });
    },
  );
});

describe('a request that is too much', () => {
  const megabyte = JSON.stringify(activity({ text: 'x'.repeat(1_000_000) }));

  test('1 MB is refused by its length, 413', async () => {
    expect(await door.post(megabyte, token)).toEqual({ status: 413, text: '' });
  });

  test('1 MB without a length is read no further than the limit, 413', async () => {
    const chunks = [megabyte.slice(0, 200_000), megabyte.slice(200_000, 400_000), megabyte.slice(400_000)];
    expect(await send({ authorization: token, 'content-type': 'application/json' }, chunks)).toEqual({
      status: 413,
      text: '',
    });
  });

  test.each([
    ['too long', 413, '4b000', 'x'.repeat(0x4b000)],
    ['too slow', 408, '1', 'x'],
  ])(
    'what still comes of a body that was %s is thrown away, and the next request is answered',
    async (_why, status, size, body) => {
      const { host, port } = new URL(door.url);
      const head = `Host: ${host}\r\nAuthorization: ${token}\r\nContent-Type: application/json\r\n`;
      const socket = connect(Number(port), '127.0.0.1');
      let said = '';
      socket.setEncoding('utf8').on('data', (text: string) => (said += text));
      socket.write(`POST /api/messages HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\n${size}\r\n${body}\r\n`);
      await expect.poll(() => said).toContain(`HTTP/1.1 ${status} `);
      for (const letter of 'abc') socket.write(`1\r\n${letter}\r\n`);
      socket.write('0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
      await expect.poll(() => said).toContain('HTTP/1.1 200 ');
      socket.destroy();
    },
  );

  test('what says that it is too long is not even waited for, 413', async () => {
    const headers = { authorization: token, 'content-type': 'application/json', 'content-length': '1000000' };
    expect(await send(headers, ['{'], 'leave open')).toEqual({ status: 413, text: '' });
  });

  test('a body of just under 256 KB is read', async () => {
    expect((await door.post(activity({ text: 'x'.repeat(250_000) }), token)).status).toBe(200);
  });

  test('a zipped body is not unfolded, 415', async () => {
    const bomb = gzipSync('0'.repeat(10_000_000));
    const headers = { authorization: token, 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(await send(headers, [bomb])).toEqual({ status: 415, text: '' });
  });

  test('a body that never comes is not waited for, 408', async () => {
    const headers = { authorization: token, 'content-type': 'application/json', 'content-length': '100' };
    expect(await send(headers, ['{'], 'leave open')).toEqual({ status: 408, text: '' });
  });
});

describe('a body that nobody wants', () => {
  const packets: Buffer[] = [];
  let bytes = 0;
  const watch = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    const push = request.push.bind(request);
    request.push = (chunk: Buffer | null) => {
      bytes += chunk?.length ?? 0;
      if (chunk) packets.push(chunk);
      return push(chunk);
    };
  };
  beforeAll(() => subscribe('http.server.request.start', watch));
  afterAll(() => unsubscribe('http.server.request.start', watch));
  beforeEach(() => {
    packets.length = 0;
    bytes = 0;
  });

  test.each([
    ['POST', '/x', 404],
    ['POST', '/api/messages/', 404],
    ['POST', '/health/live', 405],
    ['PUT', '/api/messages', 405],
    ['DELETE', '/drawings/meldeplikt.png', 405],
    ['POST', '/api/messages', 401],
  ])('is thrown away, and its memory is given back: %s %s', async (method, path, status) => {
    const answered = Promise.withResolvers<number | undefined>();
    const headers = { connection: 'keep-alive', 'content-length': 3_000_000 };
    const request = httpRequest(`${door.url}${path}`, { method, headers, agent: false }, (response) => {
      answered.resolve(response.resume().statusCode);
    });
    request.end('x'.repeat(3_000_000));
    expect(await answered.promise).toBe(status);
    await expect.poll(() => bytes).toBe(3_000_000);
    await expect.poll(() => packets.filter(({ length }) => length > 0).length).toBe(0);
    request.destroy();
  });
});

describe('a request that never ends', () => {
  let hasty: Door;
  beforeAll(async () => {
    hasty = await openDoor({ limits: { headDeadlineMs: 200, requestDeadlineMs: 400, deadlineCheckMs: 50 } });
  });
  afterAll(() => hasty.close());

  /** Writes a letter again and again until the door hangs up, and gives what it said. */
  const trickle = (begin: string): Promise<string> =>
    new Promise((resolve) => {
      let said = '';
      const socket = connect(Number(new URL(hasty.url).port), '127.0.0.1', () => socket.write(begin));
      const letters = setInterval(() => socket.write('x'), 20);
      socket.setEncoding('utf8').on('data', (text: string) => (said += text));
      socket.on('error', () => undefined);
      socket.once('close', () => {
        clearInterval(letters);
        resolve(said);
      });
    });
  const line = 'POST /api/messages HTTP/1.1\r\nHost: x\r\n';

  test('is cut while its head is still coming, 408', async () => {
    expect(await trickle(`${line}X-Slow: `)).toMatch(/^HTTP\/1.1 408 /);
  });

  test('is cut when its body comes letter by letter after it was refused, 401', async () => {
    expect(await trickle(`${line}Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 401 /,
    );
  });

  test.each([
    ['POST /api/messages', 'websocket', 401],
    ['GET /', 'h2c', 404],
    ['GET /health/live', 'TLS/1.0', 200],
  ])('and asks for another protocol is answered like any other, and cut: %s, %s', async (what, protocol, status) => {
    const head = `${what} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`;
    expect(await trickle(head)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test('is looked for often enough that ten seconds are not half a minute', () => {
    expect(gateLimits.deadlineCheckMs * 5).toBeLessThanOrEqual(gateLimits.headDeadlineMs);
  });
});

test('who asks and never reads the answers is cut', async () => {
  const own = await openDoor({ limits: { silenceDeadlineMs: 300 } });
  const ask = 'GET /drawings/big.png HTTP/1.1\r\nHost: x\r\n\r\n';
  const socket = connect(Number(new URL(own.url).port), '127.0.0.1', () => socket.write(ask.repeat(20)));
  // Who does not read learns of the end by writing.
  const further = setInterval(() => socket.write(ask), 20);
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(further);
  await own.close();
  // It was answered before.
  expect(socket.bytesRead).toBeGreaterThan(0);
});

describe('a request of another kind', () => {
  test.each([
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json-patch',
  ])('is refused, 415: %s', async (type) => {
    expect(await door.post('--x--', token, { 'content-type': type })).toEqual({ status: 415, text: '' });
  });

  test('JSON with a charset is fine', async () => {
    expect((await door.post(activity(), token, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(
      200,
    );
  });

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is answered 405 with an empty body', async (method) => {
    const response = await fetch(`${door.url}/api/messages`, { method, headers: { authorization: token } });
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 405, text: '' });
  });

  test.each(['/', '/api', '/api/messages/', '/.env', '/health', '/api/%zz', '/api/messages/../../etc/passwd'])(
    'another path is answered with an empty body: %s',
    async (path) => {
      for (const accept of ['*/*', 'application/json', 'text/plain', 'application/octet-stream', 'text/html']) {
        const response = await fetch(`${door.url}${path}`, { method: 'POST', headers: { accept } });
        expect([400, 404]).toContain(response.status);
        expect(await response.text()).toBe('');
      }
    },
  );

  test('a broken request line is answered 400 without a word', async () => {
    const answer = await raw('hei på deg\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\nConnection: close\r\n\r\n$/);
  });

  test.each([
    ['GET /health/live', '['],
    ['GET /health/live', 'x:99999'],
    ['POST /api/messages', 'a b'],
    ['GET /drawings/a.png', '%'],
    ['GET http://[', 'x'],
    ['OPTIONS *', '::1'],
  ])(
    'an address that cannot be read is answered 400 without a word, and ends nothing: %s of "%s"',
    async (line, host) => {
      const answer = await raw(`${line} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
      expect(answer).toMatch(/\r\n\r\n$/);
      expect(answer).toMatch(/^content-length: 0\r$/im);
      expect((await fetch(`${door.url}/health/live`)).status).toBe(200);
    },
  );

  test('whatever stands in the request line and as the host, there is an answer, and the next one is answered too', async () => {
    const own = await openDoor({});
    const printable = fc.string({ unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)) });
    const target = fc.oneof(
      printable,
      printable.map((text) => `/${text}`),
      printable.map((text) => `http://${text}`),
    );
    const answered = fc.asyncProperty(target, printable, async (url, host) => {
      const answer = await raw(`GET ${url} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, own.url);
      expect(answer).toMatch(/^HTTP\/1.1 [234]\d\d /);
    });
    await fc.assert(answered, { seed: 20261127, numRuns: 300 });
    expect((await fetch(`${own.url}/health/live`)).status).toBe(200);
    await own.close();
  });
});

describe('a turn', () => {
  test('answers with what it gives back', async () => {
    const own = await openDoor({
      onActivity: async () => ({ status: 200, body: { statusCode: 200, value: 'blåbær' } }),
    });
    const headers = { authorization: `Bearer ${await own.keyServer.issuer.sign({ serviceUrl })}` };
    const response = await fetch(`${own.url}/api/messages`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(activity()),
    });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('server')).toBeNull();
    expect(await response.json()).toEqual({ statusCode: 200, value: 'blåbær' });
    await own.close();
  });

  test('that fails is answered 500 with an empty body and told by its kind', async () => {
    const own = await openDoor({
      onActivity: async () => {
        throw new Failure('unavailable', 'Kari Nordmann sin rad finnes ikke');
      },
    });
    const answer = await own.post(activity(), `Bearer ${await own.keyServer.issuer.sign({ serviceUrl })}`);
    expect(answer).toEqual({ status: 500, text: '' });
    expect(own.events).toMatchObject([{ event: 'turn-failed', kind: 'unavailable', at: 'http' }]);
    expect(JSON.stringify(own.events)).not.toContain('Kari');
    await own.close();
  });

  test('in flight is finished when the door closes, and nobody new is let in', async () => {
    const gate = Promise.withResolvers<void>();
    const own = await openDoor({
      onActivity: async () => {
        await gate.promise;
        return { status: 200, body: { done: true } };
      },
    });
    const answer = own.post(activity(), `Bearer ${await own.keyServer.issuer.sign({ serviceUrl })}`);
    await expect.poll(() => own.turns.length).toBe(1);
    const closed = own.close();
    await expect.poll(() => own.post(activity()).catch(() => 'refused')).toBe('refused');
    gate.resolve();
    expect(await answer).toEqual({ status: 200, text: '{"done":true}' });
    await closed;
  });
});

describe('health', () => {
  test('is live at once, and ready when the keys are there', async () => {
    const own = await openDoor();
    expect((await fetch(`${own.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${own.url}/health/ready`)).status).toBe(503);
    await own.post(activity(), `Bearer ${await own.keyServer.issuer.sign({ serviceUrl })}`);
    const ready = await fetch(`${own.url}/health/ready`);
    expect({ status: ready.status, text: await ready.text() }).toEqual({ status: 200, text: 'ready' });
    await own.close();
  });

  test('tells of storage at a path of its own, and is ready all the same, for the guide needs none', async () => {
    let isAway = false;
    const own = await openDoor({
      async checkStorage() {
        if (isAway) throw new Error('AccountKey=hemmelig');
      },
    });
    await own.post(activity(), `Bearer ${await own.keyServer.issuer.sign({ serviceUrl })}`);
    const asked = async (path: string) => {
      const response = await fetch(`${own.url}/health/${path}`);
      return { status: response.status, text: await response.text() };
    };
    expect(await asked('storage')).toEqual({ status: 200, text: 'storage' });
    isAway = true;
    expect(await asked('storage')).toEqual({ status: 503, text: 'no storage' });
    expect(await asked('ready')).toEqual({ status: 200, text: 'ready' });
    await own.close();
  });
});

test('a taken port is told with the remedy', async () => {
  const port = Number(new URL(door.url).port);
  const { createHttpServer } = await import('../../../src/inbound/http/server.ts');
  const second = createHttpServer({
    tokens: {
      checkToken: async () => ({ claims: {}, endorsements: [] }),
      bind: () => ({ appId: '', serviceUrl: '', claims: {} }),
    },
    onActivity: async () => ({ status: 200 }),
    ...{ checkReady: async () => {}, checkStorage: async () => {} },
    telemetry: { record: () => {} },
    clock: systemClock,
  });
  await expect(second.listen('127.0.0.1', port)).rejects.toThrow(
    /cannot listen on 127.0.0.1:\d+ \(EADDRINUSE\); stop what listens there/,
  );
});

test('a thousand hostile requests at once do not keep a good one from its answer', async () => {
  const bodies = ['{"foo":1}', '{}', '['.repeat(1000), 'x'.repeat(10_000)];
  const hostile = Array.from({ length: 1000 }, (_, at) => door.post(bodies[at % 4], `Bearer e30.e30.${at}`));
  const good = door.post(activity(), token);
  expect(new Set((await Promise.all(hostile)).map(({ status }) => status))).toEqual(new Set([401]));
  expect((await good).status).toBe(200);
  expect(door.turns).toHaveLength(1);
});

function send(
  headers: Record<string, string>,
  chunks: (string | Buffer)[],
  end?: 'leave open',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${door.url}/api/messages`, { method: 'POST', headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        request.destroy();
        resolve({ status: response.statusCode ?? 0, text });
      });
    });
    request.on('error', reject);
    for (const chunk of chunks) request.write(chunk);
    if (!end) request.end();
  });
}

function raw(text: string, to = door.url): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(to);
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
