import { type Document, isAlias, isMap, isScalar, isSeq, type Scalar, visit, type YAMLMap, type YAMLSeq } from 'yaml';

type Keys = readonly (string | number)[];

/** A value to be written, at these keys. `undefined` takes the key away. */
export type Put = { keys: Keys; value: string | Readonly<Record<string, unknown>> | undefined };

/** Puts values into the entries of one of the lists, by the entry's id. */
export function putInto(document: Document, list: string, puts: ReadonlyMap<string, readonly Put[]>): void {
  const entries = document.get(list);
  if (!isSeq(entries)) return;
  entries.items.forEach((written, at) => {
    const entry = isAlias(written) ? written.resolve(document) : written;
    const id = isMap(entry) ? String(entry.get('id')) : '';
    for (const { keys, value } of puts.get(id) ?? []) putValue(document, { keys: [list, at, ...keys], value });
  });
}

/** Puts one value in. What is written once (`&name`) and repeated (`*name`) is changed here only, not where it is repeated. */
export function putValue(document: Document, { keys, value }: Put): void {
  keys.forEach((_, depth) => {
    if (depth > 0) makeOwn(document, keys.slice(0, depth));
  });
  makeOwn(document, keys);
  if (value === undefined) document.deleteIn(keys);
  else document.setIn(keys, value);
}

function makeOwn(document: Document, keys: Keys): void {
  const node = document.getIn(keys, true);
  if (isAlias(node)) {
    const repeated = node.resolve(document);
    if (isAnchored(repeated)) document.setIn(keys, copyOf(repeated));
  }
  if (isAnchored(node) && node.anchor !== undefined) handOver(document, node);
}

/** The first place that repeats it has it written out from now on, and the others repeat that. */
function handOver(document: Document, node: Anchored): void {
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== node) return undefined;
      const copy = copyOf(node);
      if (node.anchor !== undefined) copy.anchor = node.anchor;
      return copy;
    },
  });
  delete node.anchor;
}

type Anchored = YAMLMap | YAMLSeq | Scalar;

const isAnchored = (node: unknown): node is Anchored => isMap(node) || isSeq(node) || isScalar(node);

function copyOf<N extends Anchored>(node: N): N {
  const copy = node.clone() as N;
  visit(copy, {
    Value(_, inner) {
      delete inner.anchor;
    },
  });
  return copy;
}
