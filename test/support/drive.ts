import path from 'node:path';
import { compose, type Service } from '../../src/compose.ts';
import { loadPackFor, type PackFiles } from '../../src/compose-content.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Message } from '../../src/core/card.ts';
import type { TelemetryEvent } from '../../src/core/events.ts';
import { Failure } from '../../src/core/failure.ts';
import type { FileInfo, FileOffer } from '../../src/core/file-card.ts';
import type { DownloadResult, FileDownload } from '../../src/features/content/file-download.ts';
import type { Member, MemberDirectory } from '../../src/features/people/member-directory.ts';
import type { Conversation, Person } from '../../src/features/people/person.ts';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import type { FileUpload, UploadResult } from '../../src/features/progress/file-upload.ts';
import type { Messenger, SendResult } from '../../src/features/reminders/messenger.ts';
import { scheduleReminders } from '../../src/features/reminders/schedule-reminders.ts';
import { registerPerson } from '../../src/features/use-cases/register-person.ts';
import type { Reply } from '../../src/inbound/bot/action.ts';
import { readTurn } from '../../src/inbound/bot/read-turn.ts';
import type { TableStores } from '../../src/outbound/azure-tables/open-tables.ts';
import { compileTemplates } from '../../src/views/compile-templates.ts';
import {
  consentActivity,
  executeActivity,
  fileActivity,
  installActivity,
  messageActivity,
  submitActivity,
  tenantId,
} from '../inbound/bot/activities.ts';
import { memoryStores } from './memory-stores.ts';
import { memoryWorkQueue } from './memory-work-queue.ts';

export type SentMessage = { to: Conversation; message: Message };
/** As Teams sends it: what we gave with the question comes back as `context`. */
export type ConsentValue = { action: string; context: unknown; uploadInfo?: unknown };
type Press = { verb: string; data: Record<string, unknown> };

export type Drive = {
  service: Service;
  stores: TableStores;
  events: TelemetryEvent[];
  /** What jobs sent, oldest first. */
  sent: SentMessage[];
  /** Cards that jobs put in the place of others, oldest first. */
  updated: { activityId: string; message: Message; at: Date }[];
  /** What Teams answers to the next messages of jobs; `sent` when the list is empty. */
  nextResults: SendResult[];
  knows(...people: Person[]): Promise<void>;
  /** From now on Teams answers this when it is asked who the person is. Of anybody else it says nothing. */
  named(person: Person, userName: string, more?: Partial<Member>): void;
  /** From now on Teams does not answer when it is asked who the person is. */
  isSilentAbout(person: Person): void;
  installs(person: Person, more?: object): Promise<Message | undefined>;
  removes(person: Person): Promise<void>;
  says(person: Person, text: string, more?: object): Promise<Reply>;
  /** Presses the button with this title, or this verb, on the message. */
  presses(person: Person, message: Message, button: string, inputs?: object, more?: object): Promise<Message>;
  /** A press with data of one's own choice: an old card, or a tampered one. */
  executes(person: Person, verb: string, data: unknown, more?: object): Promise<Message>;
  /** The same, with what is said below the card too. */
  executesAll(person: Person, verb: string, data: unknown, more?: object): Promise<readonly Message[]>;
  submits(person: Person, value: unknown, more?: object): Promise<Message>;
  /** Presses a button after which Teams asks about a file, and gives the question. */
  asks(person: Person, verb: string, data: unknown): Promise<FileOffer>;
  /** Answers Teams' question about a file, and waits for what is said in the end. */
  consents(person: Person, value: ConsentValue, more?: object): Promise<Message | FileInfo>;
  /** What was uploaded, oldest first, and how the next uploads end; they succeed when the list is empty. */
  uploaded: { url: string; bytes: Uint8Array }[];
  nextUploads: UploadResult[];
  /** Sends a file to the bot, with words beside it or none, and waits for what is said in the end. */
  sends(person: Person, file: Uint8Array | DownloadResult, more?: object): Promise<Message>;
  /** The addresses that were fetched, oldest first. */
  fetched: string[];
  /** Moves the clock, event by event, as the workbench does. */
  clockTo(at: Date): Promise<void>;
  /** Lets some seconds pass, and the jobs handle what is in the queue then. */
  passes(seconds: number): Promise<void>;
  now(): Date;
};

