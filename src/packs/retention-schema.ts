import { z } from 'zod';
import type { Retention } from '../features/people/retention.ts';

/**
 * Reminders are looked for up to 45 days back; what is younger is still needed to keep from sending twice. And so long a first card may still
 * introduce Undring (`introducedForDays`), unless an earlier one did.
 */
const leastMessageDays = 60;

/** content/retention.yaml. The defaults hold for what is not written, and where there is no file. */
export const retentionSchema = z
  .strictObject({
    afterLeavingDays: z.number().int().min(1).max(3650).default(180),
    messageDays: z.number().int().min(leastMessageDays).max(3650).default(365),
    meetingDays: z.number().int().min(1).max(3650).default(90),
    auditMonths: z.number().int().min(3).max(120).default(24),
    requestDays: z.number().int().min(1).max(90).default(30),
  })
  .transform((retention): Retention => retention);
