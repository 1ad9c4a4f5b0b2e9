import { describe, expect, it } from 'vitest';
import type { Directory, DirectoryUser } from '../../src/features/people/directory.ts';

/** A directory with five people, and what an administrator may do to it. */
export type OpenedDirectory = {
  directory: Directory;
  rename(id: string): void;
  remove(id: string): void;
  forgetMarks(): void;
  stop(): Promise<void>;
};

/** What every Directory does. `idOf` gives the id of one of the five. */
export function directoryContract(
  name: string,
  open: () => Promise<OpenedDirectory>,
  idOf: (at: number) => string,
): void {
  const within = async (run: (opened: OpenedDirectory) => Promise<void>): Promise<void> => {
    const opened = await open();
    await run(opened).finally(opened.stop);
  };
  const upns = (users: readonly DirectoryUser[]) => users.map(({ upn }) => upn?.toLowerCase()).toSorted();

  describe(`Directory: ${name}`, () => {
    it('tells everybody as they are now', () =>
      within(async ({ directory, remove }) => {
        expect(upns(await directory.readUsers())).toEqual([0, 1, 2, 3, 4].map((at) => `p${at}@fjordvik.kommune.no`));
        remove(idOf(3));
        expect(await directory.readUsers()).toHaveLength(4);
      }));

    it('has changed nothing since a mark of now, and gives a mark to go on from', () =>
      within(async ({ directory, rename }) => {
        const answer = await directory.changesSince(await directory.mark());
        expect(answer.outcome).toBe('none');
        rename(idOf(1));
        expect('mark' in answer && (await directory.changesSince(answer.mark)).outcome).toBe('changed');
      }));

    it('tells that somebody was changed, and that somebody was taken away', () =>
      within(async ({ directory, rename, remove }) => {
        const before = await directory.mark();
        rename(idOf(1));
        expect(await directory.changesSince(before)).toEqual({ outcome: 'changed' });
        const between = await directory.mark();
        expect((await directory.changesSince(between)).outcome).toBe('none');
        remove(idOf(2));
        expect(await directory.changesSince(between)).toEqual({ outcome: 'changed' });
      }));

    it('says when it no longer knows a mark', () =>
      within(async ({ directory, forgetMarks }) => {
        const mark = await directory.mark();
        forgetMarks();
        expect(await directory.changesSince(mark)).toEqual({ outcome: 'expired' });
      }));
  });
}