export const serviceEnvironment = {
  UNDRING_APP_ID: '11111111-0000-4000-8000-0000000000aa',
  UNDRING_TENANT_ID: tenantId,
  UNDRING_CREDENTIALS: 'none',
  UNDRING_SERVICE_HOSTS: 'http://127.0.0.1:9',
  UNDRING_DEFAULT_SERVICE_URL: 'http://127.0.0.1:9/',
  UNDRING_OPENID_URL: 'http://127.0.0.1:9/.well-known/openidconfiguration',
  UNDRING_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
  UNDRING_FILE_HOSTS: 'https://fjordvik-my.sharepoint.com',
  UNDRING_LOG_LEVEL: 'silent',
};

const templates = compileTemplates(path.join(import.meta.dirname, '../../cards'));
const read = new Map<string, Promise<PackFiles>>();

/** The content, read once for each folder: hundreds of services are made of the same files. */
function filesOf(config: Config): Promise<PackFiles> {
  const known = read.get(config.packFolder) ?? loadPackFor(config, { record: () => {} });
  read.set(config.packFolder, known);
  return known;
}

/** The whole service below HTTP, with the real content and views, on stores in memory, and a clock that only moves when told. */
export async function createDrive(
  startsAt: Date,
  given: Partial<TableStores> = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<Drive> {
  let now = startsAt;
  const clock = { now: () => now };
  const events: TelemetryEvent[] = [];
  const sent: SentMessage[] = [];
  const updated: Drive['updated'] = [];
  const nextResults: SendResult[] = [];
  const queue = memoryWorkQueue({ clock });
  const stores: TableStores = { ...memoryStores(), ...given };
  const messenger: Messenger = {
    async send(to, message) {
      const result = nextResults.shift() ?? { outcome: 'sent', activityId: `sent-${sent.length}` };
      if (result.outcome === 'sent' || result.outcome === 'unknown') sent.push({ to, message });
      return result;
    },
    async update(_to, activityId, message) {
      const result = nextResults.shift() ?? { outcome: 'sent', activityId };
      if (result.outcome === 'sent') updated.push({ activityId, message, at: now });
      return result;
    },
    open: async () => ({ outcome: 'rejected', reason: 'ForbiddenOperationException', isUnreachable: true }),
  };
  const uploaded: Drive['uploaded'] = [];
  const nextUploads: UploadResult[] = [];
  const uploads: FileUpload = {
    isOwn: (url) => url.startsWith('https://fjordvik-my.sharepoint.com/'),
    async put(url, bytes) {
      const result = nextUploads.shift() ?? { outcome: 'uploaded' };
      if (result.outcome === 'uploaded') uploaded.push({ url, bytes });
      return result;
    },
  };
  const named = new Map<string, Member | 'silent'>();
  const members: MemberDirectory = {
    async read({ teamsId }) {
      const member = named.get(teamsId);
      if (member === 'silent') throw new Failure('unavailable', 'Teams does not answer in this test');
      return member;
    },
  };
  const fetched: string[] = [];
  const lying = new Map<string, DownloadResult>();
  const downloads: FileDownload = {
    async get(url) {
      fetched.push(url);
      return lying.get(url) ?? { outcome: 'expired' };
    },
  };
  const config = readConfig({ ...serviceEnvironment, ...settings });
  const service = await compose(config, {
    ...{ files: await filesOf(config), templates: await templates },
    ...{ clock, stores, messenger, members, uploads, downloads, queues: { work: queue } },
    telemetry: { record: (event) => void events.push(event) },
  });
  const { people, dues } = stores;
  const { catalogue, calendar, reminderPolicy } = service.pack;
  const rules = { catalogue, calendar, policy: reminderPolicy };

  async function runs(activity: Record<string, unknown>): Promise<Reply | undefined> {
    const turn = readTurn(activity);
    if (!turn) throw new Error('the activity of this test has no shape that the bot reads');
    return service.answer(turn);
  }
  async function answers(activity: Record<string, unknown>): Promise<Reply> {
    const reply = await runs(activity);
    if (!reply) throw new Error('the bot was silent');
    return reply;
  }
  const executes: Drive['executes'] = async (person, verb, data, more) =>
    (await answers(executeActivity(verb, data, { ...asPerson(person), ...more }))).message;

  return {
    ...{
      service,
      stores,
      events,
      sent,
      updated,
      nextResults,
      uploaded,
      nextUploads,
      fetched,
      executes,
      now: () => now,
    },
    named({ personId, aadObjectId = '' }, userName, more) {
      named.set(`29:${personId}`, { aadObjectId, userName, tenantId, isGuest: false, ...more });
    },
    isSilentAbout: ({ personId }) => void named.set(`29:${personId}`, 'silent'),
    async knows(...known) {
      const needs = {
        ...stores,
        scheduleReminders: async (person: Person, at: Date) => {
          await scheduleReminders({ people, due: dues }, person, rules, at);
        },
      };
      for (const person of known) await registerPerson(needs, person, [aadKey(person.aadObjectId ?? '')], now);
    },
    installs: async (person, more) => (await runs(installActivity('add', { ...asPerson(person), ...more })))?.message,
    async removes(person) {
      await runs(installActivity('remove', asPerson(person)));
    },
    says: (person, text, more) => answers(messageActivity(text, { ...asPerson(person), ...more })),
    async presses(person, message, button, inputs = {}, more = {}) {
      const press = findPress(message, button);
      return executes(person, press.verb, { ...press.data, ...inputs }, more);
    },
    async executesAll(person, verb, data, more) {
      const reply = await answers(executeActivity(verb, data, { ...asPerson(person), ...more }));
      return [reply.message, ...(reply.more ?? [])];
    },
    async asks(person, verb, data) {
      const { offer } = await answers(executeActivity(verb, data, asPerson(person)));
      if (!offer) throw new Error('Teams was not made to ask about a file');
      return offer;
    },
    async consents(person, value, more) {
      const reply = await answers(consentActivity(value, { ...asPerson(person), ...more }));
      return reply.later ? reply.later() : reply.message;
    },
    async sends(person, file, more = {}) {
      const downloadUrl = `https://fjordvik-my.sharepoint.com/file-${lying.size}`;
      lying.set(downloadUrl, file instanceof Uint8Array ? { outcome: 'downloaded', bytes: file } : file);
      const reply = await answers({ ...fileActivity(downloadUrl), ...asPerson(person), ...more });
      const said = reply.later ? await reply.later() : reply.message;
      if (!('card' in said)) throw new Error('the answer to a file was a file');
      return said;
    },
    submits: async (person, value, more) =>
      (await answers(submitActivity(value, { ...asPerson(person), ...more }))).message,
    async passes(seconds) {
      now = new Date(now.getTime() + seconds * 1000);
      await service.jobs.drain();
    },
    async clockTo(at) {
      for (let next = await service.jobs.nextDueAt(now); next <= at; next = await service.jobs.nextDueAt(now)) {
        now = next;
        await service.jobs.runTick(now);
        await service.jobs.drain();
      }
      now = at;
    },
  };
}

function asPerson(person: Person): object {
  return {
    from: { id: `29:${person.personId}`, aadObjectId: person.aadObjectId, name: person.displayName },
    conversation: { id: `a:${person.personId}`, conversationType: 'personal', tenantId },
  };
}

/** Every button on a card, wherever it stands. */
export function buttonsOf(message: { card: object }): { title: string; verb: string; data: Record<string, unknown> }[] {
  const found: { title: string; verb: string; data: Record<string, unknown> }[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { type, title, verb, data, fallback: _, ...rest } = value as Record<string, unknown>;
    if (type === 'Action.Execute')
      found.push({ title: String(title), verb: String(verb), data: { ...(data as object) } });
    look(Object.values(rest));
  };
  look(message.card);
  return found;
}

/** All the words on a card. */
/** Spaces that keep a number on one line are read as spaces. */
export function wordsOf(message: Message): string {
  const words: string[] = [];
  const look = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && ['text', 'title', 'label', 'value'].includes(key)) words.push(value);
    if (Array.isArray(value)) for (const item of value) look(item);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) look(item, name);
  };
  look(message.card);
  return words.join('\n').replaceAll('\u00a0', ' ');
}

function findPress(message: Message, button: string): Press {
  const buttons = buttonsOf(message);
  const found = buttons.find(({ title, verb }) => title === button || verb === button);
  if (!found)
    throw new Error(`there is no button "${button}"; there are: ${buttons.map(({ title }) => title).join(' · ')}`);
  return found;
}
