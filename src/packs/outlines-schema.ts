import { z } from 'zod';
import { sourceFields } from './approval-schema.ts';
import { moduleAudienceSchema } from './audience-schema.ts';
import { localTextSchema as localText, webPage } from './guide-facts-schema.ts';
import { areaIdsSchema, levelSchema } from './module-schema.ts';
import { idSchema } from './pack-schema.ts';

export const outlinesFile = 'outlines.yaml';

const outlineSchema = z.strictObject({
  id: idSchema,
  title: localText,
  /** What a learner is to take away. */
  summary: localText,
  minutes: z.number().int().min(1),
  level: levelSchema,
  areas: areaIdsSchema,
  audience: moduleAudienceSchema,
  /** Who writes it. */
  owner: z.string().trim().min(1, 'is empty'),
  links: z.array(z.strictObject({ id: idSchema, url: z.url(webPage), label: localText, ...sourceFields })).default([]),
  cards: z
    .array(z.strictObject({ id: idSchema, heading: localText }))
    .min(6, 'has fewer than six cards')
    .max(8),
});
export type Outline = z.infer<typeof outlineSchema>;

/** outlines.yaml: modules that the municipality has still to write. Nobody but who writes content sees them. */
export const outlinesSchema = z.strictObject({ outlines: z.array(outlineSchema) });
