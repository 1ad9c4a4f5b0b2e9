import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { Module } from '../../../features/catalogue/module.ts';
import { withdrawnCards } from '../../../features/content/apply-changes.ts';
import type { ContentChange } from '../../../features/content/content-change.ts';
import type { ContentStore } from '../../../features/content/content-store.ts';
import { type ModuleState, moduleState } from '../../../features/content/module-state.ts';
import { readTexts } from '../../../features/content/read-texts.ts';
import type { TextEdit } from '../../../features/content/text-edit.ts';
import type { TextStore } from '../../../features/content/text-store.ts';
import { textsPutAside } from '../../../features/content/texts-put-aside.ts';
import type { WholeContent } from '../../../features/content/whole-content.ts';
import { toArray } from '../../../features/people/person-store.ts';

export type ReadModuleNeeds = {
  zone: TimeZone;
  content: ContentStore;
  texts: TextStore;
  /** What the files say, without what was changed since. */
  baseContent: WholeContent;
};

/** A module as it is now, with all its cards, and how it came to be so. */
export type ReadModule = {
  base: Module;
  module: Module;
  changes: readonly ContentChange[];
  state: ModuleState;
  /** The edits that hold on top of the files. */
  live: readonly TextEdit[];
  /** So many texts of the chat that newer files have put aside. */
  putAside: number;
  hidden: ReadonlySet<string>;
};

/** `undefined` for a module that the files do not have. Throws Failure `unavailable` or `throttled`. */
export async function readModule(needs: ReadModuleNeeds, moduleId: string): Promise<ReadModule | undefined> {
  const { baseContent, content } = needs;
  const base = baseContent.modules.find((one) => one.moduleId === moduleId);
  if (!base) return undefined;
  return readModuleAfter(needs, base, await toArray(content.listOf(`module:${moduleId}`)));
}

/** The same, of a module whose changes are known. */
export async function readModuleAfter(
  needs: Omit<ReadModuleNeeds, 'content'>,
  base: Module,
  changes: readonly ContentChange[],
): Promise<ReadModule> {
  const texts = await readTexts(needs, changes);
  const state = moduleState(base, changes, (at) => localDateAt(at, needs.zone));
  const live = state.textsIds.flatMap((id) => texts.get(id) ?? []);
  const editor = needs.baseContent.editors.get(base.moduleId);
  const module = { ...(editor?.withEdits(live) ?? base), version: state.version, approval: state.approval };
  const putAside = editor ? textsPutAside(base, editor, { changes, texts, state }).length : 0;
  return { base, module, changes, state, live, putAside, hidden: withdrawnCards(changes) };
}
