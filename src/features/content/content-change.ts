import { z } from 'zod';
import { localDateSchema, localTimeSchema } from '../people/local-date-schema.ts';

/** Why somebody sends a module back. A choice, never words: a note about a text may come to be one about a person. */
export const returnReasons = ['wrong-fact', 'hard-to-read', 'out-of-date', 'not-for-us'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** Who did it, and the name that was theirs on that day. */
const by = z.object({ personId: z.string().min(1), name: z.string().min(1) });
const made = { changeId: z.string().min(1), at: z.coerce.date(), by };
const ofModule = { ...made, moduleId: z.string().min(1) };
/** The version of the files that it was made on top of; of a decision only where the texts had been changed from the chat. */
const onFiles = z.number().int().optional();
/** `of`: the texts that it is about. */
const ofTexts = { ...ofModule, of: z.string().min(1) };
const ofContact = { ...made, contactId: z.string().min(1) };
/** `law:…`, `step:…`: see checkable.ts. */
const ofFact = { ...made, factId: z.string().min(1) };
const ofStep = { ...made, stepId: z.string().min(1) };
const localText = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
const opening = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('always') }),
  z.object({
    kind: z.literal('weekdays'),
    days: z.array(z.number().int()).readonly(),
    from: localTimeSchema,
    to: localTimeSchema,
  }),
  z.object({ kind: z.literal('outside'), contactId: z.string().min(1) }),
]);
/** Which words were decided on: see `wordingOf`. */
const wording = z.string().min(1);

/**
 * One thing that somebody changed in the content from the chat. Append-only: the history is the state. The files are the base, and a
 * change of a module holds for the version that it names.
 */
export const contentChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('module-approved'),
    ...ofModule,
    version: z.number().int(),
    onFiles,
    validTo: localDateSchema,
  }),
  z.object({
    kind: z.literal('module-returned'),
    ...ofModule,
    version: z.number().int(),
    onFiles,
    reason: z.enum(returnReasons),
  }),
  /** `onFiles`: of what files; rows from before this was kept have none. */
  z.object({ kind: z.literal('card-withdrawn'), ...ofModule, onFiles, cardId: z.string().min(1) }),
  z.object({ kind: z.literal('card-restored'), ...ofModule, cardId: z.string().min(1) }),
  /** `confirmBy`: the last day that it may stand without a second person. */
  z.object({ kind: z.literal('number-set'), ...ofContact, number: z.string().min(1), confirmBy: localDateSchema }),
  /** A second person has called it, or looked it up. `of`: the change that it confirms. */
  z.object({ kind: z.literal('number-confirmed'), ...ofContact, of: z.string().min(1), validTo: localDateSchema }),
  /**
   * What is told of a contact: live at once, as its number is. Absent `opening`: nobody has said when it is answered. `onFiles`: names what the
   * files told of it then (`detailsMark`).
   */
  z.object({
    kind: z.literal('contact-set'),
    ...{ ...ofContact, onFiles: z.string().min(1).optional() },
    ...{ name: localText, use: localText, opening: opening.optional(), confirmBy: localDateSchema },
  }),
  z.object({ kind: z.literal('contact-confirmed'), ...ofContact, of: z.string().min(1) }),
  /** Dates of the municipality: live at once, as a number is. */
  z.object({
    kind: z.literal('day-off-set'),
    ...made,
    date: localDateSchema,
    isOff: z.boolean(),
    confirmBy: localDateSchema,
  }),
  /** A day for new staff, which they are shown in their introduction. */
  z.object({
    kind: z.literal('onboarding-day-set'),
    ...{ ...made, date: localDateSchema, isOn: z.boolean(), confirmBy: localDateSchema },
  }),
  /**
   * `from`: the day on which these units were to begin. `onFiles`: the day that the files had for each unit then; rows from before this was kept
   * have none.
   */
  z.object({
    kind: z.literal('wave-set'),
    ...{ ...made, units: z.array(z.string().min(1)).min(1), from: localDateSchema },
    onFiles: z.record(z.string(), localDateSchema).optional(),
    ...{ startsOn: localDateSchema, confirmBy: localDateSchema },
  }),
  z.object({ kind: z.literal('date-confirmed'), ...made, of: z.string().min(1) }),
  /** New texts were read from a workbook: only who sent it sees them. `version`: the module that they change. The texts lie in the TextStore. */
  z.object({
    kind: z.literal('texts-read'),
    ...ofModule,
    textsId: z.string().min(1),
    version: z.number().int(),
    onFiles: z.number().int(),
    count: z.number().int().min(1),
  }),
  /** They wait for a second person. What was sent before that day was kept has none. */
  z.object({ kind: z.literal('texts-sent'), ...ofTexts, confirmBy: localDateSchema.optional() }),
  z.object({ kind: z.literal('texts-dropped'), ...ofTexts }),
  /** A second person has read them: they are the module's next version. */
  z.object({ kind: z.literal('texts-accepted'), ...ofTexts }),
  /** The words from before them hold again, as a version of its own. */
  z.object({ kind: z.literal('texts-taken-back'), ...ofTexts }),
  /** Somebody has looked it up, and it is still so. `confirmBy`: the last day for a second person to say the same. */
  z.object({ kind: z.literal('fact-checked'), ...ofFact, confirmBy: localDateSchema }),
  z.object({ kind: z.literal('fact-confirmed'), ...ofFact, of: z.string().min(1), validTo: localDateSchema }),
  /** Advice of the guide that nobody sees: the professional whom the content names approves it, and then a second person. */
  z.object({
    kind: z.literal('advice-approved'),
    ...ofStep,
    wording,
    validTo: localDateSchema,
    confirmBy: localDateSchema,
  }),
  z.object({ kind: z.literal('advice-confirmed'), ...ofStep, of: z.string().min(1) }),
  z.object({ kind: z.literal('advice-returned'), ...ofStep, wording, reason: z.enum(returnReasons) }),
]);
export type ContentChange = z.infer<typeof contentChangeSchema>;
export type ChangeOf<K extends ContentChange['kind']> = Extract<ContentChange, { kind: K }>;
export type ChangedBy = ContentChange['by'];

/** What a change is about: all of one subject lie together, in the order they were made. */
export function subjectOf(change: ContentChange): string {
  if ('factId' in change) return change.factId;
  if ('stepId' in change) return `step:${change.stepId}`;
  if (change.kind === 'day-off-set' || change.kind === 'onboarding-day-set') return 'dates';
  if (change.kind === 'wave-set' || change.kind === 'date-confirmed') return 'dates';
  return 'moduleId' in change ? `module:${change.moduleId}` : `contact:${change.contactId}`;
}
