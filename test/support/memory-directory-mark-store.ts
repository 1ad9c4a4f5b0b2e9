import { Failure } from '../../src/core/failure.ts';
import type { DirectoryMarkStore, DirectoryState } from '../../src/features/people/directory-mark-store.ts';

/** DirectoryMarkStore in memory, with the behaviour of `directoryMarkTable`. */
export function memoryDirectoryMarkStore(): DirectoryMarkStore {
  let stored: DirectoryState | undefined;
  let version = 0;
  const keep = (state: DirectoryState, isFree: boolean): void => {
    if (!isFree) throw new Failure('conflict', 'somebody else was first; read it again');
    stored = structuredClone(state);
    version += 1;
  };
  return {
    get: async () => stored && { value: structuredClone(stored), etag: String(version) },
    create: async (state) => keep(state, stored === undefined),
    replace: async (state, etag) => keep(state, etag === String(version)),
  };
}
