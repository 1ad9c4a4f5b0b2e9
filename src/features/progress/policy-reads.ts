import { z } from 'zod';
import { isFailure } from '../../core/failure.ts';
import type { Policy } from '../catalogue/policy.ts';
import { createRow, type PersonRow, type PersonStore, toArray } from '../people/person-store.ts';

/** That a person has read one version of a policy. Append-only. */
const policyReadSchema = z.object({
  policyId: z.string().min(1),
  version: z.number().int().min(1),
  at: z.coerce.date(),
});
export type PolicyRead = z.infer<typeof policyReadSchema>;

export const policyReadRow: PersonRow<PolicyRead> = {
  kind: 'read',
  schema: policyReadSchema,
  keyOf: ({ policyId, version }) => `${policyId}:${version}`,
};

/** `read-again`: an earlier version was read `at`, and what has changed since matters: the last time with version `changed`. */
export type PolicyStanding =
  | { standing: 'read'; at: Date }
  | { standing: 'unread' }
  | { standing: 'read-again'; at: Date; changed: number };
export type OwnPolicy = { policy: Policy } & PolicyStanding;

/** Pure. A new version asks again only when it, or one in between, says that its change matters. */
export function standingOfPolicy({ policyId, versions }: Policy, reads: readonly PolicyRead[]): PolicyStanding {
  const own = reads.filter((read) => read.policyId === policyId);
  const latest = own.toSorted((a, b) => b.version - a.version)[0];
  if (!latest) return { standing: 'unread' };
  const { at } = latest;
  const changed = versions.findLast(({ version, isMaterial }) => isMaterial && version > latest.version)?.version;
  return changed === undefined ? { standing: 'read', at } : { standing: 'read-again', at, changed };
}

export const currentVersion = ({ versions }: Policy): number => versions.at(-1)?.version ?? 1;

/** How each of these policies stands for a person. Throws Failure `unavailable` or `throttled`. */
export async function readOwnPolicies(
  needs: { people: PersonStore },
  personId: string,
  policies: readonly Policy[],
): Promise<readonly OwnPolicy[]> {
  if (policies.length === 0) return [];
  const rows = await toArray(needs.people.list(personId, policyReadRow));
  const reads = rows.map(({ value }) => value);
  return policies.map((policy) => ({ policy, ...standingOfPolicy(policy, reads) }));
}

/**
 * Keeps that a person has read the version that stood on the card. `unknown-version`: the policy has had no such version, and
 * nothing was kept. A second press changes nothing.
 */
export async function confirmPolicy(
  needs: { people: PersonStore },
  personId: string,
  policy: Policy,
  version: number,
  now: Date,
): Promise<'kept' | 'unknown-version'> {
  if (!policy.versions.some((known) => known.version === version)) return 'unknown-version';
  const read: PolicyRead = { policyId: policy.policyId, version, at: now };
  try {
    await needs.people.commit({ personId, writes: [createRow(policyReadRow, read)] });
  } catch (error) {
    // Read before: the first time stands.
    if (!isFailure(error, 'conflict')) throw error;
  }
  return 'kept';
}
