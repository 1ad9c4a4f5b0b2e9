import { z } from 'zod';
import { localDateSchema } from './local-date-schema.ts';

/** Somebody of the tenant whom we do not know has asked to be added: which account, and since when. Never a name. */
export const accessRequestSchema = z.object({ aadObjectId: z.string().min(1), askedOn: localDateSchema });
export type AccessRequest = z.infer<typeof accessRequestSchema>;

/** Calls may throw Failure `unavailable` or `throttled`. */
export type AccessRequestStore = {
  get(aadObjectId: string): Promise<AccessRequest | undefined>;
  /** Fine if it is there: the first day counts. */
  create(request: AccessRequest): Promise<void>;
  /** In no order. */
  list(): AsyncIterable<AccessRequest>;
  /** Fine if absent. */
  delete(aadObjectId: string): Promise<void>;
};
