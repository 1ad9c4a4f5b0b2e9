import { z } from 'zod';
import { isDeeperThan } from './json-depth.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Teams leaves a field out, or writes null. */
const word = z.string().nullish();
/** Goes into an address of the Connector, where half a character cannot be written. */
const id = z.string().refine((text) => text.isWellFormed());
const tenant = z.looseObject({ id: word });
const account = { name: word, aadObjectId: word, role: word, tenantId: word };

/**
 * The least that an activity is, the parts that decide whether it is let in, and those that the SDK copies into an answer, where it
 * throws over one of another type. The rest is read behind the door.
 */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: z.string().optional(),
  serviceUrl: z.string().optional(),
  id: id.nullish(),
  replyToId: id.nullish(),
  locale: word,
  conversation: z.looseObject({
    ...{ ...account, id: id.min(1), conversationType: word },
    isGroup: z.boolean().nullish(),
  }),
  from: z.looseObject({ ...account, id: z.string() }).optional(),
  recipient: z.looseObject({ ...account, id: word }).nullish(),
  channelData: z.looseObject({ tenant: tenant.nullish() }).nullish(),
});
export type InboundActivity = z.infer<typeof activitySchema>;

/** Teams' own are less than ten deep, a form on a card included. */
const mostDepth = 64;

/** A body as an activity, or a refusal (400). */
export function readActivity(body: string): InboundActivity | Refusal {
  if (isDeeperThan(body, mostDepth)) return refuse(400, 'too-deep');
  const parsed = activitySchema.safeParse(parseJson(body));
  return parsed.success ? parsed.data : refuse(400, 'no-activity');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
