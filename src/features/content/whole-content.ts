import type { AboutList } from '../catalogue/certificate-kind.ts';
import type { Policy } from '../catalogue/policy.ts';
import type { Word } from '../find/word.ts';
import type { GuideContent } from '../guide/guide.ts';
import type { ChangeableContent } from './apply-changes.ts';
import type { LocalDates } from './local-dates.ts';

/** All that may be changed or checked in the chat, and what its owners are told of. `contacts` are those of the guide. */
export type WholeContent = ChangeableContent & {
  contacts: GuideContent['contacts'];
  guide: GuideContent;
  words: readonly Word[];
  /** Changed in the files only. */
  policies?: readonly Policy[];
  lists?: readonly (AboutList & { listId: 'introduction' | 'certificates' })[];
  dates?: LocalDates;
};
