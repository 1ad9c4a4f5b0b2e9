import { z } from 'zod';
import { readLocalDate } from '../core/local-date.ts';
import { localDateSchema, localTimeSchema } from '../features/people/local-date-schema.ts';
import { type CalendarRules, customHalfDays, type YearlyDate } from '../features/reminders/calendar.ts';

/** 29 February is allowed: 2024 is a leap year. */
const yearlyDateSchema = z.string().transform((text, context): YearlyDate => {
  if (/^\d{2}-\d{2}$/.test(text) && readLocalDate(`2024-${text}`)) return text as YearlyDate;
  context.addIssue({ code: 'custom', message: 'is no date (write YYYY-MM-DD, or "MM-DD" with quotes for every year)' });
  return z.NEVER;
});

const label = z.string().optional();

const windowSchema = z
  .strictObject({ from: localTimeSchema, to: localTimeSchema })
  .refine(({ from, to }) => from < to, 'ends before it begins (use two times of one day)');

const pauseSchema = z.union([
  z
    .strictObject({ from: localDateSchema, to: localDateSchema, label })
    .refine(({ from, to }) => from <= to, 'ends before it begins'),
  z.strictObject({ from: yearlyDateSchema, to: yearlyDateSchema, label }),
]);

/** content/calendar.yaml; the zone comes from pack.yaml. */
export const calendarRulesSchema = z.strictObject({
  window: windowSchema.default({ from: '08:30', to: '15:00' }),
  shifts: z.array(z.strictObject({ units: z.array(z.string().min(1)).min(1), window: windowSchema })).optional(),
  useHolidays: z.boolean().default(true),
  localDaysOff: z.array(z.strictObject({ date: localDateSchema, label })).default([]),
  halfDays: z
    .array(z.strictObject({ on: z.union([z.enum(customHalfDays), localDateSchema]), until: localTimeSchema, label }))
    .default([]),
  pauses: z.array(pauseSchema).default([]),
});

/** Says at compile time that the file and the rules agree. */
export type CalendarFile = z.infer<typeof calendarRulesSchema> & Omit<CalendarRules, 'zone'>;
