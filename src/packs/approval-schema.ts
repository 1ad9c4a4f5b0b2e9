import { z } from 'zod';
import type { Approval } from '../core/approval.ts';
import { localDateSchema } from '../features/people/local-date-schema.ts';

const words = z.string().trim().min(1, 'is empty');

/** Where a fact comes from, and when a person last checked it. Spread into what carries it. */
export const sourceFields = { source: words, verifiedAt: localDateSchema };

/** `utkast` until a named person has approved it, for a time. */
export const approvalSchema: z.ZodType<Approval> = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('utkast'), owner: words }),
  z.strictObject({
    status: z.literal('approved'),
    owner: words,
    approvedBy: words,
    approvedAt: localDateSchema,
    validTo: localDateSchema,
  }),
]);
