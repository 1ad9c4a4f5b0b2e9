import type { ModuleEditor } from '../../../features/content/module-editor.ts';
import type { TextEdit } from '../../../features/content/text-edit.ts';
import type { TextChange } from '../../../views/text-change-words.ts';

/** What each edit changes, in the order of the module. */
export function listTextChanges(
  editor: ModuleEditor,
  live: readonly TextEdit[],
  edits: readonly TextEdit[],
): readonly TextChange[] {
  return editor
    .texts(live)
    .flatMap(({ path, place, text }) =>
      edits
        .filter((edit) => edit.path === path)
        .map(({ locale, text: after }) => ({ place, locale, before: text[locale], after })),
    );
}
