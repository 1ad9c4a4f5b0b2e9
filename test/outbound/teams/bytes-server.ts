import { type ScriptedServer, startScriptedServer } from './scripted-server.ts';

export type BytesServer = ScriptedServer<Uint8Array>;

/** Takes files; 201 until told otherwise. */
export const startBytesServer = (): Promise<BytesServer> =>
  startScriptedServer<Uint8Array>(
    (bytes) => bytes,
    (response) => void response.writeHead(201).end('{}'),
  );
