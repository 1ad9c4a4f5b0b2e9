import type { LocalDate } from '../../core/local-date.ts';
import type { OwnModule } from '../progress/own-modules.ts';
import type { Ledger } from './ledger.ts';
import { hasMoved, type Places, placesOf, readMark } from './progress-mark.ts';
import { isSnoozeKey } from './reminder-rows.ts';

/**
 * Nudges sent since the person last moved on in any module, or asked to be reminded ("Minn meg i morgen"), which is an answer too; the card that
 * came of it is not answered yet. What the municipality does (adds, hides or edits modules, moves the person)
 * answers none of them, or a change of the pack would bring everybody another round. Cards of a former employment, before `employedOn`, do not
 * count: a new one begins from nothing.
 */
export function unansweredNudges(days: readonly Ledger[], own: readonly OwnModule[], employedOn: LocalDate): number {
  let unanswered: readonly Date[] = [];
  /** Where each module stood when it was last seen, so that one that comes back is known again. */
  let seen: Places = new Map();
  const ofNow = days.filter(({ key }) => key >= employedOn);
  for (const day of ofNow.toSorted((a, b) => a.key.localeCompare(b.key))) {
    if (!('mark' in day) || day.mark === undefined) continue;
    const places = readMark(day.mark);
    if (hasMoved(seen, places) || isAskedFor(day)) unanswered = [];
    seen = new Map([...seen, ...places]);
    const isSent = day.state === 'sent' || day.state === 'uncertain';
    if (isSent && day.class === 'nudge') unanswered = [...unanswered, day.settledAt];
  }
  if (hasMoved(seen, placesOf(own))) return 0;
  // A module that came after the last card is in no mark, and one that is done may be to be taken again.
  const acts = own.flatMap(lastKnownAct);
  return unanswered.filter((sentAt) => acts.every((act) => act <= sentAt)).length;
}

/** A card that tells of something that was put off. */
const isAskedFor = (day: Ledger): boolean => 'items' in day && day.items.some(isSnoozeKey);

/** When somebody last did something in a module, where that is known: none or one. */
export function lastKnownAct(own: OwnModule): readonly Date[] {
  if (own.standing === 'done') return [own.completedAt];
  if (own.standing === 'on-the-way') return [own.startedAt];
  return own.lastDoneAt ? [own.lastDoneAt] : [];
}
