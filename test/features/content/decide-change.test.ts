import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { isShown } from '../../../src/features/catalogue/catalogue.ts';
import type { Module } from '../../../src/features/catalogue/module.ts';
import { notWritten } from '../../../src/features/catalogue/unwritten.ts';
import { applyChanges, withdrawnFromOlder } from '../../../src/features/content/apply-changes.ts';
import { applyContact } from '../../../src/features/content/apply-contact.ts';
import type { ContentChange } from '../../../src/features/content/content-change.ts';
import { moduleStatus, numberStatus } from '../../../src/features/content/content-status.ts';
import {
  type ChangeDecision,
  decideApproval,
  decideRestoring,
  decideReturn,
  decideWithdrawal,
} from '../../../src/features/content/decide-change.ts';
import { decideConfirmation, decideNumber } from '../../../src/features/content/decide-number.ts';
import { moduleState } from '../../../src/features/content/module-state.ts';
import { readNumber } from '../../../src/features/content/own-number.ts';
import type { Contact } from '../../../src/features/guide/facts.ts';
import { aModule, words } from '../../support/module-builder.ts';

const today = '2026-11-23';
const module = aModule('m', { version: 2 });
const ppt: Contact = {
  ...{ contactId: 'ppt', kind: 'ppt', units: [], name: words('PPT'), use: words('råd'), isExample: true },
  ...{ source: 'kommunen', verifiedAt: '2026-11-01', owner: 'PPT-leder', validTo: '2027-05-01' },
};
const kari = { personId: 'kari', name: 'Kari Nordmann' };
const per = { personId: 'per', name: 'Per Vik' };
let made = 0;

/** The changes with this one added, as it would be stored. */
function withChange(changes: readonly ContentChange[], decision: ChangeDecision, by = kari): readonly ContentChange[] {
  if (decision.outcome !== 'changed') throw new TypeError(`nothing changed: ${JSON.stringify(decision)}`);
  made += 1;
  return [...changes, { ...decision.change, changeId: `c${made}`, at: new Date('2026-11-23T09:00:00Z'), by }];
}

const dateOf = (at: Date) => localDateAt(at, 'Europe/Oslo');
const applying = { dateOf, texts: new Map() };
const statusAfter = (changes: readonly ContentChange[], on: LocalDate) =>
  moduleStatus(moduleState(module, changes, dateOf), on);
const moduleAfter = (changes: readonly ContentChange[]) =>
  applyChanges({ modules: [module], editors: new Map() }, changes, applying).modules[0] ?? module;
const pptAfter = (changes: readonly ContentChange[]) => applyContact(ppt, changes, dateOf);

describe('a module', () => {
  const approve = (changes: readonly ContentChange[], version = 2) =>
    decideApproval(module, changes, { version, validTo: '2027-11-23', now: module }, today);

  test('is approved by name, until the day that was chosen', () => {
    const changes = withChange([], approve([]));
    expect(moduleAfter(changes).approval).toEqual({
      ...{ status: 'approved', owner: 'BTI-koordinator', approvedBy: 'Kari Nordmann' },
      ...{ approvedAt: '2026-11-23', validTo: '2027-11-23' },
    });
    expect(statusAfter(changes, today)).toMatchObject({
      status: 'approved',
      by: 'Kari Nordmann',
    });
    expect(statusAfter(changes, '2027-11-24')).toMatchObject({ status: 'run-out' });
  });

  test('approved once more with the same date changes nothing', () => {
    expect(approve(withChange([], approve([])))).toEqual({ outcome: 'unchanged' });
  });

  test('is not approved on a card of another version, for yesterday, or for three years', () => {
    expect(approve([], 1)).toEqual({ outcome: 'refused', reason: 'other-version' });
    const until = (validTo: '2026-11-23' | '2029-11-23') =>
      decideApproval(module, [], { version: 2, validTo, now: module }, today);
    expect(until('2026-11-23')).toEqual({ outcome: 'refused', reason: 'date-past' });
    expect(until('2029-11-23')).toEqual({ outcome: 'refused', reason: 'date-too-far' });
  });

  test('is a draft again when somebody sends it back, and when the files have a new version', () => {
    const approved = withChange([], approve([]));
    const returned = withChange(
      approved,
      decideReturn(module, approved, { version: 2, reason: 'wrong-fact' }, today),
      per,
    );
    expect(moduleAfter(returned).approval.status).toBe('utkast');
    expect(statusAfter(returned, today)).toMatchObject({ status: 'returned', by: 'Per Vik' });
    const next = applyChanges({ modules: [{ ...module, version: 3 }], editors: new Map() }, approved, applying);
    expect(next.modules[0]?.approval.status).toBe('utkast');
  });

  test('that was hidden until it was approved stays in sight when its next version is a draft', () => {
    const hidden = { ...module, isHiddenUntilApproved: true };
    const approved = withChange([], approve([]));
    const next = applyChanges({ modules: [{ ...hidden, version: 3 }], editors: new Map() }, approved, applying);
    expect(next.modules[0]).toMatchObject({ isHiddenUntilApproved: false, approval: { status: 'utkast' } });
  });

  test('loses a card and gets it back in its place, and never loses the last one', () => {
    const idsAfter = (changes: readonly ContentChange[]) => moduleAfter(changes).cards.map(({ cardId }) => cardId);
    let changes = withChange([], decideWithdrawal(module, [], { cardId: 'ser' }));
    expect(idsAfter(changes)).toEqual(['deler', 'handler']);
    expect(decideWithdrawal(module, changes, { cardId: 'ser' })).toEqual({ outcome: 'unchanged' });
    changes = withChange(changes, decideWithdrawal(module, changes, { cardId: 'deler' }));
    expect(decideWithdrawal(module, changes, { cardId: 'handler' })).toEqual({
      outcome: 'refused',
      reason: 'last-card',
    });
    expect(decideWithdrawal(module, changes, { cardId: 'borte' })).toEqual({ outcome: 'refused', reason: 'gone' });
    changes = withChange(changes, decideRestoring(module, changes, { cardId: 'ser', now: module }));
    expect(idsAfter(changes)).toEqual(['ser', 'handler']);
    expect(decideRestoring(module, changes, { cardId: 'ser', now: module })).toEqual({ outcome: 'unchanged' });
  });
});

