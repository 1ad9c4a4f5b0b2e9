import { isMap, isScalar, isSeq } from 'yaml';
import type { LocalDate } from '../../core/local-date.ts';
import { drawingIdOf } from '../../features/catalogue/drawing.ts';
import type { Module } from '../../features/catalogue/module.ts';
import type { ModuleState } from '../../features/content/module-state.ts';
import type { TextEdit } from '../../features/content/text-edit.ts';
import { approvalPuts } from './changed-values.ts';
import { editYaml } from './edit-yaml.ts';
import { type Put, putInto, putValue } from './put-values.ts';

/** What was done to one module from the chat. */
export type ModuleExport = {
  /** As the files have it. */
  base: Module;
  state: ModuleState;
  /** The next one of the files: one more for each time that the texts of this one were changed. */
  version: number;
  edits: readonly TextEdit[];
  /** What was checked again: its sources, and the days of its links by their id. */
  checks: { sources: readonly Put[]; links: ReadonlyMap<string, LocalDate> };
  hiddenCards: ReadonlySet<string>;
  /** Somebody has approved it from the chat: it is not hidden any more. */
  isShown: boolean;
};

/** `module.yaml` with the version, the approval and the cards that hold now. */
export function exportStructure(
  text: string,
  { base, state, version, checks, hiddenCards, isShown }: ModuleExport,
): string {
  return editYaml(text, (document) => {
    if (version !== base.version) document.set('version', version);
    for (const put of [...approvalPuts(['approval'], base.approval, state.approval), ...checks.sources]) {
      putValue(document, put);
    }
    putInto(document, 'links', linkPuts(checks.links));
    if (isShown && document.get('hiddenUntilApproved') === true) document.delete('hiddenUntilApproved');
    const cards = document.get('cards');
    if (isSeq(cards)) cards.items = cards.items.filter((card) => !hiddenCards.has(idOf(card)));
  });
}

/** The drawings of the cards that are taken away. */
export const drawingsGone = ({ base, hiddenCards }: ModuleExport): readonly string[] =>
  [...hiddenCards].map((cardId) => drawingIdOf(base.moduleId, cardId));

/** `drawings.yaml` without these. The pictures stay: the card may come back. */
export function exportDrawings(text: string, gone: ReadonlySet<string>): string {
  return editYaml(text, (document) => {
    const drawings = document.get('drawings');
    if (isSeq(drawings)) drawings.items = drawings.items.filter((drawing) => !gone.has(idOf(drawing)));
  });
}

const linkPuts = (links: ReadonlyMap<string, LocalDate>): ReadonlyMap<string, readonly Put[]> =>
  new Map([...links].map(([linkId, value]) => [linkId, [{ keys: ['verifiedAt'], value }]]));

const idOf = (item: unknown): string => (isMap(item) ? String(item.get('id')) : '');

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
