import { z } from 'zod';
import { type LocalDate, type LocalTime, readLocalDate } from '../../core/local-date.ts';

/** A real calendar date, `YYYY-MM-DD`. */
export const localDateSchema = z.string().transform((text, context): LocalDate => {
  const date = readLocalDate(text);
  if (date) return date;
  context.addIssue({ code: 'custom', message: 'is no calendar date (write YYYY-MM-DD)' });
  return z.NEVER;
});

/** A time of day of the wall clock, `HH:mm`. */
export const localTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day (write "HH:mm" with quotes)')
  .transform((text) => text as LocalTime);
