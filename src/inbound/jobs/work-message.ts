import { z } from 'zod';
import type { WorkPointer } from '../../features/reminders/work-queue.ts';

/** How often handling it went wrong through a fault of ours. Written by the reader, so that a restart remembers. */
const failures = z.number().int().min(0).default(0);
const id = z.string().min(1).max(200);

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reminder'), personId: id, dueOn: id, failures }),
  z.object({ kind: z.literal('digest'), personId: id, period: id, failures }),
  z.object({ kind: z.literal('owner-card'), personId: id, period: id, failures }),
  z.object({ kind: z.literal('delegation'), personId: id, leaderId: id, failures }),
  z.object({ kind: z.literal('group-card'), sessionId: id, failures }),
  z.object({ kind: z.literal('attendance'), sessionId: id, failures }),
]);

export type WorkMessage = { pointer: WorkPointer; failures: number };

/** `undefined` when the text is no message of ours. */
export function readWorkMessage(text: string): WorkMessage | undefined {
  const parsed = messageSchema.safeParse(readJson(text));
  if (!parsed.success) return undefined;
  const { failures: counted, ...pointer } = parsed.data;
  return { pointer, failures: counted };
}

export const writeWorkMessage = ({ pointer, failures: counted }: WorkMessage): string =>
  JSON.stringify({ ...pointer, failures: counted });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
