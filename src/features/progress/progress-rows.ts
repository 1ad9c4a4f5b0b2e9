import { z } from 'zod';
import type { PersonRow } from '../people/person-store.ts';
import { type Done, doneSchema, type Progress, progressSchema } from './progress.ts';

export const progressKey = (moduleId: string, cycle: number): string => `${moduleId}:${cycle}`;

export const progressRow: PersonRow<Progress> = {
  kind: 'progress',
  schema: progressSchema,
  keyOf: ({ moduleId, cycle }) => progressKey(moduleId, cycle),
};

export const doneRow: PersonRow<Done> = {
  kind: 'done',
  schema: doneSchema,
  keyOf: ({ completedAt, moduleId }) => `${completedAt.toISOString()}:${moduleId}`,
};

/** That something with a key of its own happened once, for example the welcome. */
export type OnceAction = { key: string; at: Date };

export const actionRow: PersonRow<OnceAction> = {
  kind: 'action',
  schema: z.object({ key: z.string(), at: z.coerce.date() }),
  keyOf: ({ key }) => key,
};
