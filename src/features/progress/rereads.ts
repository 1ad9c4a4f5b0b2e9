import { z } from 'zod';
import type { MaterialChange, Module } from '../catalogue/module.ts';
import { type PersonRow, type PersonStore, toArray } from '../people/person-store.ts';

/** That a person has read what is new in one version of a module taken earlier. Append-only. */
const rereadSchema = z.object({ moduleId: z.string().min(1), version: z.number().int().min(1), at: z.coerce.date() });
export type Reread = z.infer<typeof rereadSchema>;

export const rereadRow: PersonRow<Reread> = {
  kind: 'reread',
  schema: rereadSchema,
  keyOf: ({ moduleId, version }) => `${moduleId}:${version}`,
};

/** What the person took, and what was read of it since. */
export type Known = { moduleVersion: number; rereads: readonly Reread[] };

/** Pure: the change that somebody who took an earlier version has to be told of. A change that is not out yet is none. */
export function unreadChange(
  { moduleId, version, material }: Module,
  { moduleVersion, rereads }: Known,
): MaterialChange | undefined {
  if (!material || material.version > version || moduleVersion >= material.version) return undefined;
  const isRead = rereads.some((read) => read.moduleId === moduleId && read.version >= material.version);
  return isRead ? undefined : material;
}

/** Throws Failure `unavailable` or `throttled`. */
export async function listRereads(people: PersonStore, personId: string): Promise<readonly Reread[]> {
  return (await toArray(people.list(personId, rereadRow))).map(({ value }) => value);
}
