import { Agent, request as httpRequest } from 'node:http';
import { canary } from './canaries.ts';
import type { Good } from './hostile-requests.ts';

export type Flood = { post(body: string, authorization: string, query?: string): Promise<number>; close(): void };

/** Requests one after the other over connections that are kept: as fast as one machine can send them. */
export function openFlood(url: string, connections: number): Flood {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post: (body, authorization, query = '') =>
      new Promise((resolve) => {
        const headers = {
          authorization,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        };
        const request = httpRequest(`${url}${query}`, { method: 'POST', headers, agent }, (response) => {
          response.resume().once('end', () => resolve(response.statusCode ?? 0));
        });
        request.once('error', () => resolve(0));
        request.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** A press of a button that nobody has, with the canary in every place that the caller fills. It leaves a line in the log. */
export function pressWithCanary(at: number, { activity }: Good): string {
  const word = `${canary}${at}`;
  const value = { action: { type: 'Action.Execute', verb: word, data: { [word]: word } } };
  const said = { locale: word, text: word, replyToId: word, entities: [{ type: word }] };
  return JSON.stringify({
    ...JSON.parse(activity),
    ...said,
    type: 'invoke',
    id: word,
    name: 'adaptiveCard/action',
    value,
  });
}
