import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Approval } from '../../../src/core/approval.ts';
import { type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { adviceStatus, applyAdvice, wordingOf } from '../../../src/features/content/advice-state.ts';
import { applyAllChanges } from '../../../src/features/content/apply-all-changes.ts';
import type { ApplyNeeds } from '../../../src/features/content/apply-changes.ts';
import { checkStatus } from '../../../src/features/content/check-status.ts';
import { type Checkable, checkablesOf, findCheckable } from '../../../src/features/content/checkable.ts';
import type { ContentChange } from '../../../src/features/content/content-change.ts';
import type { ChangeDecision } from '../../../src/features/content/decide-change.ts';
import {
  type AdviceStep,
  decideAdviceApproval,
  decideAdviceConfirmation,
  decideAdviceReturn,
  decideCheck,
  decideCheckConfirmation,
  hasAdvice,
} from '../../../src/features/content/decide-check.ts';
import { decideNumber } from '../../../src/features/content/decide-number.ts';
import type { WholeContent } from '../../../src/features/content/whole-content.ts';
import { asApproved } from '../../../src/features/guide/awaiting.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { aPerson } from '../../support/person-builder.ts';
import { theContent } from '../find/the-content.ts';

const today = '2026-11-23';
const day = { today, confirmBy: '2026-11-24' } as const;
const base: WholeContent = {
  ...{ modules: theContent.catalogue.modules, contacts: theContent.guide.contacts, editors: new Map() },
  ...{ guide: theContent.guide, words: theContent.words },
};
const unn = aPerson('unn', { roles: ['employee', 'coordinator'] });
const ali = aPerson('ali', { roles: ['employee', 'coordinator'] });
const doctor = aPerson('doctor', { answersFor: ['kommuneoverlege'] });
const applying: ApplyNeeds = { dateOf: (at) => localDateAt(at, 'Europe/Oslo'), texts: new Map() };
const inFiles = { contacts: base.contacts, dateOf: applying.dateOf };
let made = 0;

/** The changes with this one added, as it would be stored. */
function withChange(
  changes: readonly ContentChange[],
  decision: ChangeDecision,
  { personId, displayName: name }: Person,
): readonly ContentChange[] {
  if (decision.outcome !== 'changed') throw new TypeError(`nothing changed: ${JSON.stringify(decision)}`);
  made += 1;
  const at = new Date('2026-11-23T09:00:00Z');
  return [...changes, { ...decision.change, changeId: `c${made}`, at, by: { personId, name } }];
}

const contentAfter = (changes: readonly ContentChange[]) => applyAllChanges(base, changes, applying);
const factAfter = (factId: string, changes: readonly ContentChange[]) =>
  found(findCheckable(contentAfter(changes), factId));
const lastId = (changes: readonly ContentChange[]): string => changes.at(-1)?.changeId ?? '';

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('it is not in the content');
  return value;
}

describe('a fact that somebody has looked up', () => {
  test.each(
    [...new Map(checkablesOf(base).map((fact) => [fact.kind, fact])).values()].map((fact) => [fact.kind, fact]),
  )(
    '(%s) is checked today for everybody at once, and holds for half a year when a second person says so',
    (_, fact) => {
      const checked = withChange([], decideCheck(fact, [], unn, day, inFiles), unn);
      expect(factAfter(fact.factId, checked).checkedOn).toBe(today);
      expect(checkStatus(factAfter(fact.factId, checked), checked, today, inFiles)).toMatchObject({
        status: 'waiting',
      });
      const decision = decideCheckConfirmation(fact, checked, ali, { of: lastId(checked), today }, inFiles);
      const confirmed = withChange(checked, decision, ali);
      expect(checkStatus(factAfter(fact.factId, confirmed), confirmed, today, inFiles)).toEqual({ status: 'fresh' });
    },
  );

  const law = found(checkablesOf(base).find(({ kind }) => kind === 'law'));

  test('gets no longer life from one person than that person has, and never a shorter one', () => {
    const checked = withChange([], decideCheck(law, [], unn, day, inFiles), unn);
    expect(factAfter(law.factId, checked).validTo).toBe(law.validTo);
    const { guide } = base;
    const old = {
      ...base,
      guide: { ...guide, laws: guide.laws.map((one) => ({ ...one, validTo: '2026-11-01' as const })) },
    };
    const then = applyAllChanges(old, checked, applying);
    expect(findCheckable(then, law.factId)?.validTo).toBe('2026-11-24');
  });

  test('is not confirmed by who checked it, nor when it was checked anew, nor twice', () => {
    const checked = withChange([], decideCheck(law, [], unn, day, inFiles), unn);
    const confirm = (by: Person, of: string, changes = checked) =>
      decideCheckConfirmation(law, changes, by, { of, today }, inFiles);
    expect(confirm(unn, lastId(checked))).toEqual({ outcome: 'refused', reason: 'same-person' });
    expect(confirm(ali, 'older')).toEqual({ outcome: 'refused', reason: 'other-change' });
    const confirmed = withChange(checked, confirm(ali, lastId(checked)), ali);
    expect(confirm(ali, lastId(checked), confirmed)).toEqual({ outcome: 'unchanged' });
    expect(decideCheck(law, checked, ali, day, inFiles)).toEqual({ outcome: 'unchanged' });
  });

  test('is not checked by who answers for something else', () => {
    expect(decideCheck(law, [], doctor, day, inFiles)).toEqual({ outcome: 'refused', reason: 'not-yours' });
    const lawyer = aPerson('lawyer', { answersFor: ['Kommuneadvokat'] });
    expect(decideCheck(law, [], lawyer, day, inFiles)).toMatchObject({ outcome: 'changed' });
  });

  test('which is a number that waits for its second person: that comes first', () => {
    const contact = found([...base.contacts.values()].find(({ contactId }) => contactId === 'barnevern'));
    const set = withChange([], decideNumber(contact, [], '77001234', day, applying.dateOf), unn);
    const fact: Checkable = found(findCheckable(contentAfter(set), 'contact:barnevern'));
    expect(decideCheck(fact, set, ali, day, inFiles)).toEqual({ outcome: 'refused', reason: 'number-waits' });
  });

  test('in newer files wins over what was checked in the chat before', () => {
    const checked = withChange([], decideCheck(law, [], unn, day, inFiles), unn);
    const { guide } = base;
    const laws = guide.laws.map((one) => ({
      ...one,
      verifiedAt: '2026-12-01' as const,
      validTo: '2026-12-24' as const,
    }));
    const then = applyAllChanges({ ...base, guide: { ...guide, laws } }, checked, applying);
    expect(findCheckable(then, law.factId)).toMatchObject({ checkedOn: '2026-12-01', validTo: '2026-12-24' });
  });
});

