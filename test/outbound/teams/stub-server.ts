import { type ScriptedServer, startScriptedServer } from './scripted-server.ts';

export type StubServer = ScriptedServer<unknown>;

/** Takes JSON; 201 with an id until told otherwise. */
export const startStubServer = (): Promise<StubServer> =>
  startScriptedServer<unknown>(
    (bytes) => (bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined),
    (response) => void response.writeHead(201).end('{"id":"activity-1"}'),
  );
