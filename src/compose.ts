import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { composeLivePack, type LivePack, loadPackFor, type PackFiles, remembered } from './compose-content.ts';
import { composeCredentials, composeExpiring } from './compose-credentials.ts';
import { composeDigests } from './compose-digests.ts';
import { composeDoor, findPictureAt } from './compose-door.ts';
import { composeConsent, composeFiles, composeSheets } from './compose-files.ts';
import { composeNights } from './compose-nights.ts';
import { composeUseCounter } from './compose-rollups.ts';
import { composeStorage, type GivenStorage, startWaitMs } from './compose-storage.ts';
import { composeTeams, type GivenTeams, type Teams } from './compose-teams.ts';
import type { Config } from './config.ts';
import { type Clock, systemClock } from './core/clock.ts';
import type { Telemetry } from './core/events.ts';
import type { FileDownload } from './features/content/file-download.ts';
import type { DigestModel } from './features/digests/leader-digest.ts';
import { createTriage, type Triager } from './features/guide/triage.ts';
import { createReadOwnerCards } from './features/owners/read-owner-cards.ts';
import type { FileUpload } from './features/progress/file-upload.ts';
import { createSendingPause } from './features/reminders/sending-pause.ts';
import { createSendingSwitch, type SendingSwitch } from './features/reminders/sending-switch.ts';
import type { Reply } from './inbound/bot/action.ts';
import { createAnswer } from './inbound/bot/create-answer.ts';
import { type BotNeeds, createBot } from './inbound/bot/create-bot.ts';
import { createKeepCard } from './inbound/bot/keep-card.ts';
import type { Turn } from './inbound/bot/turn.ts';
import { createJobs, type Jobs } from './inbound/jobs/run-jobs.ts';
import { realWait } from './inbound/jobs/wait.ts';
import type { Queues } from './outbound/azure-queue/open-queues.ts';
import type { TableStores } from './outbound/azure-tables/open-tables.ts';
import { createPacing } from './outbound/teams/pacing.ts';
import { createTelemetry } from './outbound/telemetry/telemetry.ts';
import type { Pack } from './packs/pack.ts';
import type { Templates } from './views/compile-templates.ts';
import { createRender } from './views/create-render.ts';
import { delegationToldView } from './views/delegation-told.view.ts';
import { digestView } from './views/digest.view.ts';
import { groupCardView } from './views/group-card.view.ts';
import { ownerCardView } from './views/owner-card.view.ts';
import { pingView } from './views/ping.view.ts';
import { reminderView } from './views/reminder.view.ts';
import type { Render } from './views/render.ts';
import { renderFollowUp } from './views/render-follow-up.ts';

/** What may be given instead of the real thing: a clock that can be moved, stores in memory, a messenger that only listens. */
export type Overrides = GivenTeams &
  GivenStorage & {
    clock?: Clock;
    telemetry?: Telemetry;
    uploads?: FileUpload;
    downloads?: FileDownload;
    /** Content that is read already: it is never written to. */
    files?: PackFiles;
    /** Card templates that are compiled already. */
    templates?: Templates;
  };

export type Service = {
  /** Opens the door for HTTP (role `bot`) and begins to work (role `jobs`). Throws Failure `unavailable` when the address is taken. */
  start(): Promise<{ url: string }>;
  /** Finishes what is in flight, at most ten seconds, and hands back the rest. */
  stop(): Promise<void>;
  jobs: Jobs;
  /** One turn below HTTP and botbuilder, as the door would run it. */
  answer(turn: Turn): Promise<Reply | undefined>;
  /** Registers people and reads rows: what tools and tests work on. */
  stores: TableStores;
  pack: Pack;
};

type Parts = {
  config: Config;
  clock: Clock;
  telemetry: Telemetry;
  stores: TableStores;
  queues: Queues;
  /** As the files have it. */
  pack: Pack;
  live: LivePack;
  triage: Triager;
  render: Render;
  teams: Teams;
  sendingSwitch: SendingSwitch;
  countUse: BotNeeds['countUse'];
  credentials: Awaited<ReturnType<typeof composeCredentials>>;
  uploads?: FileUpload;
  downloads?: FileDownload;
};

