import type { DigestModel } from '../features/digests/leader-digest.ts';
import type { LeaderView } from '../features/digests/leader-view.ts';
import type { Missing } from '../features/digests/missing.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import { joinedLater, reachWords } from './leader-words.ts';
import { missingByPerson, missingLine } from './missing-words.ts';

/** The lists of the digest that may be longer than it has room for. */
export const digestLists = ['missing', 'need-time', 'new', 'unreachable', 'own'] as const;
export type DigestList = (typeof digestLists)[number];

/** As many lines of each kind as four minutes a week are good for; the rest is one press away. */
const shownRows: Readonly<Record<DigestList, number>> = {
  ...{ missing: 5, 'need-time': 3, new: 3, unreachable: 3, own: 3 },
};

/** `sets`: none, or what can be done for the one whom the line is about. */
export type DigestRow = { text: string; sets: readonly { actions: readonly CardAction[] }[] };
/** `asks`: what can be done for all of them, and the way to those that there is no room for. */
export type Section = {
  heading: string;
  rows: readonly DigestRow[];
  asks: readonly { actions: readonly CardAction[] }[];
};

export function sectionsOf(model: DigestModel, kit: ViewKit): readonly Section[] {
  const { toConfirm } = model;
  const waits = toConfirm > 0 ? [plainRow(kit.t('prior.pending.line', { count: toConfirm }))] : [];
  return [
    { heading: kit.t('prior.pending.heading'), rows: waits, asks: [] },
    ...digestLists.map((list) => section(list, model, kit)),
  ];
}

function section(list: DigestList, model: DigestModel, kit: ViewKit): Section {
  const rows = rowsOf(list, model, kit);
  const all = kit.t('digest.list.all', { count: rows.length });
  const more = kit.button('digest.list', all, { list });
  const actions = [
    ...(rows.length > shownRows[list] ? [{ ...more, tooltip: `${headingOf(list, kit)}: ${all}` }] : []),
    ...(list === 'missing' && isAnybodyLate(model) ? [remindAll(model, kit)] : []),
  ];
  return {
    ...{ heading: headingOf(list, kit), rows: rows.slice(0, shownRows[list]) },
    asks: actions.length > 0 ? [{ actions }] : [],
  };
}

/** The leader's own are in another list, and nobody to remind. Where nobody is named, who is late is not known either. */
const isAnybodyLate = ({ names, counts, missing }: DigestModel): boolean =>
  names === 'hidden' ? counts.late > 0 : missing.some(({ lateByDays }) => lateByDays > 0);

export function headingOf(list: DigestList, kit: ViewKit): string {
  switch (list) {
    case 'missing':
      return kit.t('digest.missing');
    case 'need-time':
      return kit.t('digest.need-time');
    case 'new':
      return kit.t('digest.new');
    case 'unreachable':
      return kit.t('digest.unreachable');
    case 'own':
      return kit.t('digest.own');
  }
}

/** All lines of a list, one for each person; of the leader's own one for each module. */
export function rowsOf(list: DigestList, model: DigestModel, kit: ViewKit): readonly DigestRow[] {
  switch (list) {
    case 'missing':
      return missingByPerson(model.missing).map((items) => helpedRow(missingLine(items, kit), items[0].person, kit));
    case 'need-time':
      return model.needTime.map((person) =>
        helpedRow(kit.t('digest.needs-time', { name: kit.plain(person.displayName) }), person, kit),
      );
    case 'new':
      return model.newPeople.map((person) => plainRow(newText(person, kit)));
    case 'unreachable':
      return model.unreachable.map((person) => plainRow(reachText(person, kit)));
    case 'own':
      return model.own.map((item) => plainRow(ownText(item, kit)));
  }
}

export const plainRow = (text: string): DigestRow => ({ text, sets: [] });

/** A short button with the given name; what a screen reader says names the whole of it. */
function helpedRow(text: string, person: LeaderView, kit: ViewKit): DigestRow {
  const open = kit.button('staff.show', kit.t('staff.open'), { personId: person.personId });
  const tooltip = kit.t('staff.help', { name: kit.plain(person.displayName) });
  return { text, sets: [{ actions: [{ ...open, tooltip }] }] };
}

function remindAll({ units }: DigestModel, kit: ViewKit): CardAction {
  const [only] = units;
  const data = units.length === 1 && only ? { unitId: only.unitId } : undefined;
  return kit.button('staff.remind-all', kit.t('staff.all.button'), data);
}

function ownText({ title, dueOn, lateByDays }: Missing, kit: ViewKit): string {
  const values = { module: kit.pick(title), date: kit.date(dueOn) };
  return lateByDays > 0 ? kit.t('digest.own-module-late', values) : kit.t('digest.own-module', values);
}

function newText(person: LeaderView, kit: ViewKit): string {
  const values = { name: kit.plain(person.displayName), date: kit.date(person.employedOn) };
  const joined = joinedLater(person);
  if (!joined) return kit.t('digest.new-person', values);
  const joinedOn = kit.date(joined.on);
  if (joined.how === 'moved') return kit.t('digest.moved-person', { name: values.name, date: joinedOn });
  return kit.t('digest.listed-person', { ...values, listed: joinedOn });
}

const reachText = (person: LeaderView, kit: ViewKit): string =>
  kit.t('digest.unreachable-person', {
    name: kit.plain(person.displayName),
    reason: reachWords(person.reach, kit) ?? '',
  });
