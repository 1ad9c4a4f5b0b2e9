import type { Clock } from '../../../core/clock.ts';
import { Failure } from '../../../core/failure.ts';
import type { ChatBook } from './chat-book.ts';
import { type DeliverNeeds, type Delivery, deliver, type Redelivery } from './deliver.ts';
import { type CardAction, findAction } from './find-action.ts';
import {
  type ActivityFrame,
  type ActivityJson,
  executeActivity,
  fileActivity,
  fileConsentActivity,
  installActivities,
  messageActivity,
  submitActivity,
} from './inbound-activities.ts';
import type { OneDrive } from './one-drive.ts';
import { cardSeenBy, couldNotReach, showAnswer, somethingWentWrong } from './shown-answer.ts';
import type { StoredConversation } from './types.ts';

export type PersonSideNeeds = DeliverNeeds & {
  book: ChatBook;
  clock: Clock;
  appId: string;
  tenantId: string;
  botName: string;
  serviceUrl(): string;
  oneDrive: Pick<OneDrive, 'makeRoom' | 'keep'>;
};

export type ClientOptions = Redelivery & {
  /** The client's language; `nb-NO` when not said. */
  locale?: string;
  /** Which chat; the person's private one when not said. */
  conversationId?: string;
  /** In a channel: the thread answered in. */
  threadId?: string;
};

export type PressOptions = ClientOptions & {
  /** `submit`: as a client without Action.Execute would, by the fallback. */
  as?: 'execute' | 'submit';
};

/** What the person sees after pressing a button. */
export type PressResult = { deliveries: readonly Delivery[]; notice?: string };

export type PersonSide = ReturnType<typeof createPersonSide>;

