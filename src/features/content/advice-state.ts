import { createHash } from 'node:crypto';
import { isDraft } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { AwaitingAdvice, Step } from '../guide/guide.ts';
import type { ChangeOf, ContentChange, ReturnReason } from './content-change.ts';

type DateOf = (at: Date) => LocalDate;

/** Names the words of an advice. Nobody has approved words that they have not seen, so a new wording begins again. */
export function wordingOf({ dos, donts }: AwaitingAdvice): string {
  return createHash('sha256')
    .update(JSON.stringify([dos, donts]))
    .digest('hex')
    .slice(0, 16);
}

/** What was decided on the wording that the files have. */
export type AdviceState = {
  /** The last thing was that it was sent back. */
  returned?: ChangeOf<'advice-returned'>;
  /** The last return, where no two people have approved it since: what the files said of it then holds no longer. */
  sentBack?: ChangeOf<'advice-returned'>;
  /** The newest approval of the professional that a second person has confirmed. */
  inForce?: { approved: ChangeOf<'advice-approved'>; confirmed: ChangeOf<'advice-confirmed'> };
  /** A newer one that waits for a second person. */
  waiting?: ChangeOf<'advice-approved'>;
};

function adviceState(stepId: string, advice: AwaitingAdvice, changes: readonly ContentChange[]): AdviceState {
  const wording = wordingOf(advice);
  const state: AdviceState = {};
  for (const change of changes) {
    if (!('stepId' in change) || change.stepId !== stepId) continue;
    if (change.kind === 'advice-confirmed') confirm(state, change);
    else if (change.wording === wording) decideOn(state, change);
  }
  return state;
}

function confirm(state: AdviceState, confirmed: ChangeOf<'advice-confirmed'>): void {
  if (state.waiting?.changeId !== confirmed.of) return;
  state.inForce = { approved: state.waiting, confirmed };
  delete state.sentBack;
  delete state.waiting;
}

function decideOn(state: AdviceState, change: ChangeOf<'advice-approved'> | ChangeOf<'advice-returned'>): void {
  if (change.kind === 'advice-approved') {
    delete state.returned;
    state.waiting = change;
    return;
  }
  delete state.inForce;
  delete state.waiting;
  state.returned = change;
  state.sentBack = change;
}

/** As `adviceState`, for advice as the files have it: what they have approved on a later day than the chat decided, is the newer word. */
export function adviceStateNow(
  stepId: string,
  advice: AwaitingAdvice,
  changes: readonly ContentChange[],
  dateOf: DateOf,
): AdviceState {
  const { inForce, returned, sentBack, ...state } = adviceState(stepId, advice, changes);
  const { approval } = advice;
  const stands = ({ at }: ContentChange): boolean =>
    approval.status !== 'approved' || approval.approvedAt <= dateOf(at);
  return {
    ...state,
    ...(inForce && stands(inForce.confirmed) && { inForce }),
    ...(returned && stands(returned) && { returned }),
    ...(sentBack && stands(sentBack) && { sentBack }),
  };
}

/** The step with the approval that holds: the files', unless something was decided in the chat since. */
export function applyAdvice(step: Step, changes: readonly ContentChange[], dateOf: DateOf): Step {
  const { awaitsApproval: advice } = step;
  if (!advice) return step;
  const { owner } = advice.approval;
  const { inForce, sentBack } = adviceStateNow(step.stepId, advice, changes, dateOf);
  if (inForce) {
    const { approved, confirmed } = inForce;
    const who = { approvedBy: approved.by.name, approvedAt: dateOf(confirmed.at), validTo: approved.validTo };
    return { ...step, awaitsApproval: { ...advice, approval: { status: 'approved', owner, ...who } } };
  }
  if (!sentBack) return step;
  return { ...step, awaitsApproval: { ...advice, approval: { status: 'utkast', owner } } };
}

/** How an advice stands for who answers for it. `waiting`: the professional has approved it, and nobody sees it before a second has. */
export type AdviceStatus =
  | { status: 'hidden' }
  | { status: 'returned'; reason: ReturnReason; by: string }
  | { status: 'waiting'; changeId: string; personId: string; by: string; at: Date; confirmBy: LocalDate }
  | { status: 'approved'; by: string; validTo: LocalDate }
  | { status: 'run-out'; validTo: LocalDate };

/** `advice` as it stands now, changes counted in. */
export function adviceStatus(
  stepId: string,
  advice: AwaitingAdvice,
  changes: readonly ContentChange[],
  today: LocalDate,
): AdviceStatus {
  const { returned, waiting } = adviceState(stepId, advice, changes);
  if (waiting) {
    const { changeId, by, at, confirmBy } = waiting;
    return { status: 'waiting', changeId, personId: by.personId, by: by.name, at, confirmBy };
  }
  const { approval } = advice;
  if (approval.status === 'approved') {
    const { approvedBy, validTo } = approval;
    return isDraft(approval, today) ? { status: 'run-out', validTo } : { status: 'approved', by: approvedBy, validTo };
  }
  return returned ? { status: 'returned', reason: returned.reason, by: returned.by.name } : { status: 'hidden' };
}
