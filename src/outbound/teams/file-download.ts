import http from 'node:http';
import https from 'node:https';
import { isSafeUrl } from '../../core/safe-url.ts';
import type { DownloadResult, FileDownload } from '../../features/content/file-download.ts';

const mostBytes = 2_000_000;

/**
 * Fetches what somebody sent, from the municipality's own SharePoint and OneDrive hosts and from no other: the address comes from the
 * client, as in `createFileUpload`, and the same is asked of it. http only to this machine, for the workbench.
 */
export function createFileDownload(needs: { fileOrigins: readonly string[]; deadlineMs?: number }): FileDownload {
  const { fileOrigins, deadlineMs = 8_000 } = needs;
  return {
    async get(url) {
      if (!isSafeUrl(url) || !fileOrigins.includes(new URL(url).origin)) {
        return { outcome: 'failed', reason: 'file-host-not-allowed' };
      }
      return fetchOnce(new URL(url), deadlineMs);
    },
  };
}

function fetchOnce({ href, protocol }: URL, deadlineMs: number): Promise<DownloadResult> {
  const { request: start } = protocol === 'https:' ? https : http;
  return new Promise((resolve) => {
    const call = start(href, { method: 'GET', headers: { 'user-agent': 'Undring' }, agent: false });
    const finish = (result: DownloadResult): void => {
      clearTimeout(timer);
      resolve(result);
      call.destroy();
    };
    const timer = setTimeout(() => finish({ outcome: 'failed', reason: 'deadline' }), deadlineMs);
    call.once('error', (error: NodeJS.ErrnoException) =>
      finish({ outcome: 'failed', reason: error.code?.toLowerCase() ?? 'connection-failed' }),
    );
    call.once('response', (response) => {
      const refusal = refusalOf(response.statusCode ?? 0);
      if (refusal) return finish(refusal);
      collect(response, finish);
    });
    call.end();
  });
}

/** 401 and 403: the permission in the address has run out. A redirect is an answer like any other, and not what was asked for. */
function refusalOf(status: number): DownloadResult | undefined {
  if (status === 200) return undefined;
  const isExpired = [401, 403, 404, 410].includes(status);
  return isExpired ? { outcome: 'expired' } : { outcome: 'failed', reason: `http-${status}` };
}

function collect(response: http.IncomingMessage, finish: (result: DownloadResult) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > mostBytes) finish({ outcome: 'too-large' });
    else chunks.push(chunk);
  });
  response.once('end', () => finish({ outcome: 'downloaded', bytes: new Uint8Array(Buffer.concat(chunks)) }));
  response.once('aborted', () => finish({ outcome: 'failed', reason: 'cut-off' }));
  response.once('error', () => finish({ outcome: 'failed', reason: 'cut-off' }));
}
