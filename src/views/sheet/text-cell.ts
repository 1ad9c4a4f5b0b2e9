import type { CellObject } from 'write-excel-file/node';

/**
 * Always a text, never a formula: a sentence may begin with `-` or `=`. The library keeps its words in a plain object, where `toString` is
 * taken already; a blank at the end, which reading takes away, keeps such a word apart.
 */
export const textCell = (value: string, style: Omit<CellObject, 'value' | 'type'>): CellObject => ({
  ...style,
  ...{ value: withoutCodes(value in {} ? `${value} ` : value), type: String },
});

/** Excel reads `_x000D_` as a code for a character: one that somebody wrote is written so that it stays what it is. */
const withoutCodes = (value: string): string => value.replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_');

/** A number as a number, so that it can be counted on, or the word in its place. */
export const numberCell = (cell: number | string, format?: string): CellObject =>
  typeof cell === 'number'
    ? { value: cell, type: Number, ...(format !== undefined && { format }) }
    : textCell(cell, { align: 'right' });
