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

/** A file that lies in the person's OneDrive, shown in the chat so that it can be opened there. */
export type FileInfo = {
  name: string;
  contentUrl: string;
  uniqueId: string;
  fileType: string;
  /** What is said beside it, also in the notification. */
  text: string;
};
