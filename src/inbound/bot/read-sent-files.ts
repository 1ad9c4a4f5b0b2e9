import { z } from 'zod';
import type { SentFile } from '../../features/content/file-download.ts';

const attachmentSchema = z.object({
  contentType: z.string(),
  content: z.unknown().optional(),
});
const fileSchema = z.object({ downloadUrl: z.string().min(1).max(4000) });
/** Teams never sends so many; somebody else might. */
const mostFiles = 20;

/**
 * The files and pictures that came with a message. Teams sends any formatted text a second time as an attachment, and a card that is
 * quoted too: those are no files.
 */
export function readSentFiles(attachments: readonly unknown[]): readonly SentFile[] {
  return attachments.slice(0, mostFiles).flatMap((attachment): SentFile[] => {
    const read = attachmentSchema.safeParse(attachment);
    if (!read.success) return [];
    const { contentType, content } = read.data;
    if (contentType.startsWith('image/')) return [{}];
    if (contentType !== 'application/vnd.microsoft.teams.file.download.info') return [];
    const file = fileSchema.safeParse(content);
    return [file.success ? { downloadUrl: file.data.downloadUrl } : {}];
  });
}
