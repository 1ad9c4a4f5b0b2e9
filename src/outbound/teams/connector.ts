import type { AccessToken } from './access-token.ts';
import type { ConnectorAnswer, ConnectorHttp, ConnectorRequest } from './connector-http.ts';

export type ConnectorCall = Omit<ConnectorRequest, 'headers'>;
export type CallAnswer = ConnectorAnswer | { outcome: 'no-token'; reason: string };

/** Calls the Bot Connector as the bot. The one place where the bot's token is put on a request, after the host was looked at. */
export type Connector = { call(request: ConnectorCall): Promise<CallAnswer> };

export function createConnector(needs: { http: ConnectorHttp; token: AccessToken }): Connector {
  const { http, token } = needs;
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
      const answer = await http.send({ ...request, headers });
      if (answer.outcome === 'answered' && answer.status === 401) token.forget();
      return answer;
    },
  };
}
