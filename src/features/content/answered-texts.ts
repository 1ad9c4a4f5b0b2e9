import { daysBetween, type LocalDate } from '../../core/local-date.ts';
import type { ContentChange } from './content-change.ts';

/** What somebody else did last with texts that a person had laid before them. */
export type AnsweredTexts = { answer: 'accepted' | 'dropped' | 'taken-back'; by: string; at: Date };

/** Told for so many days. */
const toldDays = 7;

/** What became of this person's texts for a module, while it is news. */
export function answeredTexts(
  changes: readonly ContentChange[],
  { moduleId, personId }: { moduleId: string; personId: string },
  today: LocalDate,
  dateOf: (at: Date) => LocalDate,
): AnsweredTexts | undefined {
  const own = new Set(
    changes.flatMap((change) =>
      change.kind === 'texts-sent' && change.moduleId === moduleId && change.by.personId === personId
        ? [change.of]
        : [],
    ),
  );
  const last = changes.findLast((change) => answerOf(change) !== undefined && 'of' in change && own.has(change.of));
  const answer = last && answerOf(last);
  if (!answer || last.by.personId === personId) return undefined;
  const isNews = daysBetween(dateOf(last.at), today) < toldDays;
  return isNews ? { answer, by: last.by.name, at: last.at } : undefined;
}

function answerOf({ kind }: ContentChange): AnsweredTexts['answer'] | undefined {
  switch (kind) {
    case 'texts-accepted':
      return 'accepted';
    case 'texts-dropped':
      return 'dropped';
    case 'texts-taken-back':
      return 'taken-back';
    default:
      return undefined;
  }
}
