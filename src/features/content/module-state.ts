import type { Approval } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import type { ChangeOf, ContentChange } from './content-change.ts';

export type Verdict = ChangeOf<'module-approved'> | ChangeOf<'module-returned'>;
export type TextsRead = ChangeOf<'texts-read'>;

/** How a module stands after all that was done to it: what holds now, and what waits. */
export type ModuleState = {
  /** The files' own, and one more for each time that the texts were changed or taken back. */
  version: number;
  approval: Approval;
  /** What was decided last on this very version. */
  verdict?: Verdict;
  /** The texts that hold on top of the files, the oldest first. */
  textsIds: readonly string[];
  /** Texts that wait for a second person. */
  waiting?: TextsRead;
  /** Texts that were read and not yet sent, dropped or accepted. */
  unsent: readonly TextsRead[];
  /** The state before the texts that came last. */
  before?: Pick<ModuleState, 'approval' | 'textsIds' | 'before'> & { verdict?: Verdict };
};

/**
 * `base`: as the files have it. What was changed on top of another version of the files holds no longer: those words are gone, and
 * nobody has approved the new ones.
 */
export function moduleState(
  base: Module,
  changes: readonly ContentChange[],
  dateOf: (at: Date) => LocalDate,
): ModuleState {
  const start: ModuleState = { version: base.version, approval: base.approval, textsIds: [], unsent: [] };
  return changes.reduce<ModuleState>((state, change) => {
    if (!('moduleId' in change) || change.moduleId !== base.moduleId) return state;
    return after(state, change, base, dateOf);
  }, start);
}

/** Of every module, by its id. */
export const moduleStates = (
  modules: readonly Module[],
  changes: readonly ContentChange[],
  dateOf: (at: Date) => LocalDate,
): ModuleStates => new Map(modules.map((base) => [base.moduleId, moduleState(base, changes, dateOf)]));
export type ModuleStates = ReadonlyMap<string, ModuleState>;

function after(state: ModuleState, change: ContentChange, base: Module, dateOf: (at: Date) => LocalDate): ModuleState {
  switch (change.kind) {
    case 'module-approved':
    case 'module-returned': {
      const isOfThis = change.version === state.version && (change.onFiles ?? change.version) === base.version;
      return isOfThis ? { ...state, verdict: change, approval: approvalAfter(base, change, dateOf) } : state;
    }
    case 'texts-read':
      return change.onFiles === base.version ? { ...state, unsent: [...state.unsent, change] } : state;
    case 'texts-sent': {
      const read = state.unsent.find(({ textsId }) => textsId === change.of);
      return read ? { ...state, waiting: read, unsent: without(state, change.of) } : state;
    }
    case 'texts-dropped':
      return { ...withoutWaiting(state, change.of), unsent: without(state, change.of) };
    case 'texts-accepted':
      return state.waiting?.textsId === change.of ? accepted(state, change, dateOf) : state;
    case 'texts-taken-back': {
      const { before, ...now } = state;
      if (!before || now.textsIds.at(-1) !== change.of) return state;
      // What waits names the version that is gone by this: nobody could accept it, and it would stand in the way of others.
      const { verdict: _, waiting: __, ...rest } = now;
      return { ...rest, ...before, version: state.version + 1 };
    }
    default:
      return state;
  }
}

const without = ({ unsent }: ModuleState, id: string): readonly TextsRead[] =>
  unsent.filter(({ textsId }) => textsId !== id);

function withoutWaiting({ waiting, ...state }: ModuleState, id: string): ModuleState {
  return waiting && waiting.textsId !== id ? { ...state, waiting } : state;
}

/** Who accepts the new words answers for the approval that there was, for as long as it was given. A draft stays a draft. */
function accepted(
  { waiting: _, verdict, ...state }: ModuleState,
  { of, by, at }: ChangeOf<'texts-accepted'>,
  dateOf: (at: Date) => LocalDate,
): ModuleState {
  const { approval, textsIds, before } = state;
  return {
    ...state,
    version: state.version + 1,
    textsIds: [...textsIds, of],
    approval: approval.status === 'approved' ? { ...approval, approvedBy: by.name, approvedAt: dateOf(at) } : approval,
    before: { approval, textsIds, ...(before && { before }), ...(verdict && { verdict }) },
  };
}

function approvalAfter(
  { approval: { owner } }: Module,
  verdict: Verdict,
  dateOf: (at: Date) => LocalDate,
): Module['approval'] {
  if (verdict.kind === 'module-returned') return { status: 'utkast', owner };
  const { by, at, validTo } = verdict;
  return { status: 'approved', owner, approvedBy: by.name, approvedAt: dateOf(at), validTo };
}
