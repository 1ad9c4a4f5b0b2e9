import type { DigestModel } from '../features/digests/leader-digest.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { type DigestList, headingOf, rowsOf } from './digest-sections.ts';
import { lines } from './module-words.ts';
import { pageOf } from './paging.ts';

/** `page` counts from 0. */
export type DigestListModel = { digest: DigestModel; list: DigestList; page: number };

/** People on one card: a card has a size limit, and nobody reads more than this at once. */
const rowsPerPage = 25;

/** One list of the digest to its end: who is late, new, out of reach or needs time. */
export const digestListView = defineView<DigestListModel>('digest-list', ({ digest, list, page }, kit) => {
  const rows = rowsOf(list, digest, kit);
  const { shown, at, pages } = pageOf(rows, page, rowsPerPage);
  const from = at * rowsPerPage;
  const title = headingOf(list, kit);
  const range = { from: from + 1, to: from + shown.length, all: rows.length };
  return {
    data: {
      title,
      places: lines(shown.length > 0 ? kit.t('digest.list.range', range) : kit.t('digest.list.empty')),
      rows: shown,
      actions: [...turns(list, at, pages, kit), kit.button('digest.show', kit.t('staff.to-digest'))],
    },
    summary: title,
  };
});

function turns(list: DigestList, at: number, pages: number, kit: ViewKit): readonly CardAction[] {
  const turn = (page: number, title: string) => kit.button('digest.list', title, { list, page });
  return [
    ...(at + 1 < pages ? [turn(at + 1, kit.t('digest.list.next'))] : []),
    ...(at > 0 ? [turn(at - 1, kit.t('digest.list.previous'))] : []),
  ];
}
