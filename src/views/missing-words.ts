import { localeTag } from '../core/locale.ts';
import type { Missing } from '../features/digests/missing.ts';
import type { ViewKit } from './define-view.ts';

/** One line for each person, the most urgent first: what somebody misses is one talk, however many modules it is. */
export function missingLines(missing: readonly Missing[], kit: ViewKit): readonly string[] {
  const byPerson = Map.groupBy(missing, ({ person }) => person.personId);
  return [...byPerson.values()].map((own) => missingLine(own, kit));
}

function missingLine(own: readonly Missing[], kit: ViewKit): string {
  const [first] = own;
  if (!first) return '';
  const { person, dueOn, lateByDays } = first;
  const titles = own.map(({ title }) => kit.pick(title));
  const module = new Intl.ListFormat(localeTag(kit.locale), { type: 'conjunction' }).format(titles);
  const values = { name: kit.plain(person.displayName), module, date: kit.date(dueOn) };
  const isLate = lateByDays > 0;
  if (own.every((item) => item.dueOn === dueOn)) {
    return isLate ? kit.t('digest.misses-late', values) : kit.t('digest.misses', values);
  }
  return isLate ? kit.t('digest.misses-several-late', values) : kit.t('digest.misses-several', values);
}
