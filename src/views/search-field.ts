import type { CardAction, ViewKit } from './define-view.ts';

/** A field to search with. The other buttons of the card must be made with `kit.exit`, so that they do not send what stands in it. */
export type SearchField = { label: string; placeholder: string; actions: readonly CardAction[] };

export const searchField = (label: string, kit: ViewKit): SearchField => ({
  label,
  placeholder: kit.t('find.placeholder'),
  actions: [kit.button('find.search', kit.t('find.search'))],
});
