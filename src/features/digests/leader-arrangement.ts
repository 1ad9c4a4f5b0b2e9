import type { LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { type Catalogue, findModule } from '../catalogue/catalogue.ts';
import { findChoice } from '../catalogue/prior-learning.ts';
import { agreedDateOf } from '../people/arrangement.ts';
import type { Person } from '../people/person.ts';
import type { OwnModule } from '../progress/own-modules.ts';

/** What a leader has arranged about a module. Without `reason` the pack no longer has it. */
export type LeaderArrangement = { moduleId: string; title: LocalText; reason?: LocalText; at: Date } & (
  | { arrangement: 'more-time'; dueOn: LocalDate }
  | { arrangement: 'exempt' }
);

/** What still matters of it: more time that holds for what is not done, and what the person need not take. */
export function arrangementsFor(
  catalogue: Catalogue,
  person: Person,
  own: readonly OwnModule[],
): readonly LeaderArrangement[] {
  const { moreTime = [], exempt = [] } = catalogue.leaderChoices ?? {};
  return (person.arrangements ?? []).flatMap((arrangement): readonly LeaderArrangement[] => {
    const { moduleId, at } = arrangement;
    const title = findModule(catalogue, moduleId)?.title;
    if (!title) return [];
    const choices = arrangement.arrangement === 'exempt' ? exempt : moreTime;
    const reason = findChoice(choices, arrangement.reason)?.name;
    const about = { moduleId, title, at, ...(reason && { reason }) };
    if (arrangement.arrangement === 'exempt') return [{ ...about, arrangement: 'exempt' }];
    const open = own.find(({ module, standing }) => module.moduleId === moduleId && standing !== 'done');
    const dueOn = open && agreedDateOf(person, moduleId, open.cycle);
    return dueOn === undefined || dueOn !== open?.dueOn ? [] : [{ ...about, arrangement: 'more-time', dueOn }];
  });
}
