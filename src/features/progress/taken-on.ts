import { type LocalDate, readLocalDate } from '../../core/local-date.ts';

/** Nobody at work today took a course before this. */
export const earliestTakenOn: LocalDate = '1950-01-01';

export type TakenOnProblem = 'no-date' | 'in-future' | 'too-early';
export type TakenOn = { outcome: 'read'; takenOn: LocalDate } | { outcome: TakenOnProblem };

/** Pure: the day that somebody says a course was taken, from a date field of a card, where anything may stand. */
export function readTakenOn(text: string, today: LocalDate): TakenOn {
  const takenOn = readLocalDate(text.trim());
  if (takenOn === undefined) return { outcome: 'no-date' };
  if (takenOn > today) return { outcome: 'in-future' };
  return takenOn < earliestTakenOn ? { outcome: 'too-early' } : { outcome: 'read', takenOn };
}
