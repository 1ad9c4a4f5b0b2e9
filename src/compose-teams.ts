import type { Config } from './config.ts';
import { systemClock } from './core/clock.ts';
import type { Telemetry } from './core/events.ts';
import type { MemberDirectory } from './features/people/member-directory.ts';
import type { Messenger } from './features/reminders/messenger.ts';
import type { SlotStore } from './features/reminders/slot-store.ts';
import type { AccessToken } from './outbound/teams/access-token.ts';
import { countAnswers } from './outbound/teams/answer-count.ts';
import { type Connector, createConnector } from './outbound/teams/connector.ts';
import { createConnectorHttp } from './outbound/teams/connector-http.ts';
import { createMemberDirectory } from './outbound/teams/member-directory.ts';
import { createTeamsMessenger } from './outbound/teams/messenger.ts';
import { tellRefusals } from './outbound/teams/tell-refusals.ts';

export type Teams = {
  /** For jobs, which wait for a slot before each call. */
  messenger: Messenger;
  /** For answers to people: they go at once, and are counted. */
  answers: { connector: Connector; messenger: Messenger; members: MemberDirectory };
  /** When all that was begun has ended: for a tidy stop. */
  close(): Promise<void>;
};

/** Instead of the real ones, in tests. */
export type GivenTeams = { messenger?: Messenger; members?: MemberDirectory };

/** The way out to Teams, in real time, also where the service's own clock is moved. */
export function composeTeams(
  { bot }: Config,
  token: AccessToken,
  { slots, telemetry }: { slots: SlotStore; telemetry: Telemetry },
  given: GivenTeams = {},
): Teams {
  const http = createConnectorHttp(bot);
  const connector = createConnector({ http, token });
  const counted = countAnswers(connector, { slots, now: systemClock.now });
  const messengerOver = (own: Connector): Messenger =>
    given.messenger ?? createTeamsMessenger({ ...bot, connector: own, clock: systemClock });
  return {
    messenger: tellRefusals(messengerOver(connector), telemetry),
    answers: {
      connector: counted,
      messenger: messengerOver(counted),
      members: given.members ?? createMemberDirectory({ connector: counted }),
    },
    async close() {
      await counted.settled();
      http.close();
    },
  };
}
