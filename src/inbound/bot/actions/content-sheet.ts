import { z } from 'zod';
import type { Message } from '../../../core/card.ts';
import { Failure } from '../../../core/failure.ts';
import { offerOf, type StoredFile } from '../../../core/file-card.ts';
import type { FileDownload } from '../../../features/content/file-download.ts';
import { canDo, canManage, mayBeAnybody } from '../../../features/people/permissions.ts';
import type { FileUpload } from '../../../features/progress/file-upload.ts';
import { type ContentSheetModel, contentSheetView } from '../../../views/content-sheet.view.ts';
import type { SheetPress } from '../../../views/sheet/sheet-press.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import type { ChangeNeeds } from './change-from-chat.ts';
import { createContentReplies } from './content-replies.ts';
import { putFile, uploadSchema } from './put-file.ts';
import { type ReadModule, readModule } from './read-module.ts';
import { receiveSheet } from './receive-sheet.ts';

/** What sending and fetching workbooks takes; absent where the municipality has named no hosts for files. */
export type Sheets = { press: SheetPress; uploads: FileUpload; downloads: FileDownload };

export type ContentSheetNeeds = ChangeNeeds & { sheets?: Sheets };

const moduleId = z.string().max(200);
const permission = 'content.manage';

/** The texts of a module as a workbook: out by Teams' question about a file, and in again as a file that somebody sends. */
export function contentSheetActions(needs: ContentSheetNeeds): readonly Action[] {
  const replies = createContentReplies(needs);
  const card = (context: ActionContext, model: ContentSheetModel): Message =>
    needs.render(contentSheetView, model, context.locale, context.now);
  return [
    defineAction({
      verb: 'content.sheet',
      permission,
      input: z.object({ moduleId }),
      async handle(context, asked) {
        const made = await makeSheet(needs, context, asked.moduleId);
        if (made === 'not-yours') return replies.notYours(context, 'modules');
        if (!made) return replies.list(context, { section: 'modules' }, 'gone');
        const { message } = await replies.module(context, asked.moduleId, 'sheet-asked');
        const accept = { verb: 'content.take-sheet', moduleId: asked.moduleId };
        const decline = { verb: 'content.leave-sheet', moduleId: asked.moduleId };
        return { place: 'replace', message, offer: offerOf(made, accept, decline) };
      },
    }),
    defineAction({
      verb: 'content.take-sheet',
      permission,
      input: z.object({ moduleId, upload: uploadSchema }),
      async handle(context, asked) {
        const made = await makeSheet(needs, context, asked.moduleId);
        const about = { moduleId: asked.moduleId };
        const failure = card(context, { outcome: 'not-uploaded', ...about });
        const { sheets, telemetry } = needs;
        if (made === 'not-yours') return replies.notYours(context, 'modules');
        if (!made || !sheets) return { place: 'replace', message: failure };
        const otherwise = { failure, expired: card(context, { outcome: 'expired', ...about }) };
        const later = () => putFile({ uploads: sheets.uploads, telemetry }, made, asked.upload, otherwise);
        return { place: 'replace', message: failure, later };
      },
    }),
    defineAction({
      verb: 'content.leave-sheet',
      permission,
      input: z.object({ moduleId: moduleId.catch('') }),
      handle: async (context, asked) => ({
        place: 'replace',
        message: card(context, { outcome: 'declined', ...asked }),
      }),
    }),
    defineAction({
      verb: 'content.receive',
      // Whoever sends a file gets a kind answer; whose file is opened is asked here.
      permission: 'help.see',
      input: z.object({}),
      handle: async (context) => receive(needs, context, (model) => card(context, model)),
    }),
  ];
}

async function makeSheet(
  needs: ContentSheetNeeds,
  context: ActionContext,
  asked: string,
): Promise<StoredFile | 'not-yours' | undefined> {
  const { locale, now } = context;
  const read = await readModule(needs, asked);
  const editor = needs.baseContent.editors.get(asked);
  if (!read || !editor || !needs.sheets) return undefined;
  if (!canManage(actingPerson(context), read.base.approval.owner)) return 'not-yours';
  const live = editor.texts(read.live);
  const shown = editor.texts([...read.live, ...(await waitingEdits(needs, read))]);
  return needs.sheets.press({ base: read.base, live, shown }, read.state.version, locale, now);
}

/** Who goes on with texts that wait finds them in the workbook. */
async function waitingEdits({ texts }: ContentSheetNeeds, { state: { waiting } }: ReadModule) {
  return (waiting && (await texts.get(waiting.textsId))) ?? [];
}

/** Nothing is fetched for somebody who may not edit, from a chat that others read, or of what is not one file. */
function receive(needs: ContentSheetNeeds, context: ActionContext, card: (model: ContentSheetModel) => Message): Reply {
  const say = (model: ContentSheetModel): Reply => ({ place: 'below', message: card(model) });
  const { turn, actor } = context;
  const { sheets } = needs;
  if (mayBeAnybody(actor)) return say({ outcome: 'not-checked' });
  if (!canDo(actor, permission)) return say({ outcome: 'not-for-you' });
  if (!sheets) return say({ outcome: 'off' });
  const files = (turn.kind === 'message' && turn.files) || [];
  const [file] = files;
  if (files.length > 1) return say({ outcome: 'one-at-a-time' });
  const url = file?.downloadUrl;
  if (url === undefined) return say({ outcome: 'no-sheet' });
  const failed = card({ outcome: 'not-read' });
  const later = async (): Promise<Message> => {
    try {
      return card(await receiveSheet({ ...needs, ...sheets }, context, url));
    } catch (error) {
      const kind = error instanceof Failure ? error.kind : 'bug';
      needs.telemetry.record({ event: 'background-failed', at: 'sheet', kind });
      return failed;
    }
  };
  return { place: 'below', message: failed, later };
}
