import type { LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { adviceStatus } from '../content/advice-state.ts';
import { type ContactsInFiles, factCheckState, isNumberWaiting } from '../content/apply-contact.ts';
import { checkablesOf } from '../content/checkable.ts';
import type { ContentChange } from '../content/content-change.ts';
import { detailsStatus, type NumberStatus, numberStatus, ownContacts } from '../content/content-status.ts';
import { hasAdvice } from '../content/decide-check.ts';
import { waitingDates } from '../content/local-dates.ts';
import type { ModuleStates } from '../content/module-state.ts';
import { standingChanges } from '../content/newer-files.ts';
import type { WholeContent } from '../content/whole-content.ts';
import { canManage } from '../people/permissions.ts';
import type { Person } from '../people/person.ts';

/** Something that one person has changed or checked, and that a second person has not said yes to. */
export type WaitingThing = {
  /** Which card opens it; `id` is what that card asks for. */
  thing: 'module' | 'number' | 'fact' | 'advice' | 'dates';
  id: string;
  title: LocalText;
  /** Empty: nobody's and everybody's. Those who look after all of the content answer for it. */
  owner: string;
  /** Who made the change, and when. Only somebody else can confirm it. */
  made: { personId: string; at: Date };
  confirmBy: LocalDate;
};

/** `content` as it stands now, changes counted in: all that waits for a second person, what is due first on top. */
export function waitingThings(
  content: WholeContent,
  { changes, states }: { changes: readonly ContentChange[]; states: ModuleStates },
  today: LocalDate,
  inFiles: ContactsInFiles,
): readonly WaitingThing[] {
  return [
    ...waitingTexts(content, { changes, states }, inFiles),
    ...waitingContacts(content, standingChanges(changes, inFiles), today),
    ...waitingDays(changes),
    ...waitingAdvice(content, changes, today),
    ...waitingFacts(content, changes, inFiles),
  ].toSorted((one, other) => compare(one.confirmBy, other.confirmBy));
}

/** Those that this person may confirm, each thing once: somebody else made the change, and they look after what it is about. */
export function waitingFor(person: Person, things: readonly WaitingThing[]): readonly WaitingThing[] {
  const theirs = things.filter(
    ({ owner, made }) => made.personId !== person.personId && canManage(person, owner === '' ? undefined : owner),
  );
  return [...Map.groupBy(theirs, ({ thing, id }) => `${thing} ${id}`).values()].flatMap((same) => same.slice(0, 1));
}

/** New words of a module, which a second person has to read before anybody else sees them. */
function waitingTexts(
  { modules }: WholeContent,
  { changes, states }: { changes: readonly ContentChange[]; states: ModuleStates },
  { dateOf }: ContactsInFiles,
): WaitingThing[] {
  const sent = new Map(
    changes.flatMap((change) => (change.kind === 'texts-sent' ? [[change.of, change] as const] : [])),
  );
  return modules.flatMap(({ moduleId: id, title, approval: { owner } }) => {
    const texts = sent.get(states.get(id)?.waiting?.textsId ?? '');
    if (!texts) return [];
    const { by, at, confirmBy = dateOf(at) } = texts;
    return [{ thing: 'module' as const, id, title, owner, made: { personId: by.personId, at }, confirmBy }];
  });
}

/** The number and what is told of it may wait for two different people. */
function waitingContacts(
  { contacts }: WholeContent,
  changes: readonly ContentChange[],
  today: LocalDate,
): WaitingThing[] {
  return ownContacts(contacts).flatMap((contact) => {
    const { contactId: id, name: title, owner } = contact;
    const about = { thing: 'number' as const, id, title, owner };
    const toThing = (status: NumberStatus): WaitingThing[] =>
      status.status === 'waiting'
        ? [{ ...about, made: { personId: status.personId, at: status.at }, confirmBy: status.confirmBy }]
        : [];
    return [...toThing(numberStatus(contact, changes, today)), ...toThing(detailsStatus(id, changes))];
  });
}

/** One thing for each who changed any, with the first deadline. The card says what they are called. */
function waitingDays(changes: readonly ContentChange[]): WaitingThing[] {
  return [...Map.groupBy(waitingDates(changes), ({ by }) => by.personId)].flatMap(([personId, dates]) => {
    const [first] = dates.toSorted((one, other) => compare(one.confirmBy, other.confirmBy));
    if (!first) return [];
    const about = { thing: 'dates' as const, id: 'dates', title: { nb: '', nn: '', en: '' }, owner: '' };
    return [{ ...about, made: { personId, at: first.at }, confirmBy: first.confirmBy }];
  });
}

function waitingAdvice({ guide }: WholeContent, changes: readonly ContentChange[], today: LocalDate): WaitingThing[] {
  return [...guide.steps.values()].filter(hasAdvice).flatMap(({ stepId: id, heading: title, awaitsApproval }) => {
    const status = adviceStatus(id, awaitsApproval, changes, today);
    if (status.status !== 'waiting') return [];
    const { personId, at, confirmBy } = status;
    const { owner } = awaitsApproval.approval;
    return [{ thing: 'advice' as const, id, title, owner, made: { personId, at }, confirmBy }];
  });
}

/** Of a number that nobody has confirmed, the number comes first, and is told of above. */
function waitingFacts(
  content: WholeContent,
  changes: readonly ContentChange[],
  inFiles: ContactsInFiles,
): WaitingThing[] {
  return checkablesOf(content).flatMap(({ factId: id, title, owner }) => {
    const check = factCheckState(id, changes, inFiles);
    if (!check || check.confirmed || isNumberWaiting(id, changes, inFiles)) return [];
    const { by, at, confirmBy } = check.set;
    return [{ thing: 'fact' as const, id, title, owner, made: { personId: by.personId, at }, confirmBy }];
  });
}

const compare = (one: LocalDate, other: LocalDate): number => (one === other ? 0 : one < other ? -1 : 1);
