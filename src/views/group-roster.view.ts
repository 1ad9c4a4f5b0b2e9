import type { Module } from '../features/catalogue/module.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';

/** People on one card: as many as one session may register at once, and as anybody can look through. */
export const rosterPageSize = 25;

/** `names-off`: lists by name have not been discussed, so there is none to tick in. `used-up`: the card had registered others already. */
export type RosterNotice = 'nobody-chosen' | 'used-up' | 'not-yours' | 'names-off' | { registered: number };
/** Somebody of the own unit who may be ticked. */
export type RosterPerson = { personId: string; displayName: string };
/** `start`: which of the people is the first on the card. */
type ChosenUnit = { unitId: string; name: string; people: readonly RosterPerson[]; start: number };

export type GroupRosterModel = {
  module: Module;
  /** Whether who has done the module is left out, or nobody may see who has. */
  lists: 'who-lacks' | 'everybody';
  /** Of a session to come. */
  sessionId: string;
  /** The own units. */
  units: readonly { unitId: string; name: string }[];
  /** `undefined` as long as one of several is to be chosen. */
  chosen?: ChosenUnit;
  notice?: RosterNotice;
};

/** The leader tells who of the own unit was there without a device. Only in the private chat: it holds names. */
export const groupRosterView = defineView<GroupRosterModel>('group-roster', (model, kit) => {
  const { module, units, chosen, notice } = model;
  const title = kit.t('group.roster.title', { module: kit.pick(module.title) });
  const shown = chosen && pageOf(chosen);
  const unit = chosen && kit.plain(chosen.name);
  return {
    data: {
      title,
      notices: lines(notice && noticeText(notice, kit)),
      texts: lines(
        units.length === 0 && notice !== 'names-off' ? kit.t('group.roster.no-units') : undefined,
        unit && leadText(model, unit, kit),
        unit && chosen.people.length > 0 && model.lists === 'everybody' ? kit.t('group.roster.everybody') : undefined,
      ),
      units: chosen || units.length === 0 ? [] : [unitInput(units, kit)],
      people: shown && shown.people.length > 0 ? [peopleInput(shown.people, kit)] : [],
      pages: lines(
        shown && shown.pages > 1 ? kit.t('group.roster.page', { page: shown.page + 1, pages: shown.pages }) : undefined,
      ),
      actions: actionsOf(model, kit),
    },
    summary: title,
  };
});

function leadText({ chosen, lists }: GroupRosterModel, unit: string, kit: ViewKit): string {
  if (chosen?.people.length) return kit.t('group.roster.lead', { unit });
  return lists === 'everybody' ? kit.t('group.roster.empty', { unit }) : kit.t('group.roster.nobody');
}

/** Counted from the first on the card: who was registered is gone from the pages before, and nobody after is passed over for that. */
function pageOf({ people, start }: ChosenUnit) {
  const page = Math.ceil(start / rosterPageSize);
  const pages = page + Math.ceil((people.length - start) / rosterPageSize);
  const next = people[start + rosterPageSize];
  const previous = start > 0 ? people[Math.max(0, start - rosterPageSize)] : undefined;
  return { page, pages, next, previous, people: people.slice(start, start + rosterPageSize) };
}

function noticeText(notice: RosterNotice, kit: ViewKit): string {
  if (notice === 'used-up') return kit.t('group.roster.used-up');
  if (notice === 'nobody-chosen') return kit.t('group.roster.nobody-chosen');
  if (notice === 'names-off') return kit.t('group.roster.names-off');
  if (notice === 'not-yours') return kit.t('group.roster.not-yours');
  return kit.t('group.roster.registered', { people: notice.registered });
}

function unitInput(units: GroupRosterModel['units'], kit: ViewKit) {
  const choices = units.map(({ unitId, name }) => ({ title: kit.plain(name), value: unitId }));
  return { label: kit.t('group.roster.unit'), value: units[0]?.unitId ?? '', choices };
}

function peopleInput(people: readonly RosterPerson[], kit: ViewKit) {
  const choices = people.map(({ personId, displayName }) => ({ title: kit.plain(displayName), value: personId }));
  return { label: kit.t('group.roster.label'), choices };
}

function actionsOf({ module, sessionId, units, chosen }: GroupRosterModel, kit: ViewKit): readonly CardAction[] {
  const { moduleId } = module;
  const plan = kit.exit('group.open', kit.t('group.roster.plan'), { moduleId });
  if (!chosen) {
    return units.length === 0 ? [plan] : [kit.button('group.roster', kit.t('group.roster.show'), { moduleId }), plan];
  }
  const { unitId } = chosen;
  const { page, people, next, previous } = pageOf(chosen);
  const [first] = people;
  if (!first) return [plan];
  const data = { moduleId, unitId, sessionId, page, from: first.personId };
  // Turning the page registers what is ticked on it: a tick is never lost.
  const turn = (title: string, to: RosterPerson | undefined) =>
    to ? [kit.button('group.tick', title, { ...data, to: to.personId })] : [];
  return [
    kit.button('group.tick', kit.t('group.roster.register'), data, 'positive'),
    ...turn(kit.t('group.roster.next-page'), next),
    ...turn(kit.t('group.roster.previous-page'), previous),
    plan,
  ];
}
