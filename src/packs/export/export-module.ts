import { type Document, isMap, isScalar, isSeq } from 'yaml';
import type { Approval } from '../../core/approval.ts';
import type { Module } from '../../features/catalogue/module.ts';
import type { ModuleState } from '../../features/content/module-state.ts';
import type { TextEdit } from '../../features/content/text-edit.ts';
import { editYaml } from './edit-yaml.ts';

/** What was done to one module from the chat. */
export type ModuleExport = {
  /** As the files have it. */
  base: Module;
  state: ModuleState;
  edits: readonly TextEdit[];
  hiddenCards: ReadonlySet<string>;
  /** Somebody has approved it from the chat: it is not hidden any more. */
  isShown: boolean;
};

/** `module.yaml` with the version, the approval and the cards that hold now. */
export function exportStructure(text: string, { base, state, hiddenCards, isShown }: ModuleExport): string {
  return editYaml(text, (document) => {
    if (state.version !== base.version) document.set('version', state.version);
    if (JSON.stringify(state.approval) !== JSON.stringify(base.approval)) setApproval(document, state.approval);
    if (isShown && document.get('hiddenUntilApproved') === true) document.delete('hiddenUntilApproved');
    const cards = document.get('cards');
    if (isSeq(cards)) cards.items = cards.items.filter((card) => !hiddenCards.has(idOf(card)));
  });
}

/** Key by key, so that a comment beside one of them stays. */
function setApproval(document: Document, approval: Approval): void {
  const written = document.get('approval');
  const keys = isMap(written) ? written.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
  for (const key of keys) if (!(key in approval)) document.deleteIn(['approval', key]);
  for (const [key, value] of Object.entries(approval)) document.setIn(['approval', key], value);
}

const idOf = (card: unknown): string => (isMap(card) ? String(card.get('id')) : '');

/** `nb.yaml` and the others with the new words, and without those of cards that are taken away. */
export function exportWords(text: string, locale: TextEdit['locale'], { edits, hiddenCards }: ModuleExport): string {
  const own = edits.filter((edit) => edit.locale === locale);
  return editYaml(text, (document) => {
    for (const { path, text: words } of own) {
      const keys = path.split('.');
      const node = document.getIn(keys, true);
      if (!isScalar(node)) continue;
      node.value = words;
      // Several lines are written as lines; a quoted or plain text stays one.
      if (words.includes('\n')) node.type = 'BLOCK_LITERAL';
    }
    for (const cardId of hiddenCards) if (document.hasIn(['cards', cardId])) document.deleteIn(['cards', cardId]);
  });
}
