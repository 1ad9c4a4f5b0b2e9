import { type FoundRef, foundRef } from './findable.ts';
import type { Word } from './word.ts';

/** What is opened from a word, as its owner has listed it. */
export function relatedTo({ entryId, moduleIds, toolIds, lawIds }: Word): readonly FoundRef[] {
  return [
    ...(entryId === undefined ? [] : [foundRef('guide', entryId)]),
    ...moduleIds.map((id) => foundRef('module', id)),
    ...toolIds.map((id) => foundRef('tool', id)),
    ...lawIds.map((id) => foundRef('law', id)),
  ];
}
