import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFileUpload } from '../../../src/outbound/teams/file-upload.ts';
import { type BytesServer, startBytesServer } from './bytes-server.ts';

const bytes = new TextEncoder().encode('%PDF-1.7 kursbevis');
let drive: BytesServer;
let elsewhere: BytesServer;

beforeEach(async () => {
  [drive, elsewhere] = await Promise.all([startBytesServer(), startBytesServer()]);
});
afterEach(() => Promise.all([drive.stop(), elsewhere.stop()]));

const uploads = (more: { fileOrigins?: readonly string[] } = {}) =>
  createFileUpload({ fileOrigins: [drive.origin], deadlineMs: 250, ...more });
const put = (url: string, more = {}) => uploads(more).put(url, bytes);

describe('an upload', () => {
  test('is one PUT of the whole file, and carries nothing of ours', async () => {
    expect(await put(`${drive.origin}/up?tempauth=abc`)).toEqual({ outcome: 'uploaded' });
    expect(drive.received).toHaveLength(1);
    const [one] = drive.received;
    expect(one).toMatchObject({ method: 'PUT', url: '/up?tempauth=abc' });
    expect(Buffer.from(one?.body ?? []).toString()).toBe('%PDF-1.7 kursbevis');
    expect(one?.headers).toMatchObject({ 'content-range': 'bytes 0-17/18', 'content-length': '18' });
    for (const name of ['authorization', 'cookie', 'referer']) expect(one?.headers).not.toHaveProperty(name);
  });

  test.each([401, 403, 404, 410])('whose address is no longer good (%i) says so', async (status) => {
    drive.answer((response) => response.writeHead(status).end());
    expect(await put(`${drive.origin}/up`)).toEqual({ outcome: 'expired' });
    expect(drive.received).toHaveLength(1);
  });

  test.each([202, 400, 409, 413, 416, 429, 500, 502, 503, 507])(
    'that is answered %i is not done, and not tried again',
    async (status) => {
      drive.answer((response) => response.writeHead(status, { 'retry-after': '1' }).end());
      expect(await put(`${drive.origin}/up`)).toEqual({ outcome: 'failed', reason: `http-${status}` });
      expect(drive.received).toHaveLength(1);
    },
  );

  test('of nothing, or of more than a diploma can be, is not begun', async () => {
    for (const length of [0, 4_000_001]) {
      const result = await uploads().put(`${drive.origin}/up`, new Uint8Array(length));
      expect(result).toEqual({ outcome: 'failed', reason: 'file-size' });
    }
    expect(drive.received).toEqual([]);
  });
});

describe('a host that does harm', () => {
  test.each([301, 302, 303, 307, 308])('and sends us on (%i) is not followed', async (status) => {
    drive.answer((response) => response.writeHead(status, { location: `${elsewhere.origin}/steal` }).end());
    expect(await put(`${drive.origin}/up`)).toEqual({ outcome: 'failed', reason: `http-${status}` });
    expect(elsewhere.received).toEqual([]);
  });

  test('and never answers is left after the deadline', async () => {
    drive.answer(() => {});
    expect(await put(`${drive.origin}/up`)).toEqual({ outcome: 'failed', reason: 'deadline' });
  });

  test('and breaks the connection is a failure, not an exception', async () => {
    drive.answer((response) => void response.socket?.destroy());
    expect(await put(`${drive.origin}/up`)).toEqual({ outcome: 'failed', reason: 'econnreset' });
  });

  test('and answers without end counts by its status, and is left', async () => {
    let isLeft = false;
    drive.answer((response) => {
      response.writeHead(201);
      response.socket?.once('close', () => {
        isLeft = true;
      });
      const pour = () =>
        void (response.writableEnded || response.destroyed || response.write('x'.repeat(50_000), pour));
      pour();
    });
    expect(await put(`${drive.origin}/up`)).toEqual({ outcome: 'uploaded' });
    await expect.poll(() => isLeft).toBe(true);
  });

  test('and speaks no HTTP is a failure', async () => {
    const server = createSocketServer((socket) =>
      socket
        .on('error', () => {})
        .resume()
        .end('SSH-2.0-undring\r\n'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await put(`${origin}/up`, { fileOrigins: [origin] })).toMatchObject({ outcome: 'failed' });
    await new Promise((resolve) => server.close(resolve));
  });

  test('and is not there any more is a failure', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
    await new Promise((resolve) => gone.close(resolve));
    expect(await put(`${origin}/up`, { fileOrigins: [origin] })).toEqual({ outcome: 'failed', reason: 'econnrefused' });
  });
});

