import { z } from 'zod';
import { localDateSchema } from '../people/local-date-schema.ts';

/** Which time round: 1 is the first; a renewal starts the next. */
export const firstCycle = 1;

const form = z.enum(['alone', 'group', 'prior']).optional();
/** `form`: absent means alone, card by card. `tickedBy`: the leader who told that the person was there. */
const howDone = { form, tickedBy: z.string().optional() };

/**
 * Of a second or later time round: when and how the one before was done, when this one opened, and until when it should be done. `was`:
 * earlier dates, oldest first, each with the day until which it held, and from which the next was counted where `from` says no later one: a
 * past day is rebuilt from them.
 */
const renewalSchema = z.object({
  lastDoneAt: z.coerce.date(),
  lastForm: form,
  opensOn: localDateSchema,
  dueOn: localDateSchema,
  was: z
    .array(z.object({ dueOn: localDateSchema, until: localDateSchema, from: localDateSchema.optional() }))
    .optional(),
});
export type Renewal = z.infer<typeof renewalSchema>;
const renewal = { renewal: renewalSchema.optional() };

/**
 * Where a person is in a module. `path`: the ids of the steps up to the one where the person is, as they then were; absent in rows from
 * before it was kept. `position` counts the module's steps from 0: first the idea cards, then the quiz questions,
 * then the dialogues, then the reflection. Answers and replies are kept only to resume, and are gone at completion.
 */
export const progressSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('started'),
    moduleId: z.string(),
    cycle: z.number().int().min(1),
    moduleVersion: z.number().int(),
    startedAt: z.coerce.date(),
    position: z.number().int().min(0),
    path: z.array(z.string()).optional(),
    answers: z.record(z.string(), z.array(z.string())),
    /** The person has told that a registration by the leader was wrong. Gone with the next completion. */
    withdrawnAt: z.coerce.date().optional(),
    ...renewal,
    /** By dialogueId, those begun: the replies up to where the learner is, and whether an end was ever reached. */
    dialogues: z.record(z.string(), z.object({ replies: z.array(z.string()), isFinished: z.boolean() })).optional(),
  }),
  z.object({
    state: z.literal('completed'),
    moduleId: z.string(),
    cycle: z.number().int().min(1),
    moduleVersion: z.number().int(),
    startedAt: z.coerce.date(),
    completedAt: z.coerce.date(),
    ...howDone,
    ...renewal,
    /** On which card somebody was whom a leader has ticked for a meeting, should they not have been there. */
    left: z.object({ position: z.number().int().min(0), path: z.array(z.string()).optional() }).optional(),
  }),
]);
export type Progress = z.infer<typeof progressSchema>;
export type StartedProgress = Extract<Progress, { state: 'started' }>;

/**
 * A completion, append-only: the proof. `form`: how it was done, alone where nothing is said; `prior` is learned elsewhere and confirmed by the
 * leader.
 */
export const doneSchema = z.object({
  moduleId: z.string(),
  cycle: z.number().int(),
  moduleVersion: z.number().int(),
  completedAt: z.coerce.date(),
  ...howDone,
  /** Whether nobody answered for the version that was taken, on the day that it was. Absent in rows from before it was kept, or where it was not known. */
  isDraft: z.boolean().optional(),
});
export type Done = z.infer<typeof doneSchema>;

/** That a proof does not hold any more; the proof itself stays. Append-only, at the key of the proof. */
export const withdrawnSchema = z.object({
  moduleId: z.string(),
  completedAt: z.coerce.date(),
  withdrawnAt: z.coerce.date(),
});
export type Withdrawn = z.infer<typeof withdrawnSchema>;
