import type { Teams } from './compose-teams.ts';
import type { Config } from './config.ts';
import { systemClock } from './core/clock.ts';
import type { Telemetry } from './core/events.ts';
import { createOnTurn, type OnTurnNeeds } from './inbound/bot/on-turn.ts';
import { picturesPath } from './inbound/http/drawings.ts';
import { createKeyRing } from './inbound/http/key-ring.ts';
import { createHttpServer, type HttpServer } from './inbound/http/server.ts';
import { createTokenCheck } from './inbound/http/token.ts';
import type { TableStores } from './outbound/azure-tables/open-tables.ts';
import { createTeamsAdapter } from './outbound/teams/adapter.ts';
import type { Pack } from './packs/pack.ts';
import type { FindPicture } from './views/define-view.ts';

type DoorParts = {
  config: Config;
  telemetry: Telemetry;
  stores: TableStores;
  teams: Teams;
  pack: Pack;
};

/** The door for HTTP: the check of tokens, the adapter of botbuilder, and what is told of its health. */
export function composeDoor(
  parts: DoorParts,
  sleep: (ms: number) => Promise<void>,
  turns: Omit<OnTurnNeeds, 'telemetry'>,
): HttpServer {
  const { config, telemetry, stores, teams, pack } = parts;
  const { appId, tenantId, tokenIssuer, serviceOrigins, openIdUrl } = config.bot;
  // Tokens and keys age in real time.
  const onFailure = () => telemetry.record({ event: 'background-failed', at: 'key-ring', kind: 'unavailable' });
  const keys = createKeyRing({ openIdUrl, clock: systemClock, onFailure });
  const adapter = createTeamsAdapter({
    ...{ appId, tenantId, connector: teams.answers.connector, telemetry, clock: systemClock, random: Math.random },
    wait: sleep,
  });
  const onTurn = createOnTurn({ ...turns, telemetry });
  return createHttpServer({
    tokens: createTokenCheck({ appId, tenantId, tokenIssuer, serviceOrigins, keys, clock: systemClock }),
    // A process that only does jobs answers for its health and nothing else.
    onActivity: async (activity, token) =>
      config.roles.includes('bot') ? adapter.process(activity, token, onTurn) : { status: 404 },
    // By the keys alone: the guide answers without storage, and nobody may be sent away from it because storage is away.
    checkReady: keys.warm,
    checkStorage: stores.check,
    pictures: new Map(pack.drawings.map(({ drawingId, png }) => [drawingId, png])),
    ...{ telemetry, clock: systemClock, proxies: config.proxies },
  });
}

/** Where Teams fetches a drawing. Nowhere without a public address: then cards are shown without. */
export function findPictureAt(publicUrl: string | undefined, { drawings }: Pack): FindPicture {
  const byId = new Map(drawings.map((drawing) => [drawing.drawingId, drawing]));
  return (drawingId, locale) => {
    const drawing = byId.get(drawingId);
    if (!publicUrl || !drawing) return undefined;
    return { url: `${publicUrl}${picturesPath}/${drawingId}.png?v=${drawing.tag}`, altText: drawing.alt[locale] };
  };
}
