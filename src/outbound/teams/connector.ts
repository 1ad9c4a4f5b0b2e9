import type { AccessToken } from './access-token.ts';
import type { ConnectorAnswer, ConnectorHttp, ConnectorRequest } from './connector-http.ts';

export type ConnectorCall = Omit<ConnectorRequest, 'headers'>;
export type CallAnswer =
  | ConnectorAnswer
  | { outcome: 'no-token'; reason: string }
  /** 401 for a token that Teams had taken before: it says nothing of us yet, and the next call asks for a new one. */
  | { outcome: 'token-worn'; reason: 'http-401' };

/** Calls the Bot Connector as the bot. The one place where the bot's token is put on a request, after the host was looked at. */
export type Connector = { call(request: ConnectorCall): Promise<CallAnswer> };

export function createConnector(needs: { http: ConnectorHttp; token: AccessToken }): Connector {
  const { http, token } = needs;
  /** The one that Teams took last, until it refuses it. The next may be the same: a managed identity keeps its tokens. */
  let taken: string | undefined;

  async function send(request: ConnectorRequest, authorization: string): Promise<CallAnswer> {
    const wasTaken = authorization === taken;
    const answer = await http.send(request);
    if (answer.outcome !== 'answered') return answer;
    const { status } = answer;
    if (status >= 200 && status < 300) taken = authorization;
    if (status !== 401) return answer;
    const isWorn = wasTaken || authorization === taken;
    if (authorization === taken) taken = undefined;
    token.forget(authorization);
    return isWorn ? { outcome: 'token-worn', reason: 'http-401' } : answer;
  }

  return {
    async call(request) {
      if (!http.isAllowed(request.url)) return { outcome: 'not-sent', reason: 'service-host-not-allowed' };
      let authorization: string | undefined;
      try {
        authorization = await token.authorization();
      } catch {
        return { outcome: 'no-token', reason: 'no-token' };
      }
      const headers = {
        accept: 'application/json',
        'user-agent': 'Undring',
        ...(request.body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
        ...(authorization !== undefined && { authorization }),
      };
      const ready = { ...request, headers };
      return authorization === undefined ? http.send(ready) : send(ready, authorization);
    },
  };
}
