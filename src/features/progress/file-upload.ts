/** Where Teams has made room for a file, as the client tells it. Both addresses may name anything. */
export type UploadPlace = { uploadUrl: string; contentUrl: string; uniqueId: string };

export type UploadResult =
  | { outcome: 'uploaded' }
  /** The address is no longer good: it lives for minutes only, and is gone once the file is there. */
  | { outcome: 'expired' }
  /** Not there, or nobody knows. `reason` is a single word of ours, never a part of the address. */
  | { outcome: 'failed'; reason: string };

/** Puts a file where Teams has made room for it, without the bot's token. */
export type FileUpload = {
  /** Whether the address is at one of the municipality's own file hosts. */
  isOwn(url: string): boolean;
  /** One PUT, never a second one and never to another host. Never throws. The deadline is the implementation's (8 s). */
  put(url: string, bytes: Uint8Array): Promise<UploadResult>;
};
