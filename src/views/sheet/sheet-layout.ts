import { z } from 'zod';
import type { Locale } from '../../core/locale.ts';

/** The first word of each column's heading: by it the column is found again, wherever somebody has moved it. */
export const columnNames = { id: 'id', nb: 'nb', nn: 'nn', en: 'en' } as const satisfies Record<Locale | 'id', string>;

/** What the last, hidden column is called: which module and which files the sheet was made from. */
export type SheetOrigin = { moduleId: string; onFiles: number };

const originSchema = z
  .string()
  .regex(/^undring:1 [\w-]{1,100} \d{1,9}$/)
  .transform((text): SheetOrigin => {
    const [, moduleId = '', onFiles = ''] = text.split(' ');
    return { moduleId, onFiles: Number(onFiles) };
  });

export const writeOrigin = ({ moduleId, onFiles }: SheetOrigin): string => `undring:1 ${moduleId} ${onFiles}`;

/** `undefined` for a heading that is something else. */
export const readOrigin = (heading: string): SheetOrigin | undefined => originSchema.safeParse(heading).data;

/** The marks of a row's texts, one after the other. */
export const writeMarks = (marks: readonly string[]): string => marks.join(' ');
export const readMarks = (cell: string): readonly string[] => cell.split(' ').slice(0, 3);
