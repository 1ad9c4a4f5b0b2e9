import { z } from 'zod';
import type { LocalDate } from '../../core/local-date.ts';
import { findException } from './exceptions.ts';

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ license: z.string().optional(), dev: z.boolean().default(false) })),
});

/** May be in what a municipality runs and hands on. */
const everywhere = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'OFL-1.1'],
];
/** May be used while developing: it is not handed on. */
const developing = [...everywhere, 'MPL-2.0', 'PSF-2.0'];

/** Packages of the lock file whose licence is not on the list, each as one line. */
export function checkLicences(lock: unknown, today: LocalDate): readonly string[] {
  return Object.entries(lockSchema.parse(lock).packages).flatMap(([place, { license, dev }]) => {
    const name = place.split('node_modules/').at(-1) ?? place;
    if (place === '' || (license !== undefined && isAllowed(license, dev ? developing : everywhere))) return [];
    if (findException(name, 'licence', today)) return [];
    return [`${name}: ${license ?? 'names no licence'}. Read it, then allow it, except it, or take the package away.`];
  });
}

/** Of "A OR B" one must be allowed, of "A AND B" each. */
function isAllowed(expression: string, list: readonly string[]): boolean {
  const bare = expression.replace(/[()]/g, '');
  return bare.split(' OR ').some((either) => either.split(' AND ').every((id) => list.includes(id.trim())));
}
