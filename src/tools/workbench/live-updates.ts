import type { ServerResponse } from 'node:http';
import type { ChatBook } from './connector/chat-book.ts';
import type { StoredConversation, WorkbenchChange } from './connector/types.ts';

/** What the page is told as it happens (Server-Sent Events, one JSON object each). */
export type LiveUpdate =
  | { type: 'conversation'; conversation: StoredConversation }
  | { type: 'message'; conversationId: string; activityId: string }
  | { type: 'typing'; conversationId: string }
  | { type: 'clock'; offsetMs: number; isMoving: boolean };

export type LiveUpdates = {
  /** Keeps the response open and writes to it until the page goes away. */
  connect(response: ServerResponse): void;
  send(update: LiveUpdate): void;
  close(): void;
};

/** Passes the chat book's changes on. A conversation that changes many times in one turn of the loop is sent once. */
export function createLiveUpdates(book: ChatBook): LiveUpdates {
  const pages = new Set<ServerResponse>();
  const changed = new Set<string>();
  const send = (update: LiveUpdate): void => {
    for (const page of pages) page.write(`data: ${JSON.stringify(update)}\n\n`);
  };
  const flush = (): void => {
    const ids = [...changed];
    changed.clear();
    for (const id of ids) send({ type: 'conversation', conversation: book.conversation(id) });
  };
  const take = (change: WorkbenchChange): void => {
    if (change.type !== 'conversation') {
      setImmediate(() => send(change));
      return;
    }
    if (changed.size === 0) setImmediate(flush);
    changed.add(change.conversationId);
  };
  const unsubscribe = book.subscribe(take);
  return {
    send,
    connect(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    close() {
      unsubscribe();
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
