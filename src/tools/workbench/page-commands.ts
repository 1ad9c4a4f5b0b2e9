import { z } from 'zod';
import type { ClockControl } from './clock-control.ts';
import { isFailureNotice } from './connector/shown-answer.ts';
import type { StubConnector } from './connector/stub-connector.ts';
import type { StoredConversation } from './connector/types.ts';
import type { LiveUpdates } from './live-updates.ts';

export type CommandNeeds = { teams: StubConnector; clock: ClockControl; live: LiveUpdates };

/** What a command tells the page back: a line to show, and the chat as it is now where the page waits for just that. */
/** `isFailure`: the notice tells of an answer that did not come. */
export type CommandResult = { notice?: string; isFailure?: boolean; conversation?: StoredConversation };

type Command = (needs: CommandNeeds, body: unknown) => Promise<CommandResult>;

const inChat = { personaId: z.string(), conversationId: z.string(), locale: z.string().default('nb-NO') };

/** Everything the page can ask for, by name: `POST /workbench/<name>`. Bodies that do not fit throw a ZodError. */
export const pageCommands: Readonly<Record<string, Command>> = {
  say: define(
    z.object({
      ...inChat,
      text: z.string().min(1).max(2_000_000),
      mention: z.enum(['bot', 'none']).default('bot'),
      threadId: z.string().optional(),
    }),
    async ({ teams }, { personaId, text, ...options }) => {
      const deliveries = await teams.say(personaId, text, options);
      return noticeUnheard(deliveries);
    },
  ),
  press: define(
    z.object({
      ...inChat,
      activityId: z.string(),
      action: z.object({
        type: z.string(),
        verb: z.string().optional(),
        id: z.string().optional(),
        data: z.unknown(),
      }),
    }),
    async ({ teams }, { personaId, activityId, action, locale, conversationId }) => {
      const { notice } = await teams.pressAction(personaId, activityId, action, { locale, conversationId });
      const { conversation } = teams.book.locate(activityId);
      return { notice, isFailure: isFailureNotice(notice), conversation };
    },
  ),
  'send-file': define(
    z.object({ ...inChat, name: z.string().min(1).max(200), base64: z.base64().max(40_000_000) }),
    async ({ teams }, { personaId, name, base64, ...options }) => {
      const deliveries = await teams.sendFile(personaId, { name, base64 }, options);
      return noticeUnheard(deliveries);
    },
  ),
  'answer-file': define(
    z.object({ ...inChat, activityId: z.string(), answer: z.enum(['accept', 'decline']) }),
    async ({ teams }, { personaId, activityId, answer, ...options }) => {
      const { notice } = await teams.answerFile(personaId, activityId, answer, options);
      return { notice, isFailure: isFailureNotice(notice) };
    },
  ),
  refresh: define(
    z.object({ ...inChat, activityId: z.string() }),
    async ({ teams }, { personaId, activityId, locale }) => {
      const { notice } = await teams.refresh(personaId, activityId, { locale });
      return { notice };
    },
  ),
  install: define(z.object(inChat), async ({ teams }, { personaId, ...options }) => {
    await teams.install(personaId, options);
    return {};
  }),
  uninstall: define(z.object(inChat), async ({ teams }, { personaId, ...options }) => {
    await teams.uninstall(personaId, options);
    return {};
  }),
  seen: define(z.object(inChat), async ({ teams }, { personaId, conversationId }) => {
    const conversation = teams.book.conversation(conversationId);
    if (conversation.seen[personaId] === conversation.activities.length) return {};
    conversation.seen[personaId] = conversation.activities.length;
    teams.book.touch({ type: 'conversation', conversationId });
    return {};
  }),
  'move-clock': define(
    z.union([
      z.object({
        by: z
          .number()
          .positive()
          .max(400 * 86_400_000),
      }),
      z.object({ to: z.enum(['next-due', 'real-time']) }),
    ]),
    async ({ clock, live }, move) => {
      live.send({ type: 'clock', offsetMs: clock.offsetMs(), isMoving: true });
      try {
        return await moveClock(clock, move);
      } finally {
        live.send({ type: 'clock', offsetMs: clock.offsetMs(), isMoving: false });
      }
    },
  ),
};

function noticeUnheard(deliveries: readonly { status: number }[]): CommandResult {
  const isUnheard = deliveries.some(({ status }) => status < 200 || status > 299);
  return isUnheard ? { notice: 'Boten svarte ikke. Se i terminalen.' } : {};
}

type ClockMove = { by: number } | { to: 'next-due' | 'real-time' };

async function moveClock(clock: ClockControl, move: ClockMove): Promise<CommandResult> {
  if ('by' in move) {
    await clock.advanceTo(new Date(clock.now().getTime() + move.by));
    return {};
  }
  if (move.to === 'real-time') {
    await clock.reset();
    return {};
  }
  const dueAt = await clock.nextDueAt();
  if (!dueAt) return { notice: 'Ingen påminnelser er planlagt.' };
  await clock.advanceTo(dueAt);
  return {};
}

function define<T>(schema: z.ZodType<T>, run: (needs: CommandNeeds, input: T) => Promise<CommandResult>): Command {
  return async (needs, body) => run(needs, schema.parse(body));
}
