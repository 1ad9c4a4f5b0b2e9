import path from 'node:path';
import { parseArgs } from 'node:util';
import { readLocalDate } from '../../core/local-date.ts';
import { reasonOf } from '../guide-run.ts';

const usage = 'Usage: [folder] [--date YYYY-MM-DD]';

/** What the content commands are asked: which pack, and as on which day. Ends the process with 2 on a wrong option. */
export function readOptions(): { folder: string; shown: string; now: Date } {
  try {
    const { values, positionals } = parseArgs({ options: { date: { type: 'string' } }, allowPositionals: true });
    // The date may stand after the folder as well.
    const [given = 'content', date] = positionals;
    const day = values.date ?? date;
    if (day !== undefined && readLocalDate(day) === undefined) throw new TypeError(`--date ${day} is no date. `);
    const folder = path.resolve(given);
    const shown = path.relative(process.cwd(), folder) || '.';
    return { folder, shown, now: day ? new Date(`${day}T12:00:00Z`) : new Date() };
  } catch (error) {
    console.error(`${reasonOf(error)} ${usage}`);
    process.exit(2);
  }
}
