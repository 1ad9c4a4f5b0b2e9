/** A file that somebody sent in their private chat. `downloadUrl` comes from the client, and may name anything. */
export type SentFile = { downloadUrl?: string };

export type DownloadResult =
  | { outcome: 'downloaded'; bytes: Uint8Array }
  | { outcome: 'too-large' }
  /** The address is no longer good: it lives for minutes only. */
  | { outcome: 'expired' }
  /** `reason` is a single word of ours, never a part of the address. */
  | { outcome: 'failed'; reason: string };

/** Fetches a file that somebody sent, without the bot's token. Never throws. */
export type FileDownload = {
  /** Only from the municipality's own file hosts; no redirect is followed. At most 2 MB, within the implementation's deadline (8 s). */
  get(url: string): Promise<DownloadResult>;
};