/** Puts the service together. Nothing listens and no job runs before `start`; storage may be away. Throws Failure `invalid`. */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Service> {
  const clock = overrides.clock ?? systemClock;
  const telemetry = overrides.telemetry ?? createTelemetry({ level: config.logLevel, hashKey: config.personHashKey });
  const [storage, files, credentials] = await Promise.all([
    composeStorage(config, telemetry, overrides),
    overrides.files ?? loadPackFor(config, telemetry),
    composeCredentials(config.bot),
  ]);
  const { stores, queues } = storage;
  const { pack } = files;
  const render = await createRender({
    ...{ cardsFolder: path.join(import.meta.dirname, '..', 'cards'), texts: pack.texts, zone: pack.zone },
    ...{ findPicture: findPictureAt(config.publicUrl, pack), templates: overrides.templates },
  });
  const teams = composeTeams(config, credentials.token, { ...stores, telemetry }, overrides);
  const live = composeLivePack({ ...files, ...stores, telemetry, clock });
  const parts: Parts = {
    ...{ live, triage: createTriage(pack.phrases), credentials },
    countUse: composeUseCounter(stores.uses, clock, pack.zone).count,
    sendingSwitch: createSendingSwitch({ sending: stores.sending, nowMs: () => performance.now() }),
    ...{ config, clock, telemetry, stores, queues, pack, render, teams, uploads: overrides.uploads },
    downloads: overrides.downloads,
  };
  const jobs = composeJobs(parts);
  const keepCard = createKeepCard({ messenger: teams.answers.messenger, telemetry });
  const consent = composeConsent({ connector: teams.answers.connector, telemetry, wait: sleep });
  const bot = remembered(live.current, (now) => composeBot({ ...parts, pack: now }));
  const answer = createAnswer({ ...parts, guide: pack.guide, defaultLocale: pack.defaultLocale, bot });
  const server = composeDoor(parts, sleep, { answer, keepCard: keepCard.keep, settleConsent: consent.settle });
  // By what stands in for the pack reminders would be called off, or sent in the summer, and figures be wrong.
  const roles = config.roles.filter((role) => role === 'bot' || files.isWhole);
  const runsJobs = roles.includes('jobs');
  return {
    ...{ jobs, stores, pack, answer },
    async start() {
      await live.start(storage.isThere ? startWaitMs : 0);
      const { url } = await server.listen(config.host, config.port);
      if (runsJobs) jobs.start();
      telemetry.record({ event: 'service-started', roles: roles.join(' ') });
      return { url };
    },
    async stop() {
      live.stop();
      storage.stop();
      await Promise.all([server.close(), runsJobs ? jobs.stop() : undefined]);
      await Promise.all([keepCard.settled(), consent.settled()]);
      await teams.close();
      telemetry.record({ event: 'service-stopped' });
    },
  };
}

const sleep = async (ms: number): Promise<void> => void (await setTimeout(ms));

/** Jobs run for weeks: each asks for the modules and the dates as they are then. */
function rulesOf({ pack: { reminderPolicy }, live }: Parts) {
  return {
    get catalogue() {
      return live.current().catalogue;
    },
    get calendar() {
      return live.current().calendar;
    },
    policy: reminderPolicy,
  };
}

function composeBot(parts: Parts) {
  const { clock, telemetry, stores, queues, pack, live, triage, render, config, uploads, downloads } = parts;
  const { guide, words, municipality, defaultLocale, zone } = pack;
  return createBot({
    ...{ ...stores, due: stores.dues, queue: queues.work, sendingSwitch: parts.sendingSwitch },
    ...{ clock, telemetry, render, triage, countUse: parts.countUse, members: parts.teams.answers.members },
    ...{ rules: { ...rulesOf(parts), catalogue: pack.catalogue }, guide, words, municipality, defaultLocale, zone },
    ...{ baseContent: live.base, refreshContent: live.refresh },
    ...composeFiles(config, pack, uploads),
    ...composeSheets(config, pack, { uploads, downloads }),
    ...(pack.retention && { retention: pack.retention }),
  });
}

function composeJobs(parts: Parts): Jobs {
  const { clock, telemetry, stores, queues, pack, live, render, teams, sendingSwitch } = parts;
  const rules = rulesOf(parts);
  const { people, personKeys, units, dues, ticks, slots, groups, audit } = stores;
  const { digest, defaultLocale, zone } = pack;
  return createJobs<DigestModel>({
    ...{ people, personKeys, units, groups, audit, due: dues, ticks, queue: queues.work, source: queues.work },
    ...{ messenger: teams.messenger, telemetry, clock, digest, defaultLocale, rules },
    ...composeExpiring(parts.credentials, parts),
    // Teams counts in real time, also where the service's own clock is moved.
    pacing: createPacing({ slots, telemetry, now: systemClock.now, sleep }),
    pause: createSendingPause(),
    sendingSwitch,
    random: Math.random,
    wait: realWait,
    ...composeNights(parts.config, pack, { ...stores, due: dues, queue: queues.work, rules, telemetry }),
    ...composeDigests(stores, pack, rules),
    readOwnerCards: createReadOwnerCards({ ...stores, zone, baseContent: live.base, catalogue: pack.catalogue }),
    present: {
      reminder: (model, locale) => render(reminderView, model, locale, clock.now()),
      followUp: (model, locale) => renderFollowUp(render, model, locale, clock.now()),
      ping: (locale) => render(pingView, {}, locale, clock.now()),
      digest: (model, locale) => render(digestView, model, locale, clock.now()),
      delegation: (model, locale) => render(delegationToldView, model, locale, clock.now()),
      ownerCard: (card, locale) => render(ownerCardView, card, locale, clock.now()),
      groupCard: (model, locale) => render(groupCardView, model, locale, clock.now()),
    },
  });
}
