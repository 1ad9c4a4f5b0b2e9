import type { DigestModel } from '../features/digests/leader-digest.ts';
import type { LeaderView } from '../features/digests/leader-view.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import { reachWords } from './leader-words.ts';
import { missingByPerson, missingLine } from './missing-words.ts';
import { lines } from './module-words.ts';

/** As many lines of each kind as four minutes a week are good for; the rest is one press away. */
const shownMissing = 5;
const shownPeople = 3;

/** `sets`: none, or what can be done for the one whom the line is about. `asks`: what can be done for all of them. */
type Row = { text: string; sets: readonly { actions: readonly CardAction[] }[] };
type Section = {
  heading: string;
  rows: readonly Row[];
  mores: readonly { text: string }[];
  asks: readonly { actions: readonly CardAction[] }[];
};

export function sectionsOf(model: DigestModel, kit: ViewKit): readonly Section[] {
  const { missing, newPeople, unreachable, needTime, toConfirm, own } = model;
  const waits = toConfirm > 0 ? [plainRow(kit.t('prior.pending.line', { count: toConfirm }))] : [];
  // The leader's own are in another list, and nobody to remind. Where nobody is named, who is late is not known either.
  const isLate = model.names === 'hidden' ? model.counts.late > 0 : missing.some(({ lateByDays }) => lateByDays > 0);
  const asks = isLate ? [{ actions: [remindAll(model, kit)] }] : [];
  const byPerson = missingByPerson(missing);
  return [
    { heading: kit.t('prior.pending.heading'), rows: waits, mores: [], asks: [] },
    {
      ...section(
        kit.t('digest.missing'),
        byPerson.map((items) => helpedRow(missingLine(items, kit), items[0].person, kit)),
        shownMissing,
        kit,
      ),
      asks,
    },
    section(
      kit.t('digest.need-time'),
      needTime.map((person) =>
        helpedRow(kit.t('digest.needs-time', { name: kit.plain(person.displayName) }), person, kit),
      ),
      shownPeople,
      kit,
    ),
    section(
      kit.t('digest.new'),
      newPeople.map((person) => plainRow(newText(person, kit))),
      shownPeople,
      kit,
    ),
    section(
      kit.t('digest.unreachable'),
      unreachable.map((person) => plainRow(reachText(person, kit))),
      shownPeople,
      kit,
    ),
    section(
      kit.t('digest.own'),
      own.map((item) =>
        plainRow(kit.t('digest.own-module', { module: kit.pick(item.title), date: kit.date(item.dueOn) })),
      ),
      shownPeople,
      kit,
    ),
  ];
}

function section(heading: string, rows: readonly Row[], shown: number, kit: ViewKit): Section {
  const more = rows.length - shown;
  const mores = lines(more > 0 ? kit.t('digest.more', { more }) : undefined);
  return { heading, rows: rows.slice(0, shown), mores, asks: [] };
}

const plainRow = (text: string): Row => ({ text, sets: [] });

/** A short button with the given name; what a screen reader says names the whole of it. */
function helpedRow(text: string, person: LeaderView, kit: ViewKit): Row {
  const open = kit.button('staff.show', kit.t('staff.open'), { personId: person.personId });
  const tooltip = kit.t('staff.help', { name: kit.plain(person.displayName) });
  return { text, sets: [{ actions: [{ ...open, tooltip }] }] };
}

function remindAll({ units }: DigestModel, kit: ViewKit): CardAction {
  const [only] = units;
  const data = units.length === 1 && only ? { unitId: only.unitId } : undefined;
  return kit.button('staff.remind-all', kit.t('staff.all.button'), data);
}

const newText = (person: LeaderView, kit: ViewKit): string =>
  kit.t('digest.new-person', { name: kit.plain(person.displayName), date: kit.date(person.employedOn) });

const reachText = (person: LeaderView, kit: ViewKit): string =>
  kit.t('digest.unreachable-person', {
    name: kit.plain(person.displayName),
    reason: reachWords(person.reach, kit) ?? '',
  });
