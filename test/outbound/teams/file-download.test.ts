import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createFileDownload } from '../../../src/outbound/teams/file-download.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: RequestListener): Promise<string> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

describe('fetching a file that somebody sent', () => {
  test('gives its bytes, and tells the host nothing of us but the name', async () => {
    let headers: object = {};
    const origin = await serve((request, response) => {
      headers = request.headers;
      response.end('hallo');
    });
    const result = await createFileDownload({ fileOrigins: [origin] }).get(`${origin}/a?tempauth=x`);
    expect(result).toEqual({ outcome: 'downloaded', bytes: new Uint8Array(Buffer.from('hallo')) });
    expect(headers).not.toHaveProperty('authorization');
  });

  test.each([
    'https://evil.example/a.xlsx',
    'https://fjordvik-my.sharepoint.com.evil.example/a',
    'https://kari@fjordvik-my.sharepoint.com/a',
    'http://fjordvik-my.sharepoint.com/a',
    'http://127.0.0.1:1/a',
    'http://169.254.169.254/metadata',
    'file:///etc/passwd',
    'ikke en adresse',
  ])('from %s is refused before anything is sent', async (url) => {
    const downloads = createFileDownload({ fileOrigins: ['https://fjordvik-my.sharepoint.com'] });
    expect(await downloads.get(url)).toEqual({ outcome: 'failed', reason: 'file-host-not-allowed' });
  });

  test('follows no redirect', async () => {
    let calls = 0;
    const origin = await serve((_request, response) => {
      calls += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const result = await createFileDownload({ fileOrigins: [origin] }).get(`${origin}/a`);
    expect([result, calls]).toEqual([{ outcome: 'failed', reason: 'http-302' }, 1]);
  });

  test.each([401, 403, 404, 410])('tells that the address has run out (%i)', async (status) => {
    const origin = await serve((_request, response) => void response.writeHead(status).end());
    expect(await createFileDownload({ fileOrigins: [origin] }).get(origin)).toEqual({ outcome: 'expired' });
  });

  test('stops at two megabytes, whatever the host says', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = () => {
        while (response.write(Buffer.alloc(100_000)));
        response.once('drain', more);
      };
      more();
    });
    expect(await createFileDownload({ fileOrigins: [origin] }).get(origin)).toEqual({ outcome: 'too-large' });
  });

  test('gives up on a host that is silent, and on one that breaks off', async () => {
    const silent = await serve(() => undefined);
    const impatient = createFileDownload({ fileOrigins: [silent], deadlineMs: 50 });
    expect(await impatient.get(silent)).toEqual({ outcome: 'failed', reason: 'deadline' });
    server?.closeAllConnections();
    server?.close();
    const broken = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('a');
      setImmediate(() => response.destroy());
    });
    expect(await createFileDownload({ fileOrigins: [broken] }).get(broken)).toMatchObject({ outcome: 'failed' });
  });
});
