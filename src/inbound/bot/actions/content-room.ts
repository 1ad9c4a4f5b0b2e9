import type { Action } from '../action.ts';
import { contentActions } from './content.ts';
import { contentCheckActions } from './content-checks.ts';
import { contentContactActions } from './content-contacts.ts';
import { type ContentDateNeeds, contentDateActions } from './content-dates.ts';
import { contentNumberActions } from './content-numbers.ts';
import { type ContentSheetNeeds, contentSheetActions } from './content-sheet.ts';
import { contentTextsActions } from './content-texts.ts';

export type ContentRoomNeeds = ContentDateNeeds & ContentSheetNeeds;

/** All that looks after the content from the chat. */
export const contentRoomActions = (needs: ContentRoomNeeds): readonly Action[] => [
  ...contentActions(needs),
  ...contentSheetActions(needs),
  ...contentTextsActions(needs),
  ...contentNumberActions(needs),
  ...contentContactActions(needs),
  ...contentCheckActions(needs),
  ...contentDateActions(needs),
];
