import type { Module } from '../catalogue/module.ts';
import type { ContentChange } from './content-change.ts';
import type { ModuleEditor } from './module-editor.ts';
import { type ModuleState, textsOnOlderFiles } from './module-state.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * The words that held in the chat until the files had a new version, and that these do not have. None once somebody has decided on that
 * version or changed it here: they have seen it.
 */
export function textsPutAside(
  base: Module,
  editor: ModuleEditor,
  {
    changes,
    texts,
    state,
  }: {
    changes: readonly ContentChange[];
    texts: ReadonlyMap<string, readonly TextEdit[]>;
    state: ModuleState;
  },
): readonly TextEdit[] {
  if (state.verdict || state.textsIds.length > 0) return [];
  const edits = textsOnOlderFiles(base, changes).flatMap((id) => texts.get(id) ?? []);
  const inFiles = new Map(editor.texts([]).map(({ path, text }) => [path, text]));
  // Of two words for one place the later held.
  const held = new Map(edits.map((edit) => [`${edit.locale} ${edit.path}`, edit]));
  return [...held.values()].filter(({ path, locale, text }) => inFiles.get(path)?.[locale] !== text);
}
