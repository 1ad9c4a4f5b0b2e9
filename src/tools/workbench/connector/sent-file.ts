import { z } from 'zod';
import type { StoredFile } from './types.ts';

export type SentAttachment = { contentType: string; content: unknown; name?: string; contentUrl?: string };

const questionSchema = z.object({
  description: z.string(),
  sizeInBytes: z.number().int().min(1),
  acceptContext: z.record(z.string(), z.unknown()),
  declineContext: z.record(z.string(), z.unknown()),
});
const infoSchema = z.object({ uniqueId: z.string().min(1), fileType: z.string().min(1) });

/** A file card as Teams reads it (learn.microsoft.com, "Send and receive files using bot"). `undefined`: a part is missing, so no client shows it. */
export function readSentFile({ contentType, content, name, contentUrl }: SentAttachment): StoredFile | undefined {
  if (!name) return undefined;
  if (contentType === 'application/vnd.microsoft.teams.card.file.info') {
    return contentUrl && infoSchema.safeParse(content).success ? { kind: 'info', name, contentUrl } : undefined;
  }
  const asked = questionSchema.safeParse(content).data;
  if (!asked) return undefined;
  const { description, sizeInBytes, acceptContext: accept, declineContext: decline } = asked;
  return { kind: 'question', name, description, sizeInBytes, accept, decline };
}
