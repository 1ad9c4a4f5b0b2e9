import { type Counts, peopleIn, type Standing } from '../features/rollups/figures.ts';
import type { ViewKit } from './define-view.ts';

/** In the order of a bar: what is well first. The colours carry nothing alone: the same is said in words below. */
const looks: readonly { standing: Standing; style: string }[] = [
  { standing: 'done', style: 'good' },
  { standing: 'onTheWay', style: 'accent' },
  { standing: 'notStarted', style: 'warning' },
  { standing: 'late', style: 'attention' },
];

/** A bar of columns, for any client: `width` is a part of the whole. None where there is nobody. */
export function standingBar(counts: Counts): readonly { segments: readonly { width: number; style: string }[] }[] {
  const segments = looks.flatMap(({ standing, style }) => {
    return counts[standing] > 0 ? [{ width: counts[standing], style }] : [];
  });
  return segments.length > 0 ? [{ segments }] : [];
}

/** Only who is done, and who is not: a short bar has no room for more. */
export function doneBar(counts: Counts): ReturnType<typeof standingBar> {
  const rest = peopleIn(counts) - counts.done;
  const segments = [
    ...(counts.done > 0 ? [{ width: counts.done, style: 'good' }] : []),
    ...(rest > 0 ? [{ width: rest, style: 'emphasis' }] : []),
  ];
  return segments.length > 0 ? [{ segments }] : [];
}

/** How many are done, of all. Fewer than five are told as such. */
export function doneWords(counts: Counts, kit: ViewKit): string {
  const { done } = counts;
  const people = peopleIn(counts);
  if (people === 0) return kit.t('rollup.nobody');
  return done === 0 ? kit.t('rollup.done-few', { people }) : kit.t('rollup.done', { done, people });
}

/** The other standings, in the order of the bar; those of fewer than five are left out. Empty where none are left. */
export function otherWords({ late, onTheWay, notStarted }: Counts, kit: ViewKit): string {
  const parts = [
    ...(onTheWay > 0 ? [kit.t('rollup.on-the-way', { count: onTheWay })] : []),
    ...(notStarted > 0 ? [kit.t('rollup.not-started', { count: notStarted })] : []),
    ...(late > 0 ? [kit.t('rollup.late', { count: late })] : []),
  ];
  return parts.join(' · ');
}

/** Of a hundred, made of what is told and of nothing else. */
export const shareOf = (some: number, all: number): number => (all === 0 ? 0 : Math.round((100 * some) / all));

/** None, or so few that nothing is told, are not 0 %; nor is it said that they are too few, as if more should have been. */
export const percentOf = (some: number, all: number, kit: ViewKit): string =>
  some === 0 ? kit.t('rollup.percent-few') : kit.t('rollup.percent', { share: shareOf(some, all) });
