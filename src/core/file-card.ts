/**
 * A file that is offered in a private chat: Teams itself asks the person whether it may be put in their OneDrive. `accept` and `decline` come
 * back from the client with the answer, so they are no more to be believed than the data of a button.
 */
export type FileOffer = {
  name: string;
  description: string;
  sizeInBytes: number;
  accept: Readonly<Record<string, unknown>> & { verb: string };
  decline: Readonly<Record<string, unknown>> & { verb: string };
};

/** A file that was made to lie in somebody's OneDrive: what it is called there, and what is said about it before and after. */
export type StoredFile = { name: string; fileType: string; bytes: Uint8Array; description: string; here: string };

/** Teams' question about a file. */
export const offerOf = (
  { name, description, bytes }: StoredFile,
  accept: FileOffer['accept'],
  decline: FileOffer['decline'],
): FileOffer => ({ name, description, sizeInBytes: bytes.length, accept, decline });

/** A file that lies in the person's OneDrive, shown in the chat so that it can be opened there. */
export type FileInfo = {
  name: string;
  contentUrl: string;
  uniqueId: string;
  fileType: string;
  /** What is said beside it, also in the notification. */
  text: string;
};
