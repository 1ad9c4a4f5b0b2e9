import { z } from 'zod';
import { roles, sectors } from '../features/people/person.ts';
import { type RosterRules, rosterColumns } from '../features/people/roster.ts';

const words = z.array(z.string().min(1)).min(1);

/** content/roster.yaml: how the HR system's own file is read. */
export const rosterSchema = z
  .strictObject({
    columns: z.partialRecord(z.enum(rosterColumns), words),
    sectors: z.partialRecord(z.enum(sectors), words).default({}),
    roles: z.partialRecord(z.enum(roles), words).default({}),
    guestUnits: z.array(z.string().min(1)).default([]),
  })
  .transform((rules): RosterRules => rules);
