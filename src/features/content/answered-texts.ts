import { daysBetween, type LocalDate } from '../../core/local-date.ts';
import type { ContentChange } from './content-change.ts';
import type { TextsRead } from './module-state.ts';

/** What became last of texts that a person had laid before others: somebody's answer, or that newer files came before any. */
export type AnsweredTexts =
  | { answer: 'accepted' | 'dropped' | 'taken-back'; by: string; at: Date }
  /** `at`: when they were sent. */
  | { answer: 'outdone'; at: Date };

/** Told for so many days. */
const toldDays = 7;
/** Counted from when they were sent, since nobody knows on what day the files came. */
const toldOutdoneDays = 90;

/** What became of this person's texts for a module, while it is news. `outdone`: see `ModuleState`. */
export function answeredTexts(
  changes: readonly ContentChange[],
  asked: { moduleId: string; personId: string; outdone: readonly TextsRead[] },
  today: LocalDate,
  dateOf: (at: Date) => LocalDate,
): AnsweredTexts | undefined {
  const { moduleId, personId } = asked;
  const lost = lostTexts(changes, asked);
  if (lost && daysBetween(dateOf(lost.at), today) < toldOutdoneDays) return { answer: 'outdone', at: lost.at };
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

/** The sending of the texts that newer files came before, unless the same person has made others on newer files since. */
function lostTexts(
  changes: readonly ContentChange[],
  { moduleId, personId, outdone }: { moduleId: string; personId: string; outdone: readonly TextsRead[] },
): ContentChange | undefined {
  const last = outdone.findLast(({ by }) => by.personId === personId);
  const isSentAgain = changes.some(
    (change) =>
      change.kind === 'texts-read' &&
      change.moduleId === moduleId &&
      change.by.personId === personId &&
      change.onFiles > (last?.onFiles ?? 0),
  );
  if (!last || isSentAgain) return undefined;
  return changes.findLast((change) => change.kind === 'texts-sent' && change.of === last.textsId);
}

function answerOf({ kind }: ContentChange): Exclude<AnsweredTexts['answer'], 'outdone'> | undefined {
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
