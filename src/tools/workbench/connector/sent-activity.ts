import { z } from 'zod';
import { readSentFile, type SentAttachment } from './sent-file.ts';
import { teamsErrors } from './teams-errors.ts';
import type { ConnectorAnswer, StoredActivity } from './types.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
/** About 100 KB counted as UTF-16, so half as many characters. Source: Teams docs, "Format your bot messages". */
const largestCharacters = 51_200;

const activitySchema = z.object({
  type: z.string(),
  text: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z
    .array(
      z.object({
        contentType: z.string(),
        content: z.unknown(),
        name: z.string().optional(),
        contentUrl: z.string().optional(),
      }),
    )
    .nullish(),
});

/** What the bot sent, read as Teams would. */
export type SentActivity =
  | { kind: 'message'; content: Pick<StoredActivity, 'text' | 'card' | 'file' | 'summary'> }
  | { kind: 'typing' }
  | { kind: 'refused'; answer: ConnectorAnswer };

/** Reads an activity from the bot. Cards that Teams would not show at all are refused with 400, too large ones with 413. */
export function readSentActivity(body: unknown): SentActivity {
  const parsed = activitySchema.safeParse(body);
  if (!parsed.success)
    return refused(teamsErrors.badArgument('The activity has no type, or a field of the wrong type.'));
  if (parsed.data.type === 'typing') return { kind: 'typing' };
  if (parsed.data.type !== 'message')
    return refused(teamsErrors.badArgument(`Unknown activity type ${parsed.data.type}.`));
  if (JSON.stringify(body).length > largestCharacters) return refused(teamsErrors.tooBig());
  const { text, summary, attachments } = parsed.data;
  const card = attachments?.find(({ contentType }) => contentType === cardType)?.content;
  if (card !== undefined && !isCard(card)) return refused(teamsErrors.badArgument('The card is no Adaptive Card.'));
  const file = readFile(attachments ?? []);
  if (file === 'wrong') return refused(teamsErrors.badArgument('The file card lacks a part; see sent-file.ts.'));
  if (!text && !card && !file) return refused(teamsErrors.badArgument('Activity must have text or an attachment.'));
  return { kind: 'message', content: { text: text ?? undefined, card, file, summary: summary ?? undefined } };
}

/** `wrong`: Teams would show nothing. */
function readFile(attachments: readonly SentAttachment[]): StoredActivity['file'] | 'wrong' {
  const sent = attachments.find(({ contentType }) =>
    contentType.startsWith('application/vnd.microsoft.teams.card.file.'),
  );
  return sent && (readSentFile(sent) ?? 'wrong');
}

const refused = (answer: ConnectorAnswer): SentActivity => ({ kind: 'refused', answer });

function isCard(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'AdaptiveCard';
}
