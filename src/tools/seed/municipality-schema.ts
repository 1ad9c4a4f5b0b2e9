import { z } from 'zod';
import { readLocalDate } from '../../core/local-date.ts';
import { roles, sectors } from '../../features/people/person.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** `today`, `N days ago`, or a date. */
const employed = z
  .string()
  .refine((text) => text === 'today' || /^\d{1,3} days ago$/.test(text) || readLocalDate(text) !== undefined, {
    error: 'write today, 7 days ago or 2019-08-01',
  });

const seedPerson = z.strictObject({
  id,
  name: z.string().min(1),
  /** For names where it is not the first word. */
  givenName: z.string().optional(),
  title: z.string().min(1),
  employed,
  roles: z.array(z.enum(roles)).default(['employee']),
  leads: z.array(id).default([]),
  /** How deep the person's modules go. Most have none, as in most staff lists, and see them all. */
  competenceLevel: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  /** Whom the content names: `owner` in content/. */
  answersFor: z.array(z.string().min(1)).optional(),
  app: z.enum(['installed', 'missing']).default('installed'),
  /** Why a newcomer would want to be this person. */
  story: z.string().optional(),
  /** Module → how many days ago it was completed. */
  done: z.record(z.string(), z.number().int().min(0)).default({}),
  /** Module → the position where the person stopped, begun some days ago. */
  started: z
    .record(z.string(), z.strictObject({ position: z.number().int().min(0), daysAgo: z.number().int() }))
    .default({}),
});

/** municipality.yaml: a fictional municipality, told from the day it is seeded. */
export const municipalitySchema = z.strictObject({
  units: z.array(
    z.strictObject({
      id,
      name: z.string(),
      sector: z.enum(sectors),
      people: z.array(seedPerson).min(1),
    }),
  ),
  /** In Teams, but not in the roster. */
  outsiders: z.array(
    z.strictObject({ id, name: z.string(), title: z.string(), guest: z.boolean(), story: z.string().optional() }),
  ),
  chats: z.array(z.strictObject({ type: z.enum(['groupChat', 'channel']), name: z.string(), members: z.array(id) })),
});

export type Municipality = z.infer<typeof municipalitySchema>;
export type SeedUnit = Municipality['units'][number];
export type SeedPerson = SeedUnit['people'][number];