describe('an address that the configuration does not name', () => {
  const own = ['https://fjordvik-my.sharepoint.com', 'https://fjordvik.sharepoint.com'];
  const tricks: [what: string, url: string][] = [
    ['another tenant', 'https://evil-my.sharepoint.com/up'],
    ['a host that begins like ours', 'https://fjordvik-my.sharepoint.com.evil.example/up'],
    ['a host that ends like ours', 'https://evilfjordvik-my.sharepoint.com/up'],
    ['a host below ours', 'https://x.fjordvik-my.sharepoint.com/up'],
    ['a dot after the host', 'https://fjordvik-my.sharepoint.com./up'],
    ['ours as a user name', 'https://fjordvik-my.sharepoint.com@evil.example/up'],
    ['ours as a user name and password', 'https://fjordvik-my.sharepoint.com:443@evil.example/up'],
    ['a user name before ours', 'https://evil@fjordvik-my.sharepoint.com/up'],
    ['another port', 'https://fjordvik-my.sharepoint.com:8443/up'],
    ['no encryption', 'http://fjordvik-my.sharepoint.com/up'],
    ['this machine', 'http://127.0.0.1/up'],
    ['this machine as a number', 'http://2130706433/up'],
    ['this machine in IPv6', 'http://[::1]/up'],
    ['this machine, IPv4 in IPv6', 'http://[::ffff:127.0.0.1]/up'],
    ['a private address', 'https://10.0.0.4/up'],
    ['the metadata of the machine', 'http://169.254.169.254/metadata/identity/oauth2/token'],
    ['a letter that looks like ours', 'https://fjordvik-my.sharep\u043eint.com/up'],
    ['a backslash', 'https://evil.example\\@fjordvik-my.sharepoint.com/up'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/plain,x'],
    ['ours in the path', 'https://evil.example/https://fjordvik-my.sharepoint.com/up'],
    ['ours after a hash', 'https://evil.example#@fjordvik-my.sharepoint.com/up'],
    ['no address', 'kursbevis'],
    ['nothing', ''],
  ];

  test.each(tricks)('is never called: %s', async (_what, url) => {
    const upload = createFileUpload({ fileOrigins: own, deadlineMs: 250 });
    expect(upload.isOwn(url)).toBe(false);
    expect(await upload.put(url, bytes)).toEqual({ outcome: 'failed', reason: 'file-host-not-allowed' });
  });

  test('is not reached by any text, however it is written', async () => {
    const upload = uploads();
    const part = fc.oneof(
      fc.constantFrom('http:', 'https:', '//', '/', '\\', '@', ':', '#', '?', '\t', '\n', '%2f', 'ø', '..', '[::1]'),
      fc.constantFrom(elsewhere.origin, elsewhere.origin.replace('http://', ''), 'http://127.0.0.1', 'user:pass'),
      fc.string({ maxLength: 8 }),
    );
    const url = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(url, async (text) => {
        expect(await upload.put(text, bytes)).toEqual({ outcome: 'failed', reason: 'file-host-not-allowed' });
      }),
      { numRuns: 500, seed: 20261126 },
    );
    expect(elsewhere.received).toEqual([]);
    expect(elsewhere.connections()).toBe(0);
  });

  test('is what everything is, where the configuration names nothing', () => {
    expect(uploads({ fileOrigins: [] }).isOwn(`${drive.origin}/up`)).toBe(false);
  });

  test('is told from ours also where ours is written in capitals and with its port', () => {
    const upload = createFileUpload({ fileOrigins: own });
    expect(upload.isOwn('HTTPS://FJORDVIK-MY.SHAREPOINT.COM:443/up?guid=1&tempauth=v1.ey')).toBe(true);
  });
});
