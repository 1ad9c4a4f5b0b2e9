import { z } from 'zod';
import type { PersonRow } from '../people/person-store.ts';
import { type Done, doneSchema, type Progress, progressSchema, type Withdrawn, withdrawnSchema } from './progress.ts';

export const progressKey = (moduleId: string, cycle: number): string => `${moduleId}:${cycle}`;

export const progressRow: PersonRow<Progress> = {
  kind: 'progress',
  schema: progressSchema,
  keyOf: ({ moduleId, cycle }) => progressKey(moduleId, cycle),
};

export const doneRow: PersonRow<Done> = {
  kind: 'done',
  schema: doneSchema,
  keyOf: (done) => doneKey(done),
};

/** Where the proof of a completion lies. */
export const doneKey = ({ completedAt, moduleId }: Pick<Done, 'completedAt' | 'moduleId'>): string =>
  `${completedAt.toISOString()}:${moduleId}`;

export const withdrawnRow: PersonRow<Withdrawn> = {
  kind: 'withdrawn',
  schema: withdrawnSchema,
  keyOf: (withdrawn) => doneKey(withdrawn),
};

/** That something with a key of its own happened once, for example the welcome. */
export type OnceAction = { key: string; at: Date };

export const actionRow: PersonRow<OnceAction> = {
  kind: 'action',
  schema: z.object({ key: z.string(), at: z.coerce.date() }),
  keyOf: ({ key }) => key,
};