test('a card that was taken away stays away when the files have a new version, and is one to look at until it is brought back', () => {
  const without = withChange([], decideWithdrawal(module, [], { cardId: 'ser' }));
  const next = { ...module, version: 3 };
  const [seen] = applyChanges({ modules: [next], editors: new Map() }, without, applying).modules;
  expect(seen?.cards.map(({ cardId }) => cardId)).not.toContain('ser');
  expect([...withdrawnFromOlder(module, without)]).toEqual([]);
  expect([...withdrawnFromOlder(next, without)]).toEqual(['ser']);
  const back = withChange(without, decideRestoring(next, without, { cardId: 'ser', now: next }));
  expect([...withdrawnFromOlder(next, back)]).toEqual([]);
  const again = withChange(back, decideWithdrawal(next, back, { cardId: 'ser' }));
  expect([...withdrawnFromOlder(next, again)]).toEqual([]);
});

describe('a module that is not written yet', () => {
  const card = (cardId: string, text: string) => ({ cardId, heading: words(cardId), text: words(text), links: [] });
  const half = { ...module, cards: [card('ser', 'Skriv det du ser.'), card('deler', notWritten)] };
  const approve = (now: Module, changes: readonly ContentChange[] = []) =>
    decideApproval(half, changes, { version: 2, validTo: '2027-11-23', now }, today);
  const refused = { outcome: 'refused', reason: 'not-written' };

  test('is not approved while a card, the case of the meeting, a feedback or only one language lacks its words', () => {
    const stages = module.group.stages.map((stage) =>
      stage.kind === 'case' ? { ...stage, ask: words(notWritten) } : stage,
    );
    expect(approve(half)).toEqual(refused);
    expect(approve({ ...module, group: { ...module.group, stages } })).toEqual(refused);
    expect(approve({ ...module, title: { ...words('Modul'), nn: notWritten } })).toEqual(refused);
    const [first, ...quiz] = module.quiz;
    const options = (first?.options ?? []).map((option) => ({ ...option, feedback: words(notWritten) }));
    expect(approve({ ...module, quiz: first ? [{ ...first, options }, ...quiz] : [] })).toEqual(refused);
  });

  test('is approved when a workbook has its words, and when the card without words is taken away', () => {
    expect(approve(module).outcome).toBe('changed');
    const without = withChange([], decideWithdrawal(half, [], { cardId: 'deler' }));
    expect(approve(half, without).outcome).toBe('changed');
  });

  test('does not get its unwritten card back once people see it, as a draft or approved; before that it does', () => {
    const without = withChange([], decideWithdrawal(half, [], { cardId: 'deler' }));
    const restored = (changes: readonly ContentChange[], now: Module) =>
      decideRestoring(half, changes, { cardId: 'deler', now });
    expect(restored(without, { ...half, isHiddenUntilApproved: true }).outcome).toBe('changed');
    expect(restored(without, half)).toEqual(refused);
    const approved = withChange(without, approve(half, without));
    expect(restored(approved, half)).toEqual(refused);
    expect(restored(approved, { ...half, cards: [card('ser', 'Se.'), card('deler', 'Del.')] }).outcome).toBe('changed');
  });

  test('is in no catalogue, whatever was approved', () => {
    const done = withChange([], decideApproval(module, [], { version: 2, validTo: '2027-11-23', now: module }, today));
    const { approval } = moduleAfter(done);
    expect(approval.status).toBe('approved');
    expect(isShown({ ...half, approval })).toBe(false);
    expect(isShown(half)).toBe(false);
    expect(isShown(module)).toBe(true);
  });
});

