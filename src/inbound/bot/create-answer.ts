import type { Clock } from '../../core/clock.ts';
import type { Telemetry } from '../../core/events.ts';
import type { Locale } from '../../core/locale.ts';
import type { Reply } from './action.ts';
import { type AnswerTurnNeeds, answerTurn } from './answer-turn.ts';
import { recordFailedTurn } from './failed-turn.ts';
import { createPlainNotice, type PlainNoticeNeeds } from './notice.ts';
import type { Turn } from './turn.ts';

export type AnswerNeeds = PlainNoticeNeeds & {
  clock: Clock;
  telemetry: Telemetry;
  defaultLocale: Locale;
  /** The bot over the content as it is now. */
  bot(): AnswerTurnNeeds;
};

/** Whoever writes or presses is answered, whatever fails: with the numbers that always answer, where nothing else can be said. */
export function createAnswer(needs: AnswerNeeds): (turn: Turn) => Promise<Reply | undefined> {
  const plainNotice = createPlainNotice(needs);
  return async (turn) => {
    try {
      return await answerTurn(needs.bot(), turn);
    } catch (error) {
      if (turn.kind !== 'message' && turn.kind !== 'action') throw error;
      recordFailedTurn(needs.telemetry, error);
      const locale = turn.clientLocale ?? needs.defaultLocale;
      return { place: 'replace', message: plainNotice(locale, needs.clock.now()) };
    }
  };
}
