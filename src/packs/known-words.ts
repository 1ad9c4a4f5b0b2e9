import type { KnownWords } from '../features/people/note-unknown.ts';
import { ownerKey } from '../features/people/permissions.ts';
import type { Pack } from './pack.ts';

/** What the staff list may name of the content: modules, and the posts that answer for something in it. */
export function knownWords({ catalogue, guide, words }: Pick<Pack, 'catalogue' | 'guide' | 'words'>): KnownWords {
  return {
    modules: new Set(catalogue.modules.map(({ moduleId }) => moduleId)),
    posts: new Set(ownersIn([catalogue, guide, words]).map(ownerKey)),
  };
}

/** Modules, steps, contacts, words and whatever else has an owner, wherever it stands. */
function ownersIn(value: unknown): readonly string[] {
  if (Array.isArray(value) || value instanceof Map) return [...value.values()].flatMap(ownersIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    key === 'owner' && typeof inside === 'string' ? [inside] : ownersIn(inside),
  );
}
