import { describe, expect, test } from 'vitest';
import { type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { applyAllChanges } from '../../../src/features/content/apply-all-changes.ts';
import { applyCheck, checkState } from '../../../src/features/content/apply-checks.ts';
import { applyContact } from '../../../src/features/content/apply-contact.ts';
import { checkStatus } from '../../../src/features/content/check-status.ts';
import { findCheckable } from '../../../src/features/content/checkable.ts';
import type { ContentChange } from '../../../src/features/content/content-change.ts';
import { decideCheck, decideCheckConfirmation } from '../../../src/features/content/decide-check.ts';
import { decideNumber } from '../../../src/features/content/decide-number.ts';
import type { WholeContent } from '../../../src/features/content/whole-content.ts';
import type { Contact } from '../../../src/features/guide/facts.ts';
import { staleThings } from '../../../src/features/owners/stale-things.ts';
import { waitingThings } from '../../../src/features/owners/waiting-things.ts';
import { listWaiting } from '../../../src/packs/export/list-waiting.ts';
import { words } from '../../support/module-builder.ts';
import { aPerson } from '../../support/person-builder.ts';
import { theContent } from '../find/the-content.ts';

const ppt: Contact = {
  ...{ contactId: 'ppt', kind: 'ppt', units: [], name: words('PPT'), use: words('råd'), isExample: false },
  ...{ number: '77 00 12 34', source: 'kommunen', verifiedAt: '2026-01-10', owner: 'PPT-leder', validTo: '2026-03-01' },
};
const factId = 'contact:ppt';
const dateOf = (at: Date) => localDateAt(at, 'Europe/Oslo');
const kari = { personId: 'kari', name: 'Kari Nordmann' };
const per = { personId: 'per', name: 'Per Vik' };
const on = (day: LocalDate) => ({ changeId: `on-${day}`, at: new Date(`${day}T09:00:00Z`), by: kari });

const checked = (day: LocalDate, confirmBy: LocalDate): ContentChange => ({
  ...{ kind: 'fact-checked', ...on(day), factId, confirmBy },
});
const confirmed = (of: LocalDate, validTo: LocalDate): ContentChange => ({
  ...{ kind: 'fact-confirmed', ...on(of), changeId: `confirmed-${of}`, by: per, factId, of: `on-${of}`, validTo },
});
const set = (day: LocalDate, number: string, confirmBy: LocalDate): ContentChange => ({
  ...{ kind: 'number-set', ...on(day), contactId: 'ppt', number, confirmBy },
});
const numberConfirmed = (of: LocalDate): ContentChange => ({
  ...{ kind: 'number-confirmed', ...on(of), changeId: `sure-${of}`, by: per, contactId: 'ppt', of: `on-${of}` },
  validTo: '2027-03-01',
});
const byTwo = [checked('2026-06-01', '2026-06-02'), confirmed('2026-06-01', '2026-11-28')];

describe('a fact that two people have checked', () => {
  const pptAfter = (changes: readonly ContentChange[], fact = ppt) =>
    applyCheck(fact, checkState(factId, changes), { dateOf });

  test('loses no day when one of them checks it again, and gets that day as the one it was checked on', () => {
    const again = [...byTwo, checked('2026-09-01', '2026-09-02')];
    expect(pptAfter(byTwo)).toMatchObject({ verifiedAt: '2026-06-01', validTo: '2026-11-28' });
    expect(pptAfter(again)).toMatchObject({ verifiedAt: '2026-09-01', validTo: '2026-11-28' });
    const byTwoAgain = [...again, confirmed('2026-09-01', '2027-02-28')];
    expect(pptAfter([...byTwoAgain, checked('2026-10-01', '2026-10-02')])).toMatchObject({ validTo: '2027-02-28' });
  });

  test('holds to the day that newer files say, when one person checks it after them', () => {
    const newer: Contact = { ...ppt, verifiedAt: '2026-08-01', validTo: '2026-10-01' };
    expect(pptAfter([...byTwo, checked('2026-09-01', '2026-09-02')], newer)).toMatchObject({ validTo: '2026-10-01' });
  });
});

describe('a number that two people have checked', () => {
  const decide = (changes: readonly ContentChange[], typed: string, today: LocalDate) =>
    decideNumber(ppt, changes, typed, { confirmBy: '2026-12-24', today }, dateOf);

  test('and that is typed again is so already, until the day they gave it', () => {
    expect(decide(byTwo, '77001234', '2026-11-28')).toEqual({ outcome: 'unchanged' });
    expect(decide(byTwo, '77001234', '2026-11-29')).toMatchObject({ outcome: 'changed' });
    expect(decide(byTwo, '77005678', '2026-11-01')).toMatchObject({ outcome: 'changed' });
  });

  test('keeps that day when the same digits were set since, and loses it with other digits', () => {
    const same = [...byTwo, set('2026-09-01', '77 00 12 34', '2026-09-02')];
    expect(applyContact(ppt, same, dateOf)).toMatchObject({ number: '77 00 12 34', validTo: '2026-11-28' });
    const other = [...byTwo, set('2026-09-01', '77 00 56 78', '2026-09-02')];
    expect(applyContact(ppt, other, dateOf)).toMatchObject({ number: '77 00 56 78', validTo: '2026-09-02' });
    const back = [...other, set('2026-09-03', '77 00 12 34', '2026-09-04')];
    expect(applyContact(ppt, back, dateOf)).toMatchObject({ validTo: '2026-09-04' });
  });
});

describe('a check of digits that stand no more', () => {
  const files = { contacts: new Map([['ppt', ppt]]), dateOf };
  const changes = [checked('2026-08-01', '2026-08-03'), set('2026-09-01', '77 00 56 78', '2026-09-02')];
  const sure = [...changes, numberConfirmed('2026-09-01')];
  const unn = aPerson('unn', { roles: ['employee', 'coordinator'] });
  const today = '2026-09-03';

  function contentAfter(done: readonly ContentChange[], contacts = files.contacts): WholeContent {
    const { guide } = theContent;
    const base = { modules: [], editors: new Map(), words: [], contacts, guide: { ...guide, contacts, laws: [] } };
    return applyAllChanges(base, done, { dateOf, texts: new Map() });
  }
  const fact = (done: readonly ContentChange[]) => {
    const found = findCheckable(contentAfter(done), factId);
    if (!found) throw new TypeError('the number is in no list');
    return found;
  };

  test('waits for nobody, and the new number can be checked', () => {
    const waiting = waitingThings(contentAfter(sure), { changes: sure, states: new Map() }, today, files);
    expect(waiting).toEqual([]);
    expect(
      waitingThings(contentAfter(changes), { changes: changes, states: new Map() }, today, files).map(
        ({ thing }) => thing,
      ),
    ).toEqual(['number']);
    expect(checkStatus(fact(sure), sure, today, files)).toEqual({ status: 'fresh' });
    const day = { today, confirmBy: '2026-09-04' } as const;
    expect(decideCheck(fact(sure), sure, unn, day, files)).toMatchObject({ outcome: 'changed' });
    expect(listWaiting(sure, { ...files, modules: [], steps: new Map() })).toEqual([]);
  });

  test('cannot be confirmed from an old card', () => {
    const asked = { of: 'on-2026-08-01', today } as const;
    const refused = { outcome: 'refused', reason: 'other-change' };
    expect(decideCheckConfirmation(fact(sure), sure, unn, asked, files)).toEqual(refused);
  });

  test('hides nothing that has gone stale: the number is told of as every other', () => {
    const things = staleThings(contentAfter(sure), { changes: sure, states: new Map() }, '2027-03-02', files);
    expect(things.find(({ id }) => id === factId)?.reason).toEqual({ why: 'run-out', on: '2027-03-01' });
  });

  test('is one of the files too, when they have other digits since', () => {
    const newer = new Map([['ppt', { ...ppt, number: '77 00 56 78', verifiedAt: '2026-08-15' } as const]]);
    const old = changes.slice(0, 1);
    expect(
      waitingThings(contentAfter(old, newer), { changes: old, states: new Map() }, today, { contacts: newer, dateOf }),
    ).toEqual([]);
    expect(
      waitingThings(contentAfter(old), { changes: old, states: new Map() }, today, files).map(({ thing }) => thing),
    ).toEqual(['fact']);
  });
});
