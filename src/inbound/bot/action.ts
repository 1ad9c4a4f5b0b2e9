import type { ZodType } from 'zod';
import type { Message } from '../../core/card.ts';
import type { FileInfo, FileOffer } from '../../core/file-card.ts';
import type { Locale } from '../../core/locale.ts';
import type { Actor, Permission } from '../../features/people/permissions.ts';
import type { Turn } from './turn.ts';

/** All that a handler is told about who asks, where and when. */
export type ActionContext = { turn: Turn; actor: Actor; locale: Locale; now: Date };

/**
 * What a handler answers. `replace`: the pressed card becomes this one (a typed word gets a new message instead); in a group only for
 * who pressed. `everyone`: as `replace`, for all who see the card.
 */
export type Reply = {
  place: 'replace' | 'below' | 'everyone';
  message: Message /** Sent as messages of their own, after the first. */;
  more?: readonly Message[];
  /** Teams' question whether a file may be put in the person's OneDrive: the last message of all. */
  offer?: FileOffer;
  /**
   * Only for the answer to such a question, and for a message with a file: what takes longer than Teams waits for it, and is begun after it was answered. What it gives is
   * said instead of `message`. Never rejects.
   */
  later?: () => Promise<Message | FileInfo>;
};

/** A verb with all it takes. Typed words come through the same door: an intent is a verb with data. */
export type Action = {
  verb: string;
  permission: Permission;
  /** In a channel or group chat only actions that say so are run; the others answer "skriv til meg i en privat chat". */
  worksInGroups: boolean;
  /** The verb that answers in its place whom the staff list does not have, and who may not do this. */
  forUnknown?: string;
  run(context: ActionContext, data: unknown): Promise<Reply | InvalidInput>;
};

export type InvalidInput = { invalid: true };

/**
 * The only way to make an Action: none exists without a permission and an input schema. Unknown keys in the data are dropped;
 * data that does not fit is answered with a kind card by the router, and `handle` does not run.
 */
export function defineAction<T>(definition: {
  verb: string;
  permission: Permission;
  input: ZodType<T>;
  worksInGroups?: true;
  forUnknown?: string;
  handle(context: ActionContext, input: T): Promise<Reply>;
}): Action {
  const { forUnknown } = definition;
  return {
    ...(forUnknown !== undefined && { forUnknown }),
    verb: definition.verb,
    permission: definition.permission,
    worksInGroups: definition.worksInGroups === true,
    async run(context, data) {
      const input = definition.input.safeParse(data ?? {});
      return input.success ? definition.handle(context, input.data) : { invalid: true };
    },
  };
}
