/** A column of a bar: its share of the width and its colour. */
export type BarColumn = { width: string; style: 'accent' | 'good' | 'emphasis' };

/**
 * A bar made of columns, the one drawing that every Teams client shows. It never carries anything alone: the same is said in words
 * beside it. A part of nothing is left out, since some clients give a column of width 0 room all the same.
 */
export function progressBar(done: number, of: number, style: 'accent' | 'good' = 'accent'): readonly BarColumn[] {
  const filled = Math.max(0, Math.min(done, of));
  const columns: readonly { weight: number; style: BarColumn['style'] }[] = [
    { weight: filled, style },
    { weight: of - filled, style: 'emphasis' },
  ];
  const shown = columns.filter(({ weight }) => weight > 0);
  return shown.length === 0
    ? [{ width: '1', style: 'emphasis' }]
    : shown.map((column) => ({ width: String(column.weight), style: column.style }));
}
