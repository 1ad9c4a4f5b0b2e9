import { earliestTakenOn } from '../features/progress/taken-on.ts';
import type { ViewKit } from './define-view.ts';

/** The date field that asks when something was taken, as the templates bind it. The limits help; what comes is checked again. */
export function takenOnField(label: string, error: string, takenOn: string | undefined, kit: ViewKit) {
  return { when: label, earliest: earliestTakenOn, latest: kit.today(), takenOn: takenOn ?? '', dateError: error };
}
