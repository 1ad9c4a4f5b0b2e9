import { systemClock } from '../../../src/core/clock.ts';
import { createAccessToken } from '../../../src/outbound/teams/access-token.ts';
import { createConnector } from '../../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../../src/outbound/teams/connector-http.ts';
import { createTeamsMessenger } from '../../../src/outbound/teams/messenger.ts';
import type { Fault } from '../../../src/tools/workbench/connector/faults.ts';
import { createStubConnector } from '../../../src/tools/workbench/connector/stub-connector.ts';
import type { TrialReport } from './trial-report.ts';

const appId = '11111111-0000-4000-8000-0000000000aa';
const tenantId = '11111111-0000-4000-8000-00000000beef';
const faults: readonly Fault[] = [
  ...[500, 502, 503, 504].map((status): Fault => ({ kind: 'status', status })),
  ...([{ kind: 'reset' }, { kind: 'hang' }] as const),
];

/** R5: whatever Teams does, one attempt is one POST. */
export async function onePostTrial(): Promise<readonly TrialReport[]> {
  const people = faults.map((_, index) => ({ personaId: `p${index}`, name: `Kari ${index}` }));
  const teams = await createStubConnector({ appId, tenantId, people });
  await teams.listen();
  const http = createConnectorHttp({ serviceOrigins: [new URL(teams.url).origin] });
  const connector = createConnector({ http, token: createAccessToken({ source: undefined, clock: systemClock }) });
  const target = { appId, tenantId, defaultServiceUrl: teams.serviceUrl, deadlineMs: 500 };
  const messenger = createTeamsMessenger({ ...target, connector, clock: systemClock });
  const counts: string[] = [];
  let more = 0;
  for (const [index, fault] of faults.entries()) {
    const { conversationId } = teams.book.personalChatOf(`p${index}`);
    teams.script(fault);
    const chat = {
      conversationId,
      serviceUrl: teams.serviceUrl,
      tenantId,
      botId: `28:${appId}`,
      state: 'open' as const,
    };
    const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' } as const;
    const { outcome } = await messenger.send(chat, { card, summary: 'x' });
    const posts = teams.requestsTo(conversationId).length;
    more += posts - 1;
    counts.push(`${fault.kind === 'status' ? fault.status : fault.kind} ${posts} (${outcome})`);
  }
  http.close();
  await teams.close();
  return [
    {
      ...{
        id: 'R5',
        did: 'one attempt each against 500, 502, 503, 504, reset and hang',
        counted: `POSTs: ${counts.join(', ')}`,
      },
      ...{ found: `${more} POSTs too many`, holds: more === 0 },
    },
  ];
}