describe('sending back', () => {
  test('without a reason asks for one', () => {
    expect(decideReturn(module, [], { version: 2, reason: undefined }, today)).toEqual({
      ...{ outcome: 'refused', reason: 'no-reason' },
    });
  });
});

describe('a number', () => {
  const set = (changes: readonly ContentChange[], typed: string) =>
    decideNumber(ppt, changes, typed, { confirmBy: '2026-11-24', today }, dateOf);

  test('is live at once, waits for a second person, and is shown as unchecked when the day is over', () => {
    const changes = withChange([], set([], '77 00 12 34'));
    expect(pptAfter(changes)).toMatchObject({ number: '77 00 12 34', isExample: false, validTo: '2026-11-24' });
    expect(numberStatus(pptAfter(changes), changes, today)).toMatchObject({
      status: 'waiting',
      confirmBy: '2026-11-24',
    });
  });

  test('is confirmed by another than who set it, and then holds for half a year', () => {
    const changes = withChange([], set([], '77001234'));
    const of = changes[0]?.changeId ?? '';
    expect(decideConfirmation(ppt, changes, { of, personId: 'kari' }, today, dateOf)).toEqual({
      ...{ outcome: 'refused', reason: 'same-person' },
    });
    const confirmed = withChange(
      changes,
      decideConfirmation(ppt, changes, { of, personId: 'per' }, today, dateOf),
      per,
    );
    expect(pptAfter(confirmed)).toMatchObject({ number: '77 00 12 34', validTo: '2027-05-22' });
    expect(numberStatus(pptAfter(confirmed), confirmed, today)).toEqual({ status: 'fresh' });
    expect(decideConfirmation(ppt, confirmed, { of, personId: 'per' }, today, dateOf)).toEqual({
      outcome: 'unchanged',
    });
  });

  test('that was set anew waits anew: the old confirmation is for the old one', () => {
    const first = withChange([], set([], '77001234'));
    const of = first[0]?.changeId ?? '';
    const second = withChange(first, set(first, '77005678'), per);
    expect(decideConfirmation(ppt, second, { of, personId: 'per' }, today, dateOf)).toEqual({
      ...{ outcome: 'refused', reason: 'other-number' },
    });
    expect(numberStatus(pptAfter(second), second, today)).toMatchObject({ status: 'waiting', by: 'Per Vik' });
  });

  test('that it has already changes nothing, and a national one is not changed here', () => {
    const changes = withChange([], set([], '77001234'));
    expect(set(changes, '+47 770 01 234')).toEqual({ outcome: 'unchanged' });
    const police: Contact = { ...ppt, contactId: 'police', kind: 'emergency', number: '112' };
    expect(decideNumber(police, [], '77001234', { confirmBy: '2026-11-24', today }, dateOf)).toEqual({
      outcome: 'refused',
      reason: 'national',
    });
  });

  test('that has run out is set again with the same digits, and waits for a second person anew', () => {
    const changes = withChange([], set([], '77001234'));
    const later = { confirmBy: '2027-07-02', today: '2027-07-01' } as const;
    expect(decideNumber(ppt, changes, '77001234', later, dateOf)).toMatchObject({ outcome: 'changed' });
    const ofFiles: Contact = { ...ppt, number: '77 00 12 34' };
    expect(decideNumber(ofFiles, [], '77001234', later, dateOf)).toMatchObject({ outcome: 'changed' });
    expect(decideNumber(ofFiles, [], '77001234', { confirmBy: '2026-11-24', today }, dateOf)).toEqual({
      outcome: 'unchanged',
    });
  });

  test.each([
    ['77001234', '77 00 12 34'],
    ['  +47 912 34 567 ', '912 34 567'],
    ['0047 91234567', '912 34 567'],
    ['80 00 12 34', '800 01 234'],
    ['02800', '02800'],
    ['116117', '116 117'],
  ])('%j is read as %s', (typed, number) => {
    expect(readNumber(typed)).toBe(number);
  });

  test.each([
    '112',
    '113',
    '110',
    '',
    'ring meg',
    '1234567',
    '123456789',
    '11111111',
    '=1+1',
    '12345',
    'Kari 77001234',
  ])('%j is none', (typed) => {
    expect(readNumber(typed)).toBeUndefined();
  });

  test('read again is the same', () => {
    const digits = fc.integer({ min: 20_000_000, max: 99_999_999 }).map(String);
    fc.assert(
      fc.property(digits, (typed) => {
        const number = readNumber(typed);
        expect(number?.replaceAll(' ', '')).toBe(typed);
        expect(number && readNumber(number)).toBe(number);
      }),
      { seed: 20261126 },
    );
  });
});
