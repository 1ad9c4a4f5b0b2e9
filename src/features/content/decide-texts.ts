import type { LocalDate } from '../../core/local-date.ts';
import { isShown } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import { unwrittenIn } from '../catalogue/unwritten.ts';
import type { ContentChange } from './content-change.ts';
import type { ChangeDecision, RefusalReason } from './decide-change.ts';
import { moduleState } from './module-state.ts';

type Asked = { of: string; personId: string };
type DateOf = (at: Date) => LocalDate;

const refused = (reason: RefusalReason): ChangeDecision => ({ outcome: 'refused', reason });

/** New texts for `version` were read, and are kept for who sent them. One waits at a time, so that two never change the same module unseen. */
export function decideReading(
  base: Module,
  changes: readonly ContentChange[],
  { textsId, version, count, personId }: { textsId: string; version: number; count: number; personId: string },
  dateOf: DateOf,
): ChangeDecision {
  const state = moduleState(base, changes, dateOf);
  if (version !== state.version) return refused('other-version');
  if (state.waiting && state.waiting.by.personId !== personId) return refused('other-texts-wait');
  const { moduleId } = base;
  return {
    outcome: 'changed',
    change: { kind: 'texts-read', moduleId, textsId, version, onFiles: base.version, count },
  };
}

/** Lays texts before a second person. What the same person sent before is replaced. */
export function decideSending(
  base: Module,
  changes: readonly ContentChange[],
  { of, personId, confirmBy }: Asked & { confirmBy: LocalDate },
  dateOf: DateOf,
): ChangeDecision {
  const { version, waiting, unsent, gone } = moduleState(base, changes, dateOf);
  if (waiting?.textsId === of) return { outcome: 'unchanged' };
  const read = unsent.find(({ textsId }) => textsId === of);
  if (!read || read.by.personId !== personId || gone.includes(of)) return refused('texts-gone');
  if (read.version !== version) return refused('other-version');
  if (waiting && waiting.by.personId !== personId) return refused('other-texts-wait');
  return { outcome: 'changed', change: { kind: 'texts-sent', moduleId: base.moduleId, of, confirmBy } };
}

/** Anybody who looks after the content may drop texts that wait; what is not sent is dropped by who sent it. */
export function decideDropping(
  base: Module,
  changes: readonly ContentChange[],
  { of, personId }: Asked,
  dateOf: DateOf,
): ChangeDecision {
  const { waiting, unsent, textsIds } = moduleState(base, changes, dateOf);
  if (textsIds.includes(of)) return refused('texts-gone');
  const own = unsent.some(({ textsId, by }) => textsId === of && by.personId === personId);
  if (waiting?.textsId !== of && !own) return { outcome: 'unchanged' };
  return { outcome: 'changed', change: { kind: 'texts-dropped', moduleId: base.moduleId, of } };
}

export function decideAccepting(
  base: Module,
  changes: readonly ContentChange[],
  { of, personId }: Asked,
  dateOf: DateOf,
): ChangeDecision {
  const { version, waiting, textsIds } = moduleState(base, changes, dateOf);
  if (textsIds.includes(of)) return { outcome: 'unchanged' };
  if (waiting?.textsId !== of) return refused('texts-gone');
  if (waiting.by.personId === personId) return refused('same-person-texts');
  if (waiting.version !== version) return refused('other-version');
  return { outcome: 'changed', change: { kind: 'texts-accepted', moduleId: base.moduleId, of } };
}

/** Back to the words from before. At once: somebody has read them already. Only the texts that came last. */
export function decideTakingBack(
  base: Module,
  changes: readonly ContentChange[],
  { of }: Pick<Asked, 'of'>,
  dateOf: DateOf,
): ChangeDecision {
  const { textsIds } = moduleState(base, changes, dateOf);
  if (textsIds.at(-1) === of) {
    return { outcome: 'changed', change: { kind: 'texts-taken-back', moduleId: base.moduleId, of } };
  }
  return textsIds.includes(of) ? refused('not-last-texts') : { outcome: 'unchanged' };
}

/**
 * The module as people see it, `now` and after the decision (`next`): what has something unwritten in it nobody is shown, so that words
 * which say so would take it away from all who are in the middle of it.
 */
export function refuseHiding(decision: ChangeDecision, { now, next }: { now: Module; next: Module }): ChangeDecision {
  const hides = decision.outcome === 'changed' && isShown(now) && unwrittenIn(next) !== undefined;
  return hides ? refused('not-written') : decision;
}
