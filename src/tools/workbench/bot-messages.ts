/** What the workbench asks of the bot's process, and hears from it, over the channel between parent and child. */

export type ToBot =
  | { type: 'advance'; requestId: number; to: string }
  | { type: 'next-due'; requestId: number }
  | { type: 'set-offset'; requestId: number; offsetMs: number }
  | { type: 'stop'; requestId: number };

export type FromBot =
  | { type: 'ready'; url: string }
  | { type: 'failed'; message: string }
  | { type: 'stepped'; offsetMs: number }
  | { type: 'done'; requestId: number; offsetMs: number; dueAt?: string }
  | { type: 'refused'; requestId: number; message: string };
