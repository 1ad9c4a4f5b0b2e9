import { z } from 'zod';
import { locales } from '../../core/locale.ts';
import { conversationSchema } from '../people/person.ts';

/** `closing`: attendance is being recorded. `cancelled`: it was begun by mistake, and nothing is recorded. */
const states = ['open', 'closing', 'closed', 'cancelled'] as const;

/** What the shared card shows of a session: nobody's name, nothing that anybody said. */
const faceSchema = z.object({
  state: z.enum(states),
  stage: z.number().int().min(0),
  count: z.number().int().min(0),
});
export type GroupFace = z.infer<typeof faceSchema>;

/** A module taken together. Who was there lies in rows of their own. */
export const groupSessionSchema = z.object({
  sessionId: z.string().min(1),
  moduleId: z.string().min(1),
  moduleVersion: z.number().int(),
  startedBy: z.string().min(1),
  startedAt: z.coerce.date(),
  /** Whose presses move the meeting on: the one who started it, until somebody takes over. */
  ledBy: z.string().min(1),
  state: z.enum(states),
  /** The part of the module's plan that the group is in, from 0. */
  stage: z.number().int().min(0),
  /** When it was ended: the time of everybody's completion. Also of a meeting that was called off. */
  endedAt: z.coerce.date().optional(),
  /** Where the shared card is; absent where a leader only ticked who was there. */
  chat: z
    .object({ conversation: conversationSchema, activityId: z.string().min(1), locale: z.enum(locales) })
    .optional(),
  /**
   * What was written on the shared card by a job. `at`: when somebody last began to write it. `notBefore`: Teams did not take it, and until
   * then nobody tries again. `refusals`: how often in a row it did not.
   */
  card: z
    .object({
      at: z.coerce.date(),
      shown: faceSchema.optional(),
      isLost: z.literal(true).optional(),
      notBefore: z.coerce.date().optional(),
      refusals: z.number().int().min(0).optional(),
    })
    .optional(),
});
export type GroupSession = z.infer<typeof groupSessionSchema>;

/** Somebody who is there: by an own press, or ticked by the leader. */
export const attendeeSchema = z.object({
  personId: z.string().min(1),
  at: z.coerce.date(),
  tickedBy: z.string().min(1).optional(),
});
export type Attendee = z.infer<typeof attendeeSchema>;

/** Longer than any staff meeting: then it ends by itself. */
export const longestMs = 4 * 60 * 60_000;
/**
 * Between the end and the recording. Whoever pressed just before the end has been written by then: a press reads the session, and its
 * write is given up after less than this (three tries of two seconds).
 */
export const graceMs = 15_000;

/** Nothing is left to do but to show it. */
export const isOver = ({ state }: Pick<GroupSession, 'state'>): boolean => state === 'closed' || state === 'cancelled';

/** When something happens by itself, as far as it is known: the end of an open session, the recording of one that ended. */
export function nextEventAt({ state, startedAt, endedAt }: GroupSession): Date | undefined {
  if (state === 'open') return new Date(startedAt.getTime() + longestMs);
  return state === 'closing' && endedAt ? new Date(endedAt.getTime() + graceMs) : undefined;
}
