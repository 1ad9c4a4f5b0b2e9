import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';
import { classify } from './classify.ts';
import type { ConnectorCall } from './connector.ts';
import { callPatiently, type PatientCallNeeds } from './patient-call.ts';
import { toFailure } from './translate-error.ts';

export type TeamsAdapter = {
  /**
   * Runs a turn for an activity that a verified token came with; nothing is checked here again. The answer is what the HTTP door
   * sends back: for an invoke its own status and body (400 for one that we do not know), otherwise 200, and 500 with an empty body when the turn failed.
   */
  process(
    activity: object,
    token: { appId: string; serviceUrl: string },
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<{ status: number; body?: unknown }>;
};

export type TeamsAdapterNeeds = PatientCallNeeds & {
  appId: string;
  tenantId: string;
  telemetry: Telemetry;
  /** Somebody waits for the answer, so it is shorter than a job's. */
  deadlineMs?: number;
};

/** What botbuilder says of an invoke that nobody answered. We know none of that kind or shape, which is no fault of ours. */
const unansweredInvoke = 501;

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;

/** botbuilder keeps "run a turn for whom I name" protected; this opens it for what we have authenticated ourselves. */
class VerifiedAdapter extends CloudAdapter {
  run(
    appId: string,
    connectorFactory: ConnectorFactory,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ) {
    return this.processActivity(
      { audience: '', claimsIdentity: this.identityOf(appId), connectorFactory },
      activity,
      logic,
    );
  }

  identityOf(appId: string) {
    return this.createClaimsIdentity(appId);
  }
}

export function createTeamsAdapter(needs: TeamsAdapterNeeds): TeamsAdapter {
  const authentication = createAuthentication(needs);
  const adapter = new VerifiedAdapter(authentication);
  const connectorFactory = createFactory((serviceUrl) =>
    authentication.createConnectorFactory(adapter.identityOf(needs.appId)).create(serviceUrl),
  );
  return {
    async process(activity, token, logic) {
      let hasFailed = false;
      const guarded = async (context: TurnContext) => {
        try {
          await logic(context);
        } catch (error) {
          hasFailed = true;
          const kind = error instanceof Failure ? error.kind : 'bug';
          needs.telemetry.record({ event: 'turn-failed', referenceCode: newId().slice(0, 6), kind, at: 'turn' });
        }
      };
      const answer = await adapter.run(token.appId, connectorFactory, { ...activity } as Activity, guarded);
      if (hasFailed) return { status: 500 };
      if (answer?.status === unansweredInvoke) return { status: 400 };
      return { status: answer?.status ?? 200, body: answer?.body };
    },
  };
}

function createAuthentication(needs: TeamsAdapterNeeds): ConfigurationBotFrameworkAuthentication {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    { MicrosoftAppId: needs.appId, MicrosoftAppTenantId: needs.tenantId, MicrosoftAppType: 'SingleTenant' },
    // Our connector puts the token on the request, after it has looked at the host; botbuilder never sees one.
    {
      isValidAppId: async (id) => id === needs.appId,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({ signRequest: async (request) => request }),
    },
    undefined,
    undefined,
    {
      httpClient: {
        async sendRequest(request) {
          const { method, url, body } = request;
          const deadlineMs = needs.deadlineMs ?? 5000;
          const call = { method: readMethod(method), url, body: asText(body), deadlineMs };
          const answer = await callPatiently(needs, call);
          const failure = toFailure(classify(answer, needs.clock.now()));
          // Thrown here and not as the SDK's own error, so that its retry policy lets it pass.
          if (failure || answer.outcome !== 'answered')
            throw failure ?? new Failure('bug', 'a call was sent without an answer; see classify.ts');
          return { request, status: answer.status, headers: request.headers.clone(), bodyAsText: answer.body };
        },
      },
    },
  );
  // botbuilder asks for this client in every turn; it holds nothing of a turn, and we have no use for it.
  const create = authentication.createUserTokenClient.bind(authentication);
  let userTokens: ReturnType<typeof create> | undefined;
  authentication.createUserTokenClient = (identity) => {
    userTokens ??= create(identity);
    return userTokens;
  };
  return authentication;
}

/** One client, with its pipeline, for each service address instead of one for each turn. Teams has a handful of addresses. */
function createFactory(create: ConnectorFactory['create']): ConnectorFactory {
  const clients = new Map<string, ReturnType<ConnectorFactory['create']>>();
  return {
    create(serviceUrl) {
      const known = clients.get(serviceUrl);
      if (known) return known;
      if (clients.size >= 50) clients.clear();
      const made = create(serviceUrl);
      clients.set(serviceUrl, made);
      return made;
    },
  };
}

function readMethod(method: string): ConnectorCall['method'] {
  if (method === 'GET' || method === 'POST' || method === 'PUT' || method === 'DELETE') return method;
  throw new Failure('bug', `the SDK made a ${method} request; add it to ConnectorCall if it is meant`);
}

function asText(body: unknown): string | undefined {
  return typeof body === 'string' ? body : undefined;
}
