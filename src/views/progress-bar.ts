/** Teams' own bar (`ProgressBar`); the template gives it `fallback: drop` for clients that do not know it. */
export type Bar = { value: number; max: number; color: 'Accent' | 'Good' };

/**
 * At most one bar, for a template to show once for each. It never carries anything alone: the same is said in words beside it. Where
 * nothing is done there is none, since a bar without a value is drawn as waiting.
 */
export function progressBar(done: number, of: number, color: Bar['color'] = 'Accent'): readonly Bar[] {
  const value = Math.min(done, of);
  return value > 0 ? [{ value, max: of, color }] : [];
}
