import type { LocalDate } from '../../core/local-date.ts';

/** What may be wrong with a text. There is no free text: it could tell of a child. */
export const reportKinds = ['fact', 'outdated', 'unclear', 'language', 'other'] as const;
export type ReportKind = (typeof reportKinds)[number];

/**
 * That somebody found a text wrong; never who. `on`: the day, and for a card of the guide only the first day of the month. `place`: one of
 * the few that a text has for each date, drawn when the choices were shown: a second press meets its own, and nobody can fill a table.
 */
export type Report = {
  contentId: string;
  /** Of the text, when it was read. */
  version: string;
  kind: ReportKind;
  on: LocalDate;
  place: number;
};

/** How many reports of one text and date are kept. More would tell its owner nothing new. */
export const placesADate = 20;
