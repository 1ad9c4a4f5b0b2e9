import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../core/failure.ts';
import { localDateAt } from '../../core/local-date.ts';
import { locales } from '../../core/locale.ts';
import { applyChanges, withdrawnCards } from '../../features/content/apply-changes.ts';
import type { ContentChange } from '../../features/content/content-change.ts';
import { moduleState } from '../../features/content/module-state.ts';
import type { TextEdit } from '../../features/content/text-edit.ts';
import { type LoadedPack, loadPack } from '../load-pack.ts';
import { exportContacts } from './export-contacts.ts';
import { exportStructure, exportWords, type ModuleExport } from './export-module.ts';

/** What was changed from the chat, with the words of the changes of texts by their id. */
export type Changed = { changes: readonly ContentChange[]; texts: ReadonlyMap<string, readonly TextEdit[]> };

/**
 * Copies the pack in `folder` to `out`, with all that was changed from the chat put into its files, and gives the files that differ. What
 * waits for somebody is not in it. Throws Failure `invalid` where `out` holds something already, or the pack cannot be read.
 */
export async function exportContent(folder: string, out: string, changed: Changed): Promise<readonly string[]> {
  if ((await readdir(out).catch(() => [])).length > 0) {
    throw new Failure('invalid', `${out} is not empty; name a folder that does not exist yet`);
  }
  const loaded = await loadPack(folder);
  await cp(folder, out, { recursive: true });
  const files: string[] = [];
  const rewrite = async (file: string, change: (text: string) => string): Promise<void> => {
    const before = await readFile(path.join(folder, file), 'utf8');
    const after = change(before);
    if (after === before) return;
    await writeFile(path.join(out, file), after);
    files.push(file);
  };
  for (const module of modulesOf(loaded, changed)) {
    const own = `modules/${module.base.moduleId}`;
    await rewrite(`${own}/module.yaml`, (text) => exportStructure(text, module));
    for (const locale of locales) await rewrite(`${own}/${locale}.yaml`, (text) => exportWords(text, locale, module));
  }
  const contacts = changedContacts(loaded, changed);
  if (contacts.length > 0) await rewrite('contacts.yaml', (text) => exportContacts(text, contacts));
  return files;
}

/** A module that nothing was done to keeps its files, letter by letter. */
function modulesOf({ pack }: LoadedPack, { changes, texts }: Changed): readonly ModuleExport[] {
  return pack.catalogue.modules.flatMap((base): ModuleExport[] => {
    const own = changes.filter((change) => 'moduleId' in change && change.moduleId === base.moduleId);
    if (own.length === 0) return [];
    const state = moduleState(base, own, (at) => localDateAt(at, pack.zone));
    const withdrawn = withdrawnCards(own);
    const left = base.cards.filter(({ cardId }) => !withdrawn.has(cardId));
    return [
      {
        ...{ base, state, edits: state.textsIds.flatMap((id) => texts.get(id) ?? []) },
        hiddenCards: left.length > 0 ? withdrawn : new Set(),
        isShown: own.some(({ kind }) => kind === 'module-approved'),
      },
    ];
  });
}

function changedContacts({ pack }: LoadedPack, { changes, texts }: Changed) {
  const base = { modules: [], contacts: pack.guide.contacts, editors: new Map() };
  const dateOf = (at: Date) => localDateAt(at, pack.zone);
  const now = applyChanges(base, changes, { dateOf, texts }).contacts;
  return [...now.values()].filter((contact) => pack.guide.contacts.get(contact.contactId) !== contact);
}