describe('advice that waits for a professional', () => {
  const advice: AdviceStep = found(
    [...base.guide.steps.values()]
      .filter(hasAdvice)
      .find((one) => one.awaitsApproval.approval.owner === 'kommuneoverlege'),
  );
  const wording = wordingOf(advice.awaitsApproval);
  const approve = (by: Person, changes: readonly ContentChange[] = [], of = wording) =>
    decideAdviceApproval(advice, changes, by, { ...day, wording: of, validTo: '2027-11-23' }, applying.dateOf);
  const confirm = (by: Person, changes: readonly ContentChange[]) =>
    decideAdviceConfirmation(advice, changes, by, { of: lastId(changes), today }, applying.dateOf);
  const isShown = (changes: readonly ContentChange[], on = today as `${number}-${number}-${number}`): boolean =>
    asApproved(found(contentAfter(changes).guide.steps.get(advice.stepId)), on).awaitsApproval !== undefined;

  test('is shown when the professional and a second person have said yes, with the name of the professional', () => {
    const approved = withChange([], approve(doctor), doctor);
    expect(isShown(approved)).toBe(false);
    const confirmed = withChange(approved, confirm(unn, approved), unn);
    expect(isShown(confirmed)).toBe(true);
    expect(contentAfter(confirmed).guide.steps.get(advice.stepId)?.awaitsApproval?.approval).toMatchObject({
      ...{ status: 'approved', approvedBy: 'doctor Nordmann', owner: 'kommuneoverlege', validTo: '2027-11-23' },
    });
    expect(isShown(confirmed, '2027-11-24')).toBe(false);
  });

  test('is approved by nobody else, coordinators neither, and not twice by the professional', () => {
    expect(approve(unn)).toEqual({ outcome: 'refused', reason: 'not-yours' });
    const approved = withChange([], approve(doctor), doctor);
    expect(confirm(doctor, approved)).toEqual({ outcome: 'refused', reason: 'same-person' });
    expect(approve(doctor, approved)).toEqual({ outcome: 'unchanged' });
  });

  test('in other words than those that were approved is hidden again', () => {
    const approved = withChange([], approve(doctor), doctor);
    const confirmed = withChange(approved, confirm(unn, approved), unn);
    expect(approve(doctor, [], 'other words')).toEqual({ outcome: 'refused', reason: 'other-change' });
    const { awaitsApproval } = advice;
    const reworded = { ...awaitsApproval, dos: [...awaitsApproval.dos, { nb: 'Nytt.', nn: 'Nytt.', en: 'New.' }] };
    expect(adviceStatus(advice.stepId, reworded, confirmed, today)).toEqual({ status: 'hidden' });
  });

  test('which the files show, and which was sent back, is not shown again by one person', () => {
    const who = { owner: 'kommuneoverlege', approvedBy: 'doctor Nordmann' };
    const approval: Approval = { status: 'approved', ...who, approvedAt: '2026-11-01', validTo: '2027-11-01' };
    const inFiles = { ...advice, awaitsApproval: { ...advice.awaitsApproval, approval } };
    const isSeen = (changes: readonly ContentChange[]) =>
      asApproved(applyAdvice(inFiles, changes, applying.dateOf), today).awaitsApproval !== undefined;
    const returned = withChange([], decide('return', unn, []), unn);
    const approved = withChange(returned, approve(doctor, returned), doctor);
    const confirmed = withChange(approved, confirm(unn, approved), unn);
    expect([[], returned, approved, confirmed].map(isSeen)).toEqual([true, false, false, true]);
  });

  test('which newer files show again is decided on anew: what the chat said of it before counts no longer', () => {
    const who = { owner: 'kommuneoverlege', approvedBy: 'Lege i filene', validTo: '2027-11-01' } as const;
    const inFiles = (approvedAt: LocalDate): AdviceStep => {
      const approval: Approval = { status: 'approved', ...who, approvedAt };
      return { ...advice, awaitsApproval: { ...advice.awaitsApproval, approval } };
    };
    const approvalAfter = (changes: readonly ContentChange[], approvedAt: LocalDate) =>
      applyAdvice(inFiles(approvedAt), changes, applying.dateOf).awaitsApproval?.approval;
    const returned = withChange([], decide('return', unn, []), unn);
    expect(approvalAfter(returned, today)).toMatchObject({ status: 'utkast' });
    expect(approvalAfter(returned, '2026-11-24')).toMatchObject({ approvedBy: 'Lege i filene' });
    const approved = withChange(returned, approve(doctor, returned), doctor);
    expect(approvalAfter(approved, '2026-11-24')).toMatchObject({ approvedBy: 'Lege i filene' });
    const confirmed = withChange(approved, confirm(unn, approved), unn);
    expect(approvalAfter(confirmed, today)).toMatchObject({ approvedBy: 'doctor Nordmann' });
    expect(approvalAfter(confirmed, '2026-11-24')).toMatchObject({ approvedBy: 'Lege i filene' });

    const again = { wording, reason: 'wrong-fact' } as const;
    const returnOf = (step: AdviceStep) => decideAdviceReturn(step, returned, unn, again, applying.dateOf);
    expect(returnOf(inFiles(today))).toEqual({ outcome: 'unchanged' });
    expect(returnOf(inFiles('2026-11-24'))).toMatchObject({ outcome: 'changed' });
    const approveAgain = (step: AdviceStep) =>
      decideAdviceApproval(step, confirmed, doctor, { ...day, wording, validTo: '2027-11-23' }, applying.dateOf);
    expect(approveAgain(inFiles(today))).toEqual({ outcome: 'unchanged' });
    expect(approveAgain(inFiles('2026-11-24'))).toMatchObject({ outcome: 'changed' });
  });

  test('stands while a new date waits for a second person', () => {
    const approved = withChange([], approve(doctor), doctor);
    const confirmed = withChange(approved, confirm(unn, approved), unn);
    const again = decideAdviceApproval(
      advice,
      confirmed,
      doctor,
      { ...day, wording, validTo: '2028-01-01' },
      applying.dateOf,
    );
    expect(isShown(withChange(confirmed, again, doctor))).toBe(true);
  });

  test('whatever happens to it, is shown only after a yes of the professional and one of somebody else, with no return since', () => {
    const step = fc.constantFrom('approve', 'confirm', 'return');
    const by = fc.constantFrom(doctor, unn, ali);
    fc.assert(
      fc.property(fc.array(fc.tuple(step, by), { maxLength: 12 }), (acts) => {
        let changes: readonly ContentChange[] = [];
        for (const [act, person] of acts) {
          const decision = decide(act, person, changes);
          if (decision.outcome === 'changed') changes = withChange(changes, decision, person);
        }
        expect(isShown(changes)).toBe(wasAgreed(changes));
      }),
    );
  });

  function decide(act: 'approve' | 'confirm' | 'return', person: Person, changes: readonly ContentChange[]) {
    if (act === 'approve') return approve(person, changes);
    if (act === 'confirm') return confirm(person, changes);
    return decideAdviceReturn(advice, changes, person, { wording, reason: 'wrong-fact' }, applying.dateOf);
  }

  /** Said in another way than the code says it: pairs of an approval and a confirmation after the last return. */
  function wasAgreed(changes: readonly ContentChange[]): boolean {
    const since = changes.slice(changes.findLastIndex(({ kind }) => kind === 'advice-returned') + 1);
    return since.some(
      (change) =>
        change.kind === 'advice-confirmed' &&
        since.some(
          ({ kind, changeId, by: { personId } }) =>
            kind === 'advice-approved' &&
            changeId === change.of &&
            personId === 'doctor' &&
            change.by.personId !== 'doctor',
        ),
    );
  }
});
