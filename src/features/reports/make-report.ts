import { randomInt } from 'node:crypto';
import type { LocalDate } from '../../core/local-date.ts';
import { placesADate, type Report, type ReportKind } from './report.ts';
import type { Reportable } from './reportable.ts';

/** For the card that asks what is wrong, so that pressing twice says it once. Says nothing of who is asked. */
export const drawPlace = (): number => randomInt(placesADate);

type Said = { kind: ReportKind; place: number };

/** All that is kept of a report that was made `today`. */
export function makeReport({ contentId, kind: about, version }: Reportable, said: Said, today: LocalDate): Report {
  return { contentId, version, ...said, on: about === 'guide' ? firstOfMonth(today) : today };
}

const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 8)}01` as LocalDate;
