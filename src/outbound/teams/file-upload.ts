import http from 'node:http';
import https from 'node:https';
import { isSafeUrl } from '../../core/safe-url.ts';
import type { FileUpload, UploadResult } from '../../features/progress/file-upload.ts';
import { exchange } from './exchange.ts';

/** What we make is some tens of kilobytes; one PUT of this size is taken whole. */
const maxBytes = 4_000_000;

/**
 * Uploads to the municipality's own SharePoint and OneDrive hosts, and to no other. The address comes from the client, so it is a request to
 * call whatever somebody wishes: it must be https at an origin that the configuration names, without a user name, and no redirect is followed.
 * The address itself is the permission: no token of ours goes along. http only to this machine, for the workbench.
 */
export function createFileUpload(needs: { fileOrigins: readonly string[]; deadlineMs?: number }): FileUpload {
  const { fileOrigins, deadlineMs = 8_000 } = needs;
  // Uploads are rare and go to another host than everything else: no connection is kept.
  const plain = new http.Agent();
  const secure = new https.Agent();
  const isOwn = (url: string): boolean => isSafeUrl(url) && fileOrigins.includes(new URL(url).origin);
  return {
    isOwn,
    async put(url, bytes) {
      if (!isOwn(url)) return { outcome: 'failed', reason: 'file-host-not-allowed' };
      if (bytes.length === 0 || bytes.length > maxBytes) return { outcome: 'failed', reason: 'file-size' };
      // As it was looked at, and not as it was written: two readers of an odd address could find two hosts in it.
      const { href, protocol } = new URL(url);
      const headers = {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
        'user-agent': 'Undring',
      };
      const agent = protocol === 'https:' ? secure : plain;
      const answer = await exchange({ method: 'PUT', url: href, headers, body: bytes, deadlineMs }, agent);
      return answer.outcome === 'answered' ? readStatus(answer.status) : { outcome: 'failed', reason: answer.reason };
    },
  };
}

/** 401 and 403: the permission in the address has run out. 404 and 410: the room is gone, as it is when the file is there already. */
const expired: readonly number[] = [401, 403, 404, 410];

/** 202 says that more is to come, which is not so: the file is not there. */
function readStatus(status: number): UploadResult {
  if (status === 200 || status === 201) return { outcome: 'uploaded' };
  if (expired.includes(status)) return { outcome: 'expired' };
  return { outcome: 'failed', reason: `http-${status}` };
}
