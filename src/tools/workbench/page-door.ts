import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { Failure } from '../../core/failure.ts';
import type { ExtraDoor } from './connector/stub-connector.ts';
import { type CommandNeeds, type CommandResult, pageCommands } from './page-commands.ts';
import { importMapHash, readPageFile } from './page-files.ts';

export type PageDoorNeeds = CommandNeeds & { municipality: string; zone: string };

const securityHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    `script-src 'self' '${importMapHash()}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https: http://127.0.0.1:*",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** The workbench's page, its state, its commands and its live updates. */
export function createPageDoor(needs: PageDoorNeeds): ExtraDoor {
  return async (request, response, url) => {
    if (request.method === 'POST' && url.pathname.startsWith('/workbench/')) {
      await answerCommand(needs, request, response, url.pathname.slice('/workbench/'.length));
      return true;
    }
    if (request.method !== 'GET') return false;
    if (url.pathname === '/workbench/state') {
      sendJson(response, 200, stateOf(needs));
      return true;
    }
    if (url.pathname === '/workbench/updates') {
      needs.live.connect(response);
      return true;
    }
    const file = await readPageFile(url.pathname);
    if (!file) return false;
    response.writeHead(200, { ...securityHeaders, 'content-type': file.contentType }).end(file.content);
    return true;
  };
}

/** Everything the page needs to draw itself the first time. */
export type PageState = ReturnType<typeof stateOf>;

function stateOf({ teams, clock, municipality, zone }: PageDoorNeeds) {
  return { ...teams.book.state, clockOffsetMs: clock.offsetMs(), municipality, zone };
}

async function answerCommand(
  needs: PageDoorNeeds,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const command = Object.hasOwn(pageCommands, name) ? pageCommands[name] : undefined;
  if (!command) return sendJson(response, 404, { notice: `Ukjent kommando ${name}.` });
  try {
    sendJson(response, 200, await command(needs, await readJson(request)));
  } catch (error) {
    if (error instanceof z.ZodError) return sendJson(response, 400, { notice: z.prettifyError(error) });
    if (error instanceof Failure) return sendJson(response, 409, { notice: error.message });
    throw error;
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function sendJson(response: ServerResponse, status: number, body: CommandResult | PageState): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
