/** A tree of words as it is written in YAML. */
export type WordTree = { readonly [key: string]: string | WordTree };

export type FlatWord = { path: readonly string[]; text: string };

/** Every text in the tree with the path that leads to it, in the order written. */
export function flatten(tree: WordTree, above: readonly string[] = []): readonly FlatWord[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = [...above, key];
    return typeof value === 'string' ? [{ path, text: value }] : flatten(value, path);
  });
}
