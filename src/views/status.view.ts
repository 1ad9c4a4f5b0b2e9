import type { LeaderView } from '../features/digests/leader-view.ts';
import type { StatusCounts, UnitStatus } from '../features/digests/unit-status.ts';
import { arrangementWords } from './arrangement-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { certificateLines, leaderModuleWords, overallWords, reachNote } from './leader-words.ts';
import { lines } from './module-words.ts';
import { pageOf } from './paging.ts';
import { statusBar } from './status-bar.ts';

/** People on one card: a card has a size limit, and nobody reads more than this at once. */
const peoplePerPage = 25;

/**
 * `page` counts from 0. `scope`: whether the leader has other units to go to. `toConfirm`: what waits for the leader's answer here.
 * `leaderId`: who asks, and is nobody to help.
 */
export type StatusModel = {
  status: UnitStatus;
  page: number;
  scope: 'only-unit' | 'one-of-several';
  toConfirm: number;
  leaderId?: string;
};

/** One unit, person by person. */
export const statusView = defineView<StatusModel>('status', ({ status, page, scope, toConfirm, leaderId }, kit) => {
  const { counts, people } = status;
  const { shown, at, pages } = pageOf(people, page, peoplePerPage);
  const name = kit.plain(status.name);
  return {
    data: {
      title: name,
      bars: statusBar(counts),
      headline: headlineOf(status, kit),
      counts: lines(
        counts.people === 0 ? undefined : countsText(counts, kit),
        status.names === 'hidden' ? kit.t('digest.names.hidden') : undefined,
      ),
      asks: isAnybodyLate(status, leaderId) ? [{ actions: [remindAll(status.unitId, kit)] }] : [],
      rows: shown.map((person) => rowOf(person, kit)),
      forms: formsOf(shown, leaderId, kit),
      policySections: at === 0 && status.policies.length > 0 ? [policySection(status, kit)] : [],
      waits: lines(toConfirm > 0 ? kit.t('prior.pending.line', { count: toConfirm }) : undefined),
      pages: lines(pages > 1 ? kit.t('digest.status.page', { page: at + 1, pages }) : undefined),
      actions: [
        ...(toConfirm > 0 ? [kit.exit('prior.pending', kit.t('prior.pending.open'))] : []),
        ...actionsOf(status.unitId, at, pages, scope, kit),
      ],
    },
    summary: kit.t('digest.status.summary', { unit: name }),
  };
});

function headlineOf({ counts, people, names }: UnitStatus, kit: ViewKit): string {
  if (counts.hidden) return kit.t('digest.names.too-few');
  if (people.length === 0 && names === 'shown') return kit.t('digest.status.empty');
  if (counts.people === 0) return kit.t('digest.status.nothing-to-do');
  return kit.t('digest.headline', { done: counts.done, people: counts.people });
}

/** The late, the started and the rest in one line. */
export function countsText({ late, onTheWay, notStarted }: StatusCounts, kit: ViewKit): string {
  return kit.t('digest.counts', { late, onTheWay, notStarted });
}

function rowOf(person: LeaderView, kit: ViewKit) {
  const { text, color } = overallWords(person, kit);
  const isNew = person.tenure === 'new' ? kit.t('digest.status.new', { date: kit.date(person.employedOn) }) : undefined;
  const told = person.overall === 'done' ? [] : person.modules;
  const details = told.map((module) => `${kit.pick(module.title)}: ${leaderModuleWords(module, kit)}`);
  return {
    name: kit.plain(person.displayName),
    state: text,
    color,
    details: lines(
      ...details,
      ...(person.arrangements ?? []).map(
        (arrangement) => `${kit.pick(arrangement.title)}: ${arrangementWords(arrangement, kit)}`,
      ),
      ...priorLines(person, kit),
      ...certificateLines(person, kit),
      isNew,
      reachNote(person, kit),
    ),
  };
}

/** Others than who asks. Where nobody is named, who is late is not known either. */
const isAnybodyLate = ({ counts, people, names }: UnitStatus, leaderId: string | undefined): boolean =>
  names === 'hidden'
    ? counts.late > 0
    : people.some(({ personId, overall }) => overall === 'late' && personId !== leaderId);

/** Of everybody who is late, without naming anybody. */
const remindAll = (unitId: string, kit: ViewKit): CardAction =>
  kit.exit('staff.remind-all', kit.t('staff.all.button'), { unitId });

/** Whom the leader can do something for: one field for all of them, since a button for each would fill the card. */
function formsOf(people: readonly LeaderView[], leaderId: string | undefined, kit: ViewKit) {
  const choices = people
    .filter((person) => person.personId !== leaderId && isHelped(person))
    .map(({ personId, displayName }) => ({ title: kit.plain(displayName), value: personId }));
  if (choices.length === 0) return [];
  const open = kit.button('staff.show', kit.t('staff.open'), undefined, 'positive');
  return [{ pick: kit.t('staff.pick'), pickError: kit.t('staff.pick-error'), choices, actions: [open] }];
}

const isHelped = ({ overall, arrangements = [] }: LeaderView): boolean =>
  (overall !== 'done' && overall !== 'none') || arrangements.length > 0;

const priorLines = ({ priors }: LeaderView, kit: ViewKit): readonly string[] =>
  priors.map(({ title }) => kit.t('prior.pending.person', { module: kit.pick(title) }));

/** Numbers only: who has read stands nowhere. */
function policySection({ policies }: UnitStatus, kit: ViewKit) {
  const rows = policies.map(({ title, read, of }) =>
    kit.t('policy.status-count', { policy: kit.pick(title), read, of }),
  );
  return { heading: kit.t('policy.status-heading'), rows: lines(...rows) };
}

function actionsOf(unitId: string, at: number, pages: number, scope: StatusModel['scope'], kit: ViewKit) {
  const actions: CardAction[] = [];
  if (at + 1 < pages) actions.push(kit.exit('digest.status', kit.t('digest.status.next'), { unitId, page: at + 1 }));
  if (at > 0) actions.push(kit.exit('digest.status', kit.t('digest.status.previous'), { unitId, page: at - 1 }));
  if (scope === 'one-of-several') actions.push(kit.exit('digest.status', kit.t('digest.all-units')));
  actions.push(kit.exit('intro.people', kit.t('intro.people.title')));
  return [...actions, kit.exit('digest.what-leader-sees', kit.t('digest.what-staff-see'))];
}
