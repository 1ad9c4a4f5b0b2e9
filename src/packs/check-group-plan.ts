import { locales } from '../core/locale.ts';
import { notWritten } from '../features/catalogue/unwritten.ts';
import type { ContentProblem } from './content-problem.ts';
import { countWords } from './count-words.ts';
import type { LoadedModule } from './load-modules.ts';

/** A case is read aloud in a meeting, from a card. */
const wordLimit = 80;

/** Whether the parts of a meeting fill the time that is told, and the case is written, and short enough to be heard. */
export function checkGroupPlan(loaded: LoadedModule): readonly ContentProblem[] {
  return [...checkMinutes(loaded), ...checkCase(loaded)];
}

function checkMinutes({ structure: { file, value, lineOf } }: LoadedModule): ContentProblem[] {
  const { minutes, opening, questions, closing } = value.group;
  const sum = questions.reduce((total, question) => total + question.minutes, opening + value.group.case + closing);
  if (sum === minutes) return [];
  const message = `the parts of the group plan take ${sum} minutes, not ${minutes}`;
  return [{ file, line: lineOf(['group']), message, remedy: 'Change the minutes of the parts, or of the whole.' }];
}

/** What somebody may break who writes words only. */
export function checkCase({ words }: LoadedModule): ContentProblem[] {
  return locales.flatMap((locale): ContentProblem[] => {
    const { file, value, lineOf } = words[locale];
    const { title, text, ask } = value.case;
    const at = { file, line: lineOf(['case']) };
    if (text === notWritten) {
      const remedy = `Write it in place of «${notWritten}».`;
      return [{ ...at, message: 'the case is not written yet', remedy, told: { code: 'case-not-written' } }];
    }
    const count = countWords(`${title} ${text} ${ask}`);
    if (count <= wordLimit) return [];
    const remedy = `Shorten it to ${wordLimit}, title included.`;
    const told = { code: 'case-too-long', count, most: wordLimit } as const;
    return [{ ...at, message: `the case has ${count} words`, remedy, told }];
  });
}
