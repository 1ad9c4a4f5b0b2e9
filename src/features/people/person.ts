import { z } from 'zod';
import type { LocalDate } from '../../core/local-date.ts';
import { locales } from '../../core/locale.ts';
import { arrangementSchema, pastArrangementSchema } from './arrangement.ts';
import { localDateSchema } from './local-date-schema.ts';

/** The kind of service a person works in. It decides which law section is cited, never whether a duty exists. */
export const sectors = ['kindergarten', 'school', 'ppt', 'health', 'social', 'other'] as const;
export type Sector = (typeof sectors)[number];

export const roles = [
  'employee',
  'mentor',
  'bti-contact',
  'leader',
  'area-leader',
  'coordinator',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Who somebody is, from the roster. `personId` is our own and never changes. */
export const personSchema = z.object({
  personId: z.string().min(1),
  displayName: z.string().min(1),
  givenName: z.string().min(1),
  unitId: z.string().min(1),
  sector: z.enum(sectors),
  roles: z.array(z.enum(roles)),
  /** First day of employment: the day that deadlines are counted from. */
  employedOn: localDateSchema,
  /** Last day of employment, if known. */
  endsOn: localDateSchema.optional(),
  /** The units that this person leads. */
  leads: z.array(z.string()),
  /** What the content calls this person where it names who answers for something: `kommuneoverlege`. Absent for nearly everybody. */
  answersFor: z.array(z.string().min(1)).optional(),
  /** How deep the modules of this person go, 1–3, when the roster knows it. */
  competenceLevel: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  /** Modules that this person need not take, from the roster: learnt in another work, for example. */
  exemptFrom: z.array(z.string()).optional(),
  /** What kind of work somebody has, by the municipality's own profiles: which modules and which introduction are theirs. Gives no right to anything. */
  profiles: z.array(z.string().min(1)).optional(),
  /** The Microsoft Entra object id, when the roster knows it. Used to open a chat that the person has not opened. */
  aadObjectId: z.string().optional(),
  /** The key of the user name in Microsoft 365 (`upn:{hash}`), when the roster knows it. */
  upnKey: z.string().optional(),
  /** The key of the user name of who is this person's mentor, when the roster names one. */
  mentorKey: z.string().optional(),
  /** The units that this person stands in for the leader of, each with the last day. */
  actsFor: z.array(z.object({ unitId: z.string().min(1), until: localDateSchema })).optional(),
  /** The same, as the leader has asked for from the chat: it holds for as long as `by` leads the unit. */
  delegated: z
    .array(z.object({ unitId: z.string().min(1), until: localDateSchema, by: z.string().min(1), at: z.coerce.date() }))
    .optional(),
  /** What a leader has arranged about single modules: at most one for each. */
  arrangements: z.array(arrangementSchema).optional(),
});
export type Person = z.infer<typeof personSchema>;

/** The units in whose index of leaders this person stands: their leaders, and those who stand in for them, on whatever day. */
export const ledUnits = ({ leads, actsFor = [], delegated = [] }: Person): readonly string[] => [
  ...new Set([...leads, ...[...actsFor, ...delegated].map(({ unitId }) => unitId)]),
];

/** Whether the person still works here on this day. The last day of employment counts. */
export const isEmployed = ({ endsOn }: Pick<Person, 'endsOn'>, today: LocalDate): boolean =>
  endsOn === undefined || endsOn >= today;

/** Whether the person is at work here on this day: the first day has come, and the last has not passed. */
export const isWorking = (person: Pick<Person, 'employedOn' | 'endsOn'>, today: LocalDate): boolean =>
  person.employedOn <= today && isEmployed(person, today);

/** Somebody with the rights of a day, as `withRightsOn` gives them. Never stored. */
export type PersonOn = Person & {
  /** The roles of the work of who has not begun: they decide what is to be learnt, and give no right. */
  rolesToCome?: readonly Role[];
  /** The roles of the own work, of who stands in for a leader: what they are to learn, and what their leader sees, is as on other days. */
  ownRoles?: readonly Role[];
  /** Units followed for an area leader: the figures of what is below go with them. */
  figuresOf?: readonly string[];
};

/** The private chat with a person: where proactive messages go. */
export const conversationSchema = z.object({
  conversationId: z.string().min(1),
  serviceUrl: z.string().min(1),
  tenantId: z.string().min(1),
  /** The bot's own id in Teams (`28:<app id>`). */
  botId: z.string().min(1),
  /** `blocked`: uninstalled or blocked; nothing is sent until the person writes or installs again. */
  state: z.enum(['open', 'blocked']),
  /** Teams' own word for why, for the leader's "kan ikke nås". */
  reason: z.string().optional(),
  /** What the person's Teams said last: the language of what is written without having been asked. */
  locale: z.enum(locales).optional(),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** What a person has chosen. Absent means nothing chosen. */
export const preferencesSchema = z.object({
  locale: z.enum(locales).optional(),
  nudges: z.enum(['on', 'off']).default('on'),
  /** The questions and tips after a module is done. Absent means on. */
  followUps: z.enum(['on', 'off']).optional(),
  /** The part of the day that reminders may come in; absent is all of the working hours. */
  window: z.enum(['morning', 'afternoon']).optional(),
  /** Nothing is sent up to and including this day, for whatever reason: nobody is asked for one. */
  pausedUntil: localDateSchema.optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What decides which modules are meant for somebody, when they are due, and whether the person is counted at all. */
export const workSchema = personSchema
  .pick({ sector: true, roles: true, employedOn: true, endsOn: true })
  .extend(personSchema.pick({ profiles: true, competenceLevel: true, exemptFrom: true }).shape)
  .extend({ arrangements: z.array(pastArrangementSchema).optional() });
export type Work = z.infer<typeof workSchema>;

/** Somebody as they are now, or as they were known on a past day. */
export type PersonThen = Omit<Person, 'arrangements'> & Pick<Work, 'arrangements'>;

/**
 * That a person belonged to a unit from a date, and what the work was, as it was known from `knownAt` on. One row each time that any of it
 * changed: status at a past date is rebuilt from these. Without `knownAt` it was known on that date; rows from before this was kept have no `work`
 * until the next one is written. `unitKnownAt`: since when the unit was known, where the work changed later on the day that the row is of.
 */
export const membershipSchema = z.object({
  unitId: z.string().min(1),
  validFrom: localDateSchema,
  knownAt: z.coerce.date().optional(),
  unitKnownAt: z.coerce.date().optional(),
  work: workSchema.optional(),
});
export type Membership = z.infer<typeof membershipSchema>;
