import type { RosterRun } from '../features/people/roster-run-store.ts';
import type { ViewKit } from './define-view.ts';

type Problem = RosterRun['problems'][number];

/** "Rad 3, Startdato: datoen kan ikke leses. Raden er ikke brukt." Of the first row nobody is left out: it names the columns. */
export function problemLine({ row, header, problem, severity }: Problem, kit: ViewKit): string {
  const [place, what] = [placeOf(row, header, kit), wordOf(problem, kit)];
  const isLeftOut = severity === 'refused' && row > 1;
  return isLeftOut ? kit.t('roster.row-refused', { place, what }) : kit.t('roster.row-noted', { place, what });
}

function placeOf(row: number, header: string | undefined, kit: ViewKit): string {
  const isFirst = row === 1;
  if (header === undefined) return isFirst ? kit.t('roster.place.first') : kit.t('roster.place.row', { row });
  const column = kit.plain(header);
  return isFirst ? kit.t('roster.place.header', { column }) : kit.t('roster.place.cell', { row, column });
}

function wordOf(problem: string, kit: ViewKit): string {
  const known: Readonly<Record<string, (kit: ViewKit) => string>> = problemWords;
  return (known[problem] ?? problemWords.other)(kit);
}

const problemWords = {
  'no-column': (kit: ViewKit) => kit.t('roster.word.no-column'),
  'empty-column': (kit: ViewKit) => kit.t('roster.word.empty-column'),
  'column-twice': (kit: ViewKit) => kit.t('roster.word.column-twice'),
  missing: (kit: ViewKit) => kit.t('roster.word.missing'),
  'not-a-date': (kit: ViewKit) => kit.t('roster.word.not-a-date'),
  'ends-before-it-begins': (kit: ViewKit) => kit.t('roster.word.ends-before'),
  'begins-later': (kit: ViewKit) => kit.t('roster.word.begins-later'),
  'guest-account': (kit: ViewKit) => kit.t('roster.word.guest-account'),
  'unknown-word': (kit: ViewKit) => kit.t('roster.word.unknown-word'),
  'unknown-unit': (kit: ViewKit) => kit.t('roster.word.unknown-unit'),
  'unknown-leader': (kit: ViewKit) => kit.t('roster.word.unknown-leader'),
  'unknown-mentor': (kit: ViewKit) => kit.t('roster.word.unknown-mentor'),
  'unknown-module': (kit: ViewKit) => kit.t('roster.word.unknown-module'),
  'unknown-post': (kit: ViewKit) => kit.t('roster.word.unknown-post'),
  'in-a-circle': (kit: ViewKit) => kit.t('roster.word.in-a-circle'),
  twice: (kit: ViewKit) => kit.t('roster.word.twice'),
  'same-id-as-another': (kit: ViewKit) => kit.t('roster.word.same-id'),
  'other-name': (kit: ViewKit) => kit.t('roster.word.other-name'),
  'two-people': (kit: ViewKit) => kit.t('roster.word.same-id'),
  'name-of-another': (kit: ViewKit) => kit.t('roster.word.name-of-another'),
  other: (kit: ViewKit) => kit.t('roster.word.other'),
};
