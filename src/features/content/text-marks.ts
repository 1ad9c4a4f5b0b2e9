/** Marks that do not do what was meant, and what was left to be written. */
export type MarkProblem = 'stars' | 'list-mark' | 'unfinished';

export function markProblems(text: string): readonly MarkProblem[] {
  return [
    ...(text.split(/\n\s*\n/).some(hasLoneStars) ? (['stars'] as const) : []),
    ...(/^[ \t]*-[\p{L}*«]/mu.test(text) ? (['list-mark'] as const) : []),
    ...(/(?<!\p{L})(?:todo|fixme|xxx|tbd)(?!\p{L})|lorem ipsum/iu.test(text) ? (['unfinished'] as const) : []),
  ];
}

/** Bold begins and ends within a paragraph; a card shows stars that stand alone. */
const hasLoneStars = (paragraph: string): boolean => (paragraph.match(/\*\*/g)?.length ?? 0) % 2 === 1;
