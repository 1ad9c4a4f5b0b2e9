import { addDays, type LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import type { LeaderView } from './leader-view.ts';

/** A deadline this many days ahead is worth telling the leader about. */
const soonDays = 14;

/** An open module of one person whose deadline is near or has passed. */
export type Missing = {
  person: LeaderView;
  moduleId: string;
  title: LocalText;
  minutes: number;
  dueOn: LocalDate;
  /** 0 while there is time. */
  lateByDays: number;
};

/** What is late or due soon; the most urgent first, and one person's modules together where the date is the same. */
export function listMissing(people: readonly LeaderView[], today: LocalDate): readonly Missing[] {
  const soon = addDays(today, soonDays);
  const missing = people.flatMap((person) =>
    person.modules.flatMap((module): readonly Missing[] => {
      if (module.standing === 'done' || module.dueOn === undefined || module.dueOn > soon) return [];
      const { moduleId, title, minutes, dueOn } = module;
      return [{ person, moduleId, title, minutes, dueOn, lateByDays: module.standing === 'late' ? module.byDays : 0 }];
    }),
  );
  return missing.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}
