import type { Telemetry } from '../../../core/events.ts';
import { newId } from '../../../core/ids.ts';
import { localDateAt } from '../../../core/local-date.ts';
import { decideReading } from '../../../features/content/decide-texts.ts';
import type { FileDownload } from '../../../features/content/file-download.ts';
import { numbersOf } from '../../../features/content/phone-numbers.ts';
import { reviewSheet } from '../../../features/content/review-sheet.ts';
import { canManage } from '../../../features/people/permissions.ts';
import type { ContentSheetModel } from '../../../views/content-sheet.view.ts';
import type { ActionContext } from '../action.ts';
import { readSheet } from '../sheet/read-sheet.ts';
import { actingPerson } from './acting-person.ts';
import { type ChangeNeeds, makeChange } from './change-from-chat.ts';
import { forgetTexts, forgetUntold } from './forget-texts.ts';
import { listTextChanges } from './list-text-changes.ts';
import { readModule } from './read-module.ts';

type ReceiveNeeds = ChangeNeeds & { downloads: FileDownload; telemetry: Telemetry };

/**
 * Fetches a workbook, holds it against the rules of the files, and keeps what was changed until it is sent or dropped. Nothing is kept
 * of one in which anything is wrong. Throws as storage does.
 */
export async function receiveSheet(
  needs: ReceiveNeeds,
  context: ActionContext,
  url: string,
): Promise<ContentSheetModel> {
  const file = await needs.downloads.get(url);
  if (file.outcome === 'failed') {
    needs.telemetry.record({ event: 'file-not-fetched', reason: file.reason });
    return { outcome: 'not-read' };
  }
  if (file.outcome === 'expired') return { outcome: 'not-read' };
  if (file.outcome === 'too-large')
    return { outcome: 'wrong', problems: [{ told: { code: 'too-large' }, severity: 'error' }] };
  const read = await readSheet(file.bytes);
  if (read.outcome === 'refused') {
    return { outcome: 'wrong', problems: [{ told: read.reason, severity: 'error' }] };
  }
  const { sheet } = read;
  const found = await readModule(needs, sheet.moduleId);
  const editor = needs.baseContent.editors.get(sheet.moduleId);
  if (!found || !editor) return { outcome: 'module-gone' };
  const { base, live, module, state } = found;
  if (!canManage(actingPerson(context), base.approval.owner)) {
    return { outcome: 'refused', module, reason: 'not-yours' };
  }
  const review = reviewSheet({ base, editor, live, numbers: numbersOf(needs.guide.contacts) }, sheet);
  if (review.outcome === 'wrong') return { outcome: 'wrong', module, problems: review.problems };
  if (review.outcome === 'same') return { outcome: 'same', module };

  const textsId = newId();
  const { personId } = actingPerson(context);
  if (state.waiting && state.waiting.by.personId !== personId) {
    return { outcome: 'refused', module, reason: 'other-texts-wait' };
  }
  const asked = { textsId, version: state.version, count: review.edits.length, personId };
  await needs.texts.create(textsId, review.edits);
  const notice = await makeChange(needs, context, `module:${base.moduleId}`, (changes) =>
    decideReading(base, changes, asked, (at) => localDateAt(at, needs.zone)),
  ).catch(async (error: unknown) => {
    await forgetUntold(needs, base.moduleId, textsId);
    throw error;
  });
  if (notice !== 'changed') {
    await needs.texts.delete(textsId);
    return { outcome: 'refused', module, reason: notice };
  }
  await forgetTexts(needs, base.moduleId);
  const changes = listTextChanges(editor, live, review.edits);
  const replaces = state.waiting?.by.personId === personId;
  return { outcome: 'read', module, textsId, changes, warnings: review.warnings, replaces };
}
