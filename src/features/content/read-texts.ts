import type { ContentChange } from './content-change.ts';
import type { TextEdit } from './text-edit.ts';
import type { TextStore } from './text-store.ts';

type Texts = ReadonlyMap<string, readonly TextEdit[]>;

/**
 * The words of all that was ever accepted among these changes, by their id; what is `known` is not read again, since it never changes.
 * What cannot be found is told and left out. Throws `unavailable` or `throttled`.
 */
export async function readTexts(
  { texts, tellUnreadable }: { texts: TextStore; tellUnreadable?(): void },
  changes: readonly ContentChange[],
  known: Texts = new Map(),
): Promise<Texts> {
  const ids = changes.flatMap((change) => (change.kind === 'texts-accepted' ? [change.of] : []));
  const read = await Promise.all(
    [...new Set(ids)].map(async (id) => [id, known.get(id) ?? (await texts.get(id))] as const),
  );
  return new Map(
    read.flatMap(([id, edits]) => {
      if (!edits) tellUnreadable?.();
      return edits ? [[id, edits] as const] : [];
    }),
  );
}
