import type { LocalDate } from '../core/local-date.ts';
import { locales } from '../core/locale.ts';
import { policiesSchema } from './asks-schema.ts';
import { checkApproval } from './check-dates.ts';
import type { ContentProblem } from './content-problem.ts';
import { countWords } from './count-words.ts';
import { policiesFile, readIfThere } from './load-asks.ts';

/** One card, as of a module. */
const mostWords = 60;

/** Policies that nobody has approved, that begin in the future, or that are longer than a card. What cannot be read is told when they are loaded. */
export async function checkPolicies(folder: string, today: LocalDate): Promise<readonly ContentProblem[]> {
  const { value: read } = await readIfThere(folder, policiesFile, policiesSchema);
  if (!read) return [];
  return read.value.policies.flatMap(({ id, approval, versions, text }, at): ContentProblem[] => {
    const place = { file: policiesFile, line: read.lineOf(['policies', at]) };
    const early = versions.filter(({ validFrom }) => validFrom > today);
    const long = locales.filter((locale) => text !== undefined && countWords(text[locale]) > mostWords);
    return [
      ...checkApproval(`the policy ${id}`, approval, place, today),
      ...early.map(({ version }) => ({
        ...place,
        message: `${id}: version ${version} is shown, but is not valid yet`,
        remedy: 'Correct validFrom, or take the version away until that day.',
      })),
      ...long.map((locale) => ({
        ...place,
        message: `${id}: the ${locale} text has more than ${mostWords} words`,
        remedy: 'Shorten it, or put it on a page and write its url.',
      })),
    ];
  });
}
