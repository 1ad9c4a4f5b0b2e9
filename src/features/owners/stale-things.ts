import { type Approval, freshDays, isDraft } from '../../core/approval.ts';
import { addDays, daysBetween, type LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Module } from '../catalogue/module.ts';
import { adviceStatus } from '../content/advice-state.ts';
import { type ContactsInFiles, factCheckState, isNumberWaiting } from '../content/apply-contact.ts';
import { type Checkable, checkablesOf } from '../content/checkable.ts';
import type { ContentChange, ReturnReason } from '../content/content-change.ts';
import { moduleStatus } from '../content/content-status.ts';
import { hasAdvice } from '../content/decide-check.ts';
import type { ModuleStates } from '../content/module-state.ts';
import type { WholeContent } from '../content/whole-content.ts';
import { type WaitingThing, waitingThings } from './waiting-things.ts';

/** Why somebody should look at it. `on`: the day that has passed, or comes. */
export type StaleReason =
  /** One person has changed or checked it, and no second one has said yes in time. */
  | { why: 'unconfirmed'; on: LocalDate }
  /** As above, and there is still time. */
  | { why: 'waits'; on: LocalDate }
  | { why: 'returned'; reason: ReturnReason }
  | { why: 'run-out'; on: LocalDate }
  | { why: 'runs-out'; on: LocalDate }
  /** `on`: when it was last checked. */
  | { why: 'unchecked'; on: LocalDate };

/** `thing` says which card opens it; `id` is what that card asks for. Of the last ones it is the approval in the files. */
export type StaleThing = {
  thing: 'module' | 'number' | 'fact' | 'advice' | 'dates' | ApprovedInFiles;
  id: string;
  title: LocalText;
  owner: string;
  /** So many that are approved together: one line tells of them all. Absent means one. */
  count?: number;
  /** Who made a change that waits for a second person. */
  made?: WaitingThing['made'];
  reason: StaleReason;
};

/** What the chat has no approval for. */
const approvedInFiles = ['policy', 'step', 'word', 'introduction', 'certificates'] as const;
export type ApprovedInFiles = (typeof approvedInFiles)[number];
export const isApprovedInFiles = ({ thing }: StaleThing): boolean => approvedInFiles.some((one) => one === thing);

/** Told so many days before it runs out. */
const warnDays = 30;

/** `content` as it stands now, changes counted in: what somebody should see to, the most pressing first. */
export function staleThings(
  content: WholeContent,
  { changes, states }: { changes: readonly ContentChange[]; states: ModuleStates },
  today: LocalDate,
  inFiles: ContactsInFiles,
): readonly StaleThing[] {
  return [
    ...content.modules.flatMap((module) => staleModule(module, states, today)),
    ...waitingThings(content, { changes, states }, today, inFiles).map((thing) => waitingReason(thing, today)),
    ...staleAdvice(content, changes, today),
    ...checkablesOf(content).flatMap((fact) => staleFact(fact, { changes, inFiles }, today)),
    ...staleApprovals(content, today),
  ].toSorted((one, other) => urgency(one) - urgency(other) || compareDates(one, other));
}

function staleModule(module: Module, states: ModuleStates, today: LocalDate): StaleThing[] {
  const { moduleId: id, title, approval } = module;
  const about = { thing: 'module' as const, id, title, owner: approval.owner };
  const state = states.get(id);
  const status = state && moduleStatus(state, today);
  if (status?.status === 'returned' && !state?.waiting)
    return [{ ...about, reason: { why: 'returned', reason: status.reason } }];
  return withReason(about, endOf(approval, today));
}

function waitingReason({ confirmBy: on, ...about }: WaitingThing, today: LocalDate): StaleThing {
  return { ...about, reason: { why: on < today ? 'unconfirmed' : 'waits', on } };
}

function staleAdvice({ guide }: WholeContent, changes: readonly ContentChange[], today: LocalDate): StaleThing[] {
  return [...guide.steps.values()].filter(hasAdvice).flatMap(({ stepId: id, heading: title, awaitsApproval }) => {
    const about = { thing: 'advice' as const, id, title, owner: awaitsApproval.approval.owner };
    const status = adviceStatus(id, awaitsApproval, changes, today);
    if (status.status === 'returned')
      return [{ ...about, reason: { why: 'returned' as const, reason: status.reason } }];
    // Told of with all that waits.
    if (status.status === 'waiting') return [];
    return withReason(about, endOf(awaitsApproval.approval, today));
  });
}

/** The words share an approval, and so do most steps: what has one owner and ends on one day is one thing to do. */
function staleApprovals({ policies = [], lists = [], guide, words }: WholeContent, today: LocalDate): StaleThing[] {
  const ended = [
    ...policies.map(({ policyId: id, title, approval }) => ({ thing: 'policy' as const, id, title, approval })),
    ...lists.map(({ listId: thing, title, approval }) => ({ thing, id: thing, title, approval })),
    ...[...guide.steps.values()].map(({ stepId: id, heading: title, approval }) => ({
      ...{ thing: 'step' as const, id, title, approval },
    })),
    ...words.map(({ wordId: id, term: title, approval }) => ({ thing: 'word' as const, id, title, approval })),
  ].flatMap(({ approval, ...about }) => withReason({ ...about, owner: approval.owner }, endOf(approval, today)));
  const together = ({ thing, id, owner, reason }: StaleThing): string =>
    thing === 'policy' ? `${thing} ${id}` : `${thing} ${owner} ${'on' in reason ? reason.on : ''}`;
  return [...Map.groupBy(ended, together).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, ...(more.length > 0 && { count: more.length + 1 }) }] : [],
  );
}

function staleFact(
  fact: Checkable,
  { changes, inFiles }: { changes: readonly ContentChange[]; inFiles: ContactsInFiles },
  today: LocalDate,
): StaleThing[] {
  const { factId: id, title, owner, checkedOn, validTo } = fact;
  const about = { thing: 'fact' as const, id, title, owner };
  const check = factCheckState(id, changes, inFiles);
  // Told of with all that waits.
  if ((check && !check.confirmed) || isNumberWaiting(id, changes, inFiles)) return [];
  const ends = validTo === undefined ? undefined : endsOn(validTo, today);
  if (ends) return withReason(about, ends);
  return daysBetween(checkedOn, today) > freshDays ? [{ ...about, reason: { why: 'unchecked', on: checkedOn } }] : [];
}

const withReason = (about: Omit<StaleThing, 'reason'>, reason: StaleReason | undefined): StaleThing[] =>
  reason ? [{ ...about, reason }] : [];

/** What nobody has approved yet is a draft, and says so itself: that is not news every week. */
function endOf(approval: Approval, today: LocalDate): StaleReason | undefined {
  if (approval.status === 'utkast') return undefined;
  return isDraft(approval, today) ? { why: 'run-out', on: approval.validTo } : endsOn(approval.validTo, today);
}

function endsOn(validTo: LocalDate, today: LocalDate): StaleReason | undefined {
  if (validTo < today) return { why: 'run-out', on: validTo };
  return validTo <= addDays(today, warnDays) ? { why: 'runs-out', on: validTo } : undefined;
}

const order: readonly StaleReason['why'][] = ['unconfirmed', 'waits', 'returned', 'run-out', 'runs-out', 'unchecked'];
const urgency = ({ reason }: StaleThing): number => order.indexOf(reason.why);

function compareDates({ reason: one }: StaleThing, { reason: other }: StaleThing): number {
  const [a, b] = ['on' in one ? one.on : '', 'on' in other ? other.on : ''];
  return a === b ? 0 : a < b ? -1 : 1;
}
