import { z } from 'zod';
import { type LocalDate, readLocalDate } from '../../core/local-date.ts';

/** A real calendar date, `YYYY-MM-DD`. */
export const localDateSchema = z.string().transform((text, context): LocalDate => {
  const date = readLocalDate(text);
  if (date) return date;
  context.addIssue({ code: 'custom', message: 'is no calendar date (write YYYY-MM-DD)' });
  return z.NEVER;
});
