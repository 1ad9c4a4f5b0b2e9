import { z } from 'zod';
import type { Versioned } from '../../core/versioned.ts';
import { localDateSchema } from '../people/local-date-schema.ts';
import type { PersonRow, PersonStore } from '../people/person-store.ts';
import { progressKey } from './progress-rows.ts';

const base = z.object({
  moduleId: z.string().min(1),
  cycle: z.number().int().min(1),
  takenOn: localDateSchema,
  /** One of the pack's places. */
  place: z.string().min(1),
  askedAt: z.coerce.date(),
});
const decidedAt = z.coerce.date();

/** "Jeg har tatt dette før": what somebody says, and what the leader said to it. Asking again after a no begins anew. */
const priorSchema = z.discriminatedUnion('state', [
  base.extend({ state: z.literal('waiting') }),
  base.extend({ state: z.literal('confirmed'), decidedBy: z.string().min(1), decidedAt }),
  /** `reason`: one of the pack's reasons. */
  base.extend({ state: z.literal('declined'), decidedBy: z.string().min(1), decidedAt, reason: z.string().min(1) }),
  base.extend({ state: z.literal('withdrawn'), decidedAt }),
]);
export type Prior = z.infer<typeof priorSchema>;
export type PriorIn<S extends Prior['state']> = Extract<Prior, { state: S }>;

export const priorRow: PersonRow<Prior> = {
  kind: 'prior',
  schema: priorSchema,
  keyOf: ({ moduleId, cycle }) => progressKey(moduleId, cycle),
};

/** By moduleId. */
export type PriorByModule = ReadonlyMap<string, Prior>;

/** All that a person has asked to have confirmed; of several times round, the latest. Throws Failure `unavailable` or `throttled`. */
export async function readPriors(needs: { people: PersonStore }, personId: string): Promise<PriorByModule> {
  const latest = new Map<string, Prior>();
  for await (const { value } of needs.people.list(personId, priorRow)) {
    const seen = latest.get(value.moduleId);
    if (!seen || seen.cycle < value.cycle) latest.set(value.moduleId, value);
  }
  return latest;
}

export const isPrior = <S extends Prior['state']>(
  stored: Versioned<Prior> | undefined,
  state: S,
): stored is Versioned<PriorIn<S>> => stored?.value.state === state;
