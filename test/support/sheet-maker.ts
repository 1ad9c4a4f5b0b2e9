import { numbersOf } from '../../src/features/content/phone-numbers.ts';
import { type Edited, reviewSheet, type SheetReview } from '../../src/features/content/review-sheet.ts';
import type { TextEdit } from '../../src/features/content/text-edit.ts';
import { readSheet } from '../../src/inbound/bot/sheet/read-sheet.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { createSheetPress } from '../../src/views/sheet/sheet-press.ts';
import { contentFolder } from './content-strings.ts';

const real = await loadPack(contentFolder);
const press = createSheetPress({ texts: real.pack.texts, zone: 'Europe/Oslo' });
const now = new Date('2026-11-23T09:00:00Z');

export type Editing = Edited;

/** A module of this pack as somebody edits it. */
export async function editingOf(folder: string, moduleId: string): Promise<Editing> {
  const { pack, editors } = folder === contentFolder ? real : await loadPack(folder);
  const base = pack.catalogue.modules.find((module) => module.moduleId === moduleId);
  const editor = editors.get(moduleId);
  if (!base || !editor) throw new Error(`the pack has no module ${moduleId}`);
  return { base, editor, live: [], numbers: numbersOf(pack.guide.contacts) };
}

/** The workbook that Undring makes, with these edits in the cells already. */
export async function makeWorkbook(
  { base, editor, live }: Editing,
  edits: readonly TextEdit[] = [],
): Promise<Uint8Array> {
  const model = { base, live: editor.texts(live), shown: editor.texts([...live, ...edits]) };
  return (await press(model, base.version, 'nb', now)).bytes;
}

/** What Undring finds in a workbook that comes back. */
export async function reviewWorkbook(editing: Editing, bytes: Uint8Array): Promise<SheetReview> {
  const read = await readSheet(bytes);
  if (read.outcome === 'read') return reviewSheet(editing, read.sheet);
  return { outcome: 'wrong', problems: [{ told: read.reason, severity: 'error' }] };
}
