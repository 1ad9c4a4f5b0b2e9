import type { IncomingMessage, ServerResponse } from 'node:http';
import { objectIdOf } from './teams-ids.ts';

/** A file as it was put here. */
export type KeptFile = { fileId: string; name: string; base64: string };
/** One upload, for tests to look at. */
export type UploadLogEntry = { path: string; headers: IncomingMessage['headers']; status: number };

export type OneDrive = {
  /** Makes room for a file, as Teams does when somebody has said yes: an address to put it at, once, and one to open it at. */
  makeRoom(name: string): { uploadUrl: string; contentUrl: string; uniqueId: string; name: string; fileType: string };
  /** Puts a file of the person's own there, and gives what Teams tells a bot that it is sent to: an address to fetch it at. */
  keep(name: string, base64: string): { contentUrl: string; downloadUrl: string; uniqueId: string; fileType: string };
  files: KeptFile[];
  uploads: UploadLogEntry[];
  /** How the next upload is answered without being taken. */
  refuseNext(status: number): void;
  /** Serves `/onedrive/`. Answers false for other paths. */
  door(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>;
};

/** The person's OneDrive, as far as a bot that uploads can tell. An upload with a token in it is refused: there must never be one. */
export function createOneDrive(needs: { baseUrl(): string; files?: readonly KeptFile[] }): OneDrive {
  const files: KeptFile[] = [...(needs.files ?? [])];
  const rooms = new Map<string, string>();
  const uploads: UploadLogEntry[] = [];
  const refusals: number[] = [];

  function take(fileId: string, request: IncomingMessage, bytes: Buffer): number {
    const refusal = refusals.shift();
    if (refusal !== undefined) return refusal;
    if (request.headers.authorization !== undefined) return 400;
    const name = rooms.get(fileId);
    if (name === undefined) return 404;
    const range = `bytes 0-${bytes.length - 1}/${bytes.length}`;
    if (request.headers['content-range'] !== range) return 416;
    rooms.delete(fileId);
    files.push({ fileId, name, base64: bytes.toString('base64') });
    return 201;
  }

  const addressOf = (fileId: string, name: string): string =>
    `${needs.baseUrl()}/onedrive/files/${fileId}/${encodeURIComponent(name)}`;

  return {
    files,
    uploads,
    keep(name, base64) {
      const fileId = objectIdOf(`sent:${files.length}:${name}:${base64.length}`);
      files.push({ fileId, name, base64 });
      const contentUrl = addressOf(fileId, name);
      return { contentUrl, downloadUrl: `${contentUrl}?tempauth=stub`, uniqueId: fileId, fileType: typeOf(name) };
    },
    refuseNext: (status) => void refusals.push(status),
    makeRoom(name) {
      const fileId = objectIdOf(`file:${files.length}:${rooms.size}:${name}:${uploads.length}`);
      rooms.set(fileId, name);
      const base = `${needs.baseUrl()}/onedrive`;
      return {
        uploadUrl: `${base}/upload/${fileId}?tempauth=stub`,
        contentUrl: addressOf(fileId, name),
        ...{ uniqueId: fileId, name, fileType: typeOf(name) },
      };
    },
    async door(request, response, { pathname }) {
      const [, fileId = ''] = /^\/onedrive\/(?:upload|files)\/([\w-]+)/.exec(pathname) ?? [];
      if (fileId === '') return false;
      if (pathname.startsWith('/onedrive/upload/')) {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        const status = request.method === 'PUT' ? take(fileId, request, Buffer.concat(chunks)) : 405;
        uploads.push({ path: pathname, headers: request.headers, status });
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end('{}');
        return true;
      }
      const file = files.find((each) => each.fileId === fileId);
      if (!file) return false;
      const contentType = typeOf(file.name) === 'pdf' ? 'application/pdf' : 'application/octet-stream';
      const headers = { 'content-type': contentType, 'x-content-type-options': 'nosniff' };
      response.writeHead(200, headers);
      response.end(Buffer.from(file.base64, 'base64'));
      return true;
    },
  };
}

const typeOf = (name: string): string => name.split('.').at(-1) ?? '';
