import { Failure, type FailureKind } from '../../src/core/failure.ts';
import type { Directory, DirectoryUser } from '../../src/features/people/directory.ts';

export type MemoryDirectory = Directory & {
  users: Map<string, DirectoryUser>;
  put(user: DirectoryUser): void;
  remove(id: string): void;
  forgetMarks(): void;
  /** What the next calls throw. */
  fails(...kinds: FailureKind[]): void;
  /** The names of the calls, oldest first. */
  asked: string[];
};

/** A directory in memory, with the behaviour of `createGraphDirectory`. */
export function memoryDirectory(given: readonly DirectoryUser[]): MemoryDirectory {
  const users = new Map(given.map((user) => [user.id, user]));
  const kinds: FailureKind[] = [];
  const asked: string[] = [];
  let version = 1;
  let oldestMark = 0;
  const ask = (call: string): void => {
    asked.push(call);
    const kind = kinds.shift();
    if (kind) throw new Failure(kind, 'the directory does not want to; try again');
  };
  return {
    ...{ users, asked },
    async readUsers() {
      ask('readUsers');
      return [...users.values()];
    },
    async mark() {
      ask('mark');
      return [String(version)];
    },
    async changesSince([mark = '']) {
      ask('changesSince');
      if (Number(mark) < oldestMark) return { outcome: 'expired' };
      return Number(mark) < version ? { outcome: 'changed' } : { outcome: 'none', mark: [mark] };
    },
    put(user) {
      version += 1;
      users.set(user.id, user);
    },
    remove(id) {
      version += 1;
      users.delete(id);
    },
    forgetMarks() {
      version += 1;
      oldestMark = version;
    },
    fails: (...next) => void kinds.push(...next),
  };
}
