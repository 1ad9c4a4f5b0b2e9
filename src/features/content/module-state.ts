import type { Approval } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import type { ChangeOf, ContentChange } from './content-change.ts';

export type Verdict = ChangeOf<'module-approved'> | ChangeOf<'module-returned'>;
export type TextsRead = ChangeOf<'texts-read'>;

type DateOf = (at: Date) => LocalDate;

/** How a module stands after all that was done to it: what holds now, and what waits. */
export type ModuleState = {
  /** See `shownVersion`; one more for each time that the texts were changed or taken back on these files. */
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
  /** The ids of texts that were dropped, or gave way to others, before anybody accepted them, the oldest first. Nobody needs their words. */
  gone: readonly string[];
  /** Of those: what waited for a second person when the files had a new version, so that nobody can accept it any more. */
  outdone: readonly TextsRead[];
  /** The state before the texts that came last. */
  before?: Pick<ModuleState, 'approval' | 'textsIds' | 'before'> & { verdict?: Verdict };
};

/**
 * `base`: as the files have it. What was changed on top of another version of the files holds no longer: those words are gone, and
 * nobody has approved the new ones.
 */
export function moduleState(base: Module, changes: readonly ContentChange[], dateOf: DateOf): ModuleState {
  const state = stateFrom(shownVersion(base, changes, base.version), base, changes, dateOf);
  const before = olderFiles(base, changes, base.version).map((older) => stateOn(older, base, changes));
  const gone = [...new Set([...before.flatMap(unanswered), ...state.gone])];
  return { ...state, gone, outdone: before.flatMap(({ waiting }) => waiting ?? []) };
}

/** The ids of texts that nobody had accepted: those that were gone already first. */
const unanswered = ({ gone, unsent, waiting }: ModuleState): readonly string[] => [
  ...[...gone, ...unsent.map(({ textsId }) => textsId)],
  ...(waiting ? [waiting.textsId] : []),
];

function stateFrom(version: number, base: Module, changes: readonly ContentChange[], dateOf: DateOf): ModuleState {
  const start: ModuleState = { version, approval: base.approval, textsIds: [], unsent: [], gone: [], outdone: [] };
  return changes.reduce<ModuleState>((state, change) => {
    if (!('moduleId' in change) || change.moduleId !== base.moduleId) return state;
    return after(state, change, base, dateOf);
  }, start);
}

/**
 * What a version of the files is called where people see it: one more for each time that the texts were changed or taken back here on older
 * files. So it never falls, and no number is ever given to two texts.
 */
export function shownVersion(base: Module, changes: readonly ContentChange[], version: number): number {
  return olderFiles(base, changes, version)
    .map((older) => stateOn(older, base, changes).version - older)
    .reduce((sum, times) => sum + times, version);
}

/** The texts that held on the last older files where any were changed here, the oldest first. */
export function textsOnOlderFiles(base: Module, changes: readonly ContentChange[]): readonly string[] {
  const last = olderFiles(base, changes, base.version)
    .filter((older) => stateOn(older, base, changes).version > older)
    .at(-1);
  return last === undefined ? [] : stateOn(last, base, changes).textsIds;
}

const olderFiles = ({ moduleId }: Module, changes: readonly ContentChange[], version: number): readonly number[] => {
  const read = changes.flatMap((change) =>
    change.kind === 'texts-read' && change.moduleId === moduleId ? [change] : [],
  );
  return [...new Set(read.map(({ onFiles }) => onFiles))].filter((older) => older < version).toSorted((a, b) => a - b);
};

/** How the module stood on such files, its version counted from theirs. Nobody asks for the days. */
const stateOn = (version: number, base: Module, changes: readonly ContentChange[]): ModuleState =>
  stateFrom(version, { ...base, version }, changes, () => '0000-01-01');

/** Of every module, by its id. */
export const moduleStates = (
  modules: readonly Module[],
  changes: readonly ContentChange[],
  dateOf: DateOf,
): ModuleStates => new Map(modules.map((base) => [base.moduleId, moduleState(base, changes, dateOf)]));
export type ModuleStates = ReadonlyMap<string, ModuleState>;

function after(state: ModuleState, change: ContentChange, base: Module, dateOf: DateOf): ModuleState {
  switch (change.kind) {
    case 'module-approved':
    case 'module-returned': {
      const isOfThis = change.version === state.version && (change.onFiles ?? change.version) === base.version;
      return isOfThis ? { ...state, verdict: change, approval: approvalAfter(base, change, dateOf) } : state;
    }
    case 'texts-read':
      return change.onFiles === base.version ? read(state, change) : state;
    case 'texts-sent': {
      const sent = state.unsent.find(({ textsId }) => textsId === change.of);
      return sent ? sentTo(state, sent) : state;
    }
    case 'texts-dropped':
      return dropped(state, change.of);
    case 'texts-accepted':
      return state.waiting?.textsId === change.of ? accepted(state, change, dateOf) : state;
    case 'texts-taken-back': {
      const { before, ...now } = state;
      if (!before || now.textsIds.at(-1) !== change.of) return state;
      const { verdict: _, ...rest } = now;
      // What waits names the version that is gone by this: nobody could accept it, and it would stand in the way of others.
      return { ...withoutWaiting(rest), ...before, version: state.version + 1 };
    }
    default:
      return state;
  }
}

const without = ({ unsent }: ModuleState, id: string): readonly TextsRead[] =>
  unsent.filter(({ textsId }) => textsId !== id);

/** Nobody has two workbooks under way: the one that was read last is meant. */
function read(state: ModuleState, texts: TextsRead): ModuleState {
  const replaced = state.unsent.filter(({ by }) => by.personId === texts.by.personId);
  const now = replaced.reduce((so, { textsId }) => withGone(so, textsId), state);
  return { ...now, unsent: [...state.unsent, texts] };
}

/** Histories from before a newer workbook took the place of one that was not sent may have sent the older one: it stands. */
function sentTo(state: ModuleState, sent: TextsRead): ModuleState {
  const id = sent.textsId;
  const { gone, ...now } = withoutWaiting(state);
  return { ...now, gone: gone.filter((one) => one !== id), waiting: sent, unsent: without(state, id) };
}

function dropped(state: ModuleState, id: string): ModuleState {
  if (state.waiting?.textsId === id) return withoutWaiting(state);
  if (!state.unsent.some(({ textsId }) => textsId === id)) return state;
  return withGone({ ...state, unsent: without(state, id) }, id);
}

const withoutWaiting = ({ waiting, ...state }: ModuleState): ModuleState =>
  waiting ? withGone(state, waiting.textsId) : state;

const withGone = (state: ModuleState, id: string): ModuleState =>
  state.gone.includes(id) ? state : { ...state, gone: [...state.gone, id] };

/** Who accepts the new words answers for the approval that there was, for as long as it was given. A draft stays a draft. */
function accepted(
  { waiting: _, verdict, ...state }: ModuleState,
  { of, by, at }: ChangeOf<'texts-accepted'>,
  dateOf: DateOf,
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

function approvalAfter({ approval: { owner } }: Module, verdict: Verdict, dateOf: DateOf): Module['approval'] {
  if (verdict.kind === 'module-returned') return { status: 'utkast', owner };
  const { by, at, validTo } = verdict;
  return { status: 'approved', owner, approvedBy: by.name, approvedAt: dateOf(at), validTo };
}
