import { z } from 'zod';
import type { Message } from '../../../core/card.ts';
import type { Telemetry } from '../../../core/events.ts';
import { Failure } from '../../../core/failure.ts';
import type { FileInfo, StoredFile } from '../../../core/file-card.ts';
import type { FileUpload, UploadPlace } from '../../../features/progress/file-upload.ts';

const address = z.string().min(1).max(4000);
/** From the client: each address is looked at before anything is sent there, or shown. */
export const uploadSchema = z.object({ uploadUrl: address, contentUrl: address, uniqueId: z.string().max(200) });

/** Puts the file where Teams has made room, and gives what is to be said. */
export async function putFile(
  { uploads, telemetry }: { uploads: FileUpload; telemetry: Telemetry },
  { name, bytes, fileType, here }: StoredFile,
  { uploadUrl, contentUrl, uniqueId }: UploadPlace,
  otherwise: { failure: Message; expired: Message },
): Promise<Message | FileInfo> {
  const result = uploads.isOwn(contentUrl)
    ? await uploads.put(uploadUrl, bytes)
    : ({ outcome: 'failed', reason: 'file-host-not-allowed' } as const);
  if (result.outcome === 'uploaded') return { name, contentUrl, uniqueId, fileType, text: here };
  const reason = result.outcome === 'expired' ? 'expired' : result.reason;
  telemetry.record({ event: 'file-not-delivered', reason });
  return result.outcome === 'expired' ? otherwise.expired : otherwise.failure;
}

/**
 * The same of a file that takes longer to make than Teams waits for the answer to its question. `make` gives what is to be said instead where
 * there is no file any more. Never throws: `at` is where a failure is told as being.
 */
export async function makeAndPutFile(
  needs: { uploads: FileUpload; telemetry: Telemetry },
  { make, at }: { make(): Promise<StoredFile | Message>; at: string },
  upload: UploadPlace,
  otherwise: { failure: Message; expired: Message },
): Promise<Message | FileInfo> {
  try {
    const made = await make();
    return 'bytes' in made ? await putFile(needs, made, upload, otherwise) : made;
  } catch (error) {
    const kind = error instanceof Failure ? error.kind : 'bug';
    needs.telemetry.record({ event: 'background-failed', at, kind });
    return otherwise.failure;
  }
}