/** All that people in Teams can do to the bot. */
export function createPersonSide(needs: PersonSideNeeds) {
  const { book, clock } = needs;
  let made = 0;
  const newId = (): string => `${clock.now().getTime()}${String(++made).padStart(4, '0')}`;
  const frame = (personaId: string, conversation: StoredConversation, options: ClientOptions): ActivityFrame => ({
    appId: needs.appId,
    tenantId: needs.tenantId,
    botName: needs.botName,
    serviceUrl: needs.serviceUrl(),
    at: clock.now(),
    locale: options.locale ?? 'nb-NO',
    conversation,
    from: book.person(personaId),
    threadId: options.threadId,
  });
  const chatFor = (personaId: string, { conversationId }: ClientOptions): StoredConversation =>
    conversationId ? book.conversation(conversationId) : book.personalChatOf(personaId);

  async function say(personaId: string, text: string, options: ClientOptions & { mention?: 'bot' | 'none' } = {}) {
    const chat = chatFor(personaId, options);
    if (!chat.isInstalled) throw new Failure('invalid', 'the app is not installed in this chat; install it first');
    const stored = book.add(chat.conversationId, { from: personaId, text, threadId: options.threadId }, clock.now());
    const threadId = chat.type === 'channel' ? (options.threadId ?? stored.activityId) : undefined;
    if (chat.type !== 'personal' && options.mention === 'none') return [];
    const activity = messageActivity(frame(personaId, chat, { ...options, threadId }), stored.activityId, text);
    return deliver(needs, activity, options);
  }

  async function execute(
    personaId: string,
    activityId: string,
    action: CardAction,
    data: object,
    options: ClientOptions,
  ) {
    const { conversation, activity } = book.locate(activityId);
    const trigger: 'manual' = 'manual';
    const call = { verb: action.verb ?? '', data, trigger, actionId: action.id };
    const inThread = { ...options, threadId: activity.threadId };
    const invoke = executeActivity(frame(personaId, conversation, inThread), newId(), activity, call);
    const deliveries = await deliver(needs, invoke, options);
    return { deliveries, notice: showAnswer(book, personaId, activity, deliveries[0]) };
  }

  async function submit(
    personaId: string,
    activityId: string,
    value: object,
    options: ClientOptions,
  ): Promise<PressResult> {
    const { conversation, activity } = book.locate(activityId);
    const inThread = { ...options, threadId: activity.threadId };
    const message = submitActivity(frame(personaId, conversation, inThread), newId(), activity, value);
    const deliveries = await deliver(needs, message, options);
    return { deliveries, notice: deliveries[0]?.status === 200 ? undefined : couldNotReach };
  }

  /** Presses what the client gives: the action with its inputs already merged into `data`. */
  async function pressAction(
    personaId: string,
    activityId: string,
    action: CardAction,
    options: PressOptions = {},
  ): Promise<PressResult> {
    const data = typeof action.data === 'object' && action.data !== null ? action.data : {};
    if (action.type === 'Action.Execute') return execute(personaId, activityId, action, data, options);
    if (action.type === 'Action.Submit') return submit(personaId, activityId, data, options);
    throw new Failure('invalid', `${action.type} is not sent to a bot; press an Execute or Submit`);
  }

  return {
    say,
    pressAction,
    /** Presses the button with this title or verb on the card that the person sees. */
    async press(
      personaId: string,
      activityId: string,
      titleOrVerb: string,
      inputs: Readonly<Record<string, string>> = {},
      options: PressOptions = {},
    ): Promise<PressResult> {
      const card = cardSeenBy(book.locate(activityId).activity, personaId);
      const found = findAction(card, titleOrVerb);
      const action = options.as === 'submit' ? ((found.fallback as CardAction | undefined) ?? found) : found;
      const data = { ...(action.data as object | undefined), ...inputs };
      return pressAction(personaId, activityId, { ...action, data }, options);
    },
    /** What the client does by itself when a card with `refresh` is shown to somebody it is meant for. */
    async refresh(personaId: string, activityId: string, options: ClientOptions = {}): Promise<PressResult> {
      const { conversation, activity } = book.locate(activityId);
      const { action } = (activity.card?.refresh ?? {}) as { action?: CardAction };
      if (!action?.verb) return { deliveries: [] };
      const call = { verb: action.verb, data: action.data ?? {}, trigger: 'automatic' as const, actionId: action.id };
      const invoke = executeActivity(frame(personaId, conversation, options), newId(), activity, call);
      const deliveries = await deliver(needs, invoke, options);
      return { deliveries, notice: showAnswer(book, personaId, activity, deliveries[0]) };
    },
    /** Sends a file in the private chat, as Teams does: it is put in the person's OneDrive, and the bot is told where to fetch it. */
    async sendFile(personaId: string, { name, base64 }: { name: string; base64: string }, options: ClientOptions = {}) {
      const chat = chatFor(personaId, options);
      if (chat.type !== 'personal')
        throw new Failure('invalid', 'Teams gives a bot files in private chats only; send it there');
      const kept = { name, ...needs.oneDrive.keep(name, base64) };
      const file = { kind: 'info' as const, name, contentUrl: kept.contentUrl };
      const stored = book.add(chat.conversationId, { from: personaId, file }, clock.now());
      return deliver(needs, fileActivity(frame(personaId, chat, options), stored.activityId, kept), options);
    },
    /** Answers Teams' question about a file. On yes, Teams makes room in OneDrive first. */
    async answerFile(
      personaId: string,
      activityId: string,
      action: 'accept' | 'decline',
      options: ClientOptions = {},
    ): Promise<PressResult> {
      const { conversation, activity } = book.locate(activityId);
      const { file } = activity;
      if (file?.kind !== 'question') throw new Failure('invalid', 'this message asks about no file; press another one');
      const uploadInfo = action === 'accept' ? needs.oneDrive.makeRoom(file.name) : undefined;
      const answer = { action, context: action === 'accept' ? file.accept : file.decline, uploadInfo };
      const invoke = fileConsentActivity(frame(personaId, conversation, options), newId(), activity, answer);
      const deliveries = await deliver(needs, invoke, options);
      return { deliveries, notice: deliveries[0]?.status === 200 ? undefined : somethingWentWrong };
    },
    async install(personaId: string, options: ClientOptions = {}): Promise<readonly Delivery[]> {
      return changeInstallation('add', personaId, options);
    },
    async uninstall(personaId: string, options: ClientOptions = {}): Promise<readonly Delivery[]> {
      return changeInstallation('remove', personaId, options);
    },
    /** Any activity, made on the frame that Teams would give it. For bad input in tests. */
    async sendRaw(personaId: string, change: (activity: ActivityJson) => ActivityJson, options: ClientOptions = {}) {
      const chat = chatFor(personaId, options);
      return deliver(needs, change(messageActivity(frame(personaId, chat, options), newId(), 'hei')), options);
    },
  };

  async function changeInstallation(change: 'add' | 'remove', personaId: string, options: ClientOptions) {
    const chat = chatFor(personaId, options);
    chat.isInstalled = change === 'add';
    book.touch({ type: 'conversation', conversationId: chat.conversationId });
    const activities = installActivities(frame(personaId, chat, options), newId(), change);
    const deliveries = await Promise.all(activities.map((activity) => deliver(needs, activity, options)));
    return deliveries.flat();
  }
}
