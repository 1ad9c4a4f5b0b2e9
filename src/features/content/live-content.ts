import type { LocalDate } from '../../core/local-date.ts';
import { toArray } from '../people/person-store.ts';
import { applyAllChanges } from './apply-all-changes.ts';
import type { ContentStore } from './content-store.ts';
import { readTexts } from './read-texts.ts';
import type { TextEdit } from './text-edit.ts';
import type { TextStore } from './text-store.ts';
import type { WholeContent } from './whole-content.ts';

export type LiveContentNeeds = {
  content: ContentStore;
  texts: TextStore;
  /** What the files say. */
  base: WholeContent;
  dateOf(at: Date): LocalDate;
  /** What nobody has confirmed in time ends with a day, and not with a change. */
  today(): LocalDate;
  /** A row, or texts, that cannot be read, for example of a newer version. The others count. */
  tellUnreadable(): void;
};

export type LiveContent<T> = {
  /** What was made of the content as it stands. */
  current(): T;
  /** Reads what was changed since. Throws `unavailable` or `throttled`; then what was known stands. */
  refresh(): Promise<void>;
};

/**
 * The content as files and changes together make it, and what the service makes of it (`build`): built again only when something was
 * changed or a new day began, so that everything inside may take content for fixed.
 */
export function createLiveContent<T>(needs: LiveContentNeeds, build: (content: WholeContent) => T): LiveContent<T> {
  let current = build(needs.base);
  let known = '';
  let texts: ReadonlyMap<string, readonly TextEdit[]> = new Map();
  let last: Promise<void> = Promise.resolve();

  async function read(): Promise<void> {
    const changes = await toArray(needs.content.list(needs.tellUnreadable));
    const today = needs.today();
    const seen = [today, ...changes.map(({ changeId }) => changeId)].join();
    if (seen === known) return;
    texts = await readTexts(needs, changes, texts);
    current = build(applyAllChanges(needs.base, changes, { dateOf: needs.dateOf, today, texts }));
    known = seen;
  }

  return {
    current: () => current,
    // One after the other: what a slow one has read must not undo what a later one knows.
    refresh() {
      const mine = last.then(read, read);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
