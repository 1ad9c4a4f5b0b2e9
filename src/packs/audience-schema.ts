import { z } from 'zod';
import { roles, sectors } from '../features/people/person.ts';
import { idSchema } from './pack-schema.ts';

const profiles = z.array(idSchema).optional();

/** Who a module is for: both lists are written, also when they are empty. */
export const moduleAudienceSchema = z.strictObject({
  sectors: z.array(z.enum(sectors)),
  roles: z.array(z.enum(roles)),
  profiles,
});

/** Who anything else is for. */
export const audienceFields = {
  sectors: z.array(z.enum(sectors)).default([]),
  roles: z.array(z.enum(roles)).default([]),
  profiles,
};
