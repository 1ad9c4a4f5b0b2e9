import { localeTag } from '../core/locale.ts';
import type { Missing } from '../features/digests/missing.ts';
import type { ViewKit } from './define-view.ts';

type Own = readonly [Missing, ...Missing[]];

/** What each person misses, the most urgent first: it is one talk, however many modules it is. */
export function missingByPerson(missing: readonly Missing[]): readonly Own[] {
  const byPerson = Map.groupBy(missing, ({ person }) => person.personId);
  return [...byPerson.values()].flatMap(([first, ...rest]): readonly Own[] => (first ? [[first, ...rest]] : []));
}

export function missingLine(own: Own, kit: ViewKit): string {
  const [first] = own;
  const { person, dueOn, lateByDays } = first;
  const titles = own.map(({ title }) => kit.pick(title));
  const module = new Intl.ListFormat(localeTag(kit.locale), { type: 'conjunction' }).format(titles);
  const values = { name: kit.plain(person.displayName), module, date: kit.date(dueOn), days: lateByDays };
  const isLate = lateByDays > 0;
  if (own.every((item) => item.dueOn === dueOn)) {
    return isLate ? kit.t('digest.misses-late', values) : kit.t('digest.misses', values);
  }
  return isLate ? kit.t('digest.misses-several-late', values) : kit.t('digest.misses-several', values);
}
