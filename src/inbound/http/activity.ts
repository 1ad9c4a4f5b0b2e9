import { z } from 'zod';
import { type Refusal, refuse } from './refusal.ts';

const tenant = z.looseObject({ id: z.string().nullish() });

/** The least that an activity is, and the parts that decide whether it is let in. The rest is read behind the door. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: z.string().optional(),
  serviceUrl: z.string().optional(),
  conversation: z.looseObject({ id: z.string().min(1), tenantId: z.string().nullish() }),
  from: z.looseObject({ id: z.string() }).optional(),
  channelData: z.looseObject({ tenant: tenant.nullish() }).nullish(),
});
export type InboundActivity = z.infer<typeof activitySchema>;

/** A body as an activity, or a refusal (400). */
export function readActivity(body: string): InboundActivity | Refusal {
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
