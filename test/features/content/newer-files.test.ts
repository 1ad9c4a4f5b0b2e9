import { describe, expect, test } from 'vitest';
import { type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { applyAllChanges } from '../../../src/features/content/apply-all-changes.ts';
import { applyContact } from '../../../src/features/content/apply-contact.ts';
import {
  decideDetails,
  decideDetailsConfirmation,
  lastDetails,
} from '../../../src/features/content/contact-details.ts';
import type { ContentChange } from '../../../src/features/content/content-change.ts';
import { contactStatus } from '../../../src/features/content/content-status.ts';
import type { ChangeDecision } from '../../../src/features/content/decide-change.ts';
import { decideConfirmation, decideNumber } from '../../../src/features/content/decide-number.ts';
import { outdoneOf, standingOf } from '../../../src/features/content/newer-files.ts';
import type { TypedDetails } from '../../../src/features/content/typed-details.ts';
import type { Contact } from '../../../src/features/guide/facts.ts';
import { waitingThings } from '../../../src/features/owners/waiting-things.ts';
import { listWaiting } from '../../../src/packs/export/list-waiting.ts';
import { words } from '../../support/module-builder.ts';
import { theContent } from '../find/the-content.ts';

const barnevern: Contact = {
  ...{ contactId: 'barnevern', kind: 'child-welfare', units: [], name: words('Barnevernet'), use: words('råd') },
  ...{ number: '77 00 12 34', source: 'kommunen', verifiedAt: '2026-01-02', owner: 'Barnevernleder' },
  ...{ validTo: '2026-07-01', isExample: false },
};
const dateOf = (at: Date) => localDateAt(at, 'Europe/Oslo');
const kari = { personId: 'kari', name: 'Kari Nordmann' };
const per = { personId: 'per', name: 'Per Vik' };

/** The changes with this one more. */
function withChange(changes: readonly ContentChange[], day: LocalDate, decision: ChangeDecision, by = kari) {
  if (decision.outcome !== 'changed') throw new TypeError(`nothing changed: ${JSON.stringify(decision)}`);
  const made = { changeId: `c${changes.length}`, at: new Date(`${day}T09:00:00Z`), by };
  return [...changes, { ...decision.change, ...made }];
}
const last = (changes: readonly ContentChange[]) => changes.at(-1)?.changeId ?? '';
const seen = (files: Contact, changes: readonly ContentChange[], today: LocalDate) =>
  applyContact(files, changes, dateOf, today);
const statusOn = (files: Contact, changes: readonly ContentChange[], today: LocalDate) =>
  contactStatus(seen(files, changes, today), standingOf(files, changes, dateOf), today);

function withNumber(day: LocalDate, typed: string, changes: readonly ContentChange[] = []) {
  const when = { confirmBy: '2026-01-16', today: day } as const;
  return withChange(changes, day, decideNumber(barnevern, changes, typed, when, dateOf));
}
function confirmed(changes: readonly ContentChange[], day: LocalDate) {
  const asked = { of: last(changes), personId: 'per' };
  return withChange(changes, day, decideConfirmation(barnevern, changes, asked, day, dateOf), per);
}

describe('a number that was set in the chat', () => {
  const byOne = withNumber('2026-01-15', '77005678');
  const byTwo = confirmed(byOne, '2026-01-16');
  const released = (verifiedAt: LocalDate, number = '77 00 99 99'): Contact => ({
    ...{ ...barnevern, verifiedAt, number, validTo: '2026-09-01' },
  });
  const march = released('2026-03-01');

  test('gives way to files that were checked on a later day, also where two people stood behind it', () => {
    expect(seen(march, byTwo, '2026-03-02')).toEqual(march);
    expect(statusOn(march, byTwo, '2026-03-02')).toEqual({ status: 'fresh' });
  });

  test('that nobody has confirmed is not asked about any more, and loses its mark, when the files were put right', () => {
    expect(seen(march, byOne, '2026-03-02')).toEqual(march);
    expect(statusOn(march, byOne, '2026-03-02')).toEqual({ status: 'fresh' });
    const files = { contacts: new Map([['barnevern', march]]), dateOf };
    const guide = { ...theContent.guide, contacts: files.contacts, laws: [] };
    const base = { modules: [], editors: new Map(), words: [], contacts: files.contacts, guide };
    const whole = applyAllChanges(base, byOne, { dateOf, texts: new Map() });
    expect(waitingThings(whole, { changes: byOne, states: new Map() }, '2026-03-02', files)).toEqual([]);
    expect(listWaiting(byOne, { ...files, modules: [], steps: new Map() })).toEqual([]);
    expect(decideConfirmation(march, byOne, { of: last(byOne), personId: 'per' }, '2026-03-02', dateOf)).toEqual({
      ...{ outcome: 'refused', reason: 'other-number' },
    });
  });

  test('holds on the day that the files were checked, and where somebody confirmed it after that day', () => {
    expect(seen(released('2026-01-15'), byOne, '2026-01-15')).toMatchObject({ number: '77 00 56 78' });
    expect(seen(released('2026-01-16'), byOne, '2026-01-16')).toMatchObject({ number: '77 00 99 99' });
    expect(seen(released('2026-01-16'), byTwo, '2026-01-16')).toMatchObject({ number: '77 00 56 78' });
  });

  test('holds whatever day stands beside a placeholder, or beside no number', () => {
    expect(seen({ ...march, isExample: true }, byTwo, '2026-03-02')).toMatchObject({ number: '77 00 56 78' });
    const { number: _, ...without } = march;
    expect(seen(without, byTwo, '2026-03-02')).toMatchObject({ number: '77 00 56 78' });
  });

  test('can be set again after newer files, and holds from then on', () => {
    const when = { confirmBy: '2026-03-03', today: '2026-03-02' } as const;
    const again = withChange(byTwo, '2026-03-02', decideNumber(march, byTwo, '77005678', when, dateOf));
    expect(seen(march, again, '2026-03-02')).toMatchObject({ number: '77 00 56 78', isUnconfirmed: true });
  });

  test('is told of where the files have another one, and not where they have the same', () => {
    expect(outdoneOf(march, byTwo, dateOf)).toMatchObject({ number: { number: '77 00 56 78' } });
    expect(outdoneOf(released('2026-03-01', '77 00 56 78'), byTwo, dateOf)).toEqual({});
    expect(outdoneOf(barnevern, byTwo, dateOf)).toEqual({});
  });
});

describe('what was told of a contact in the chat', () => {
  const hours = { opening: 'weekdays', from: '08:00', to: '15:30' } as const;
  const typed: TypedDetails = { name: barnevern.name, use: barnevern.use, ...hours };
  const set = (changes: readonly ContentChange[], day: LocalDate, more: Partial<TypedDetails>, inFiles = barnevern) => {
    const now = applyContact(inFiles, changes, dateOf);
    const of = lastDetails(inFiles, changes);
    const form = { typed: { ...typed, ...more }, of, numbers: new Set<string>(), inFiles };
    return withChange(changes, day, decideDetails(now, changes, { ...form, confirmBy: '2026-01-16' }));
  };
  const sure = (changes: readonly ContentChange[], inFiles = barnevern) => {
    const asked = { of: last(changes), personId: 'per' };
    return withChange(changes, '2026-01-16', decideDetailsConfirmation(inFiles, changes, asked), per);
  };
  const byOne = set([], '2026-01-15', {});
  const byTwo = sure(byOne);
  const march: Contact = { ...barnevern, verifiedAt: '2026-03-01', use: words('råd og hjelp') };

  test('gives way to files that tell it otherwise since, and is not asked about any more', () => {
    expect(seen(march, byTwo, '2026-03-02')).toEqual(march);
    expect(seen(march, byOne, '2026-01-15')).toEqual(march);
    expect(statusOn(march, byOne, '2026-01-15')).toEqual({ status: 'fresh' });
    expect(decideDetailsConfirmation(march, byOne, { of: last(byOne), personId: 'per' })).toEqual({
      ...{ outcome: 'refused', reason: 'other-change' },
    });
    expect(outdoneOf(march, byTwo, dateOf)).toMatchObject({ details: { changeId: last(byOne) } });
  });

  test('holds when only the number was checked again: nobody has looked at the words', () => {
    const again: Contact = { ...barnevern, verifiedAt: '2026-03-01', number: '77 00 99 99' };
    expect(seen(again, byTwo, '2026-03-02')).toMatchObject({ number: '77 00 99 99', opening: { from: '08:00' } });
    expect(outdoneOf(again, byTwo, dateOf)).toEqual({});
  });

  test('holds on files that have it already, with what one person has changed on top of that', () => {
    const exported: Contact = { ...barnevern, opening: { kind: 'weekdays', days: [1, 2, 3, 4, 5], ...times } };
    const more = set(byTwo, '2026-01-16', { use: words('råd om små barn') });
    expect(seen(exported, more, '2026-01-16')).toMatchObject({ use: words('råd om små barn'), ...hoursSeen });
    expect(statusOn(exported, more, '2026-01-16')).toMatchObject({ status: 'waiting' });
    expect(outdoneOf(exported, byTwo, dateOf)).toEqual({});
  });
  const times = { from: '08:00', to: '15:30' } as const;
  const hoursSeen = { opening: { kind: 'weekdays', ...times } };

  test('and on top of newer files holds on these, and falls back to them', () => {
    const more = set(byTwo, '2026-03-02', { use: words('råd om små barn') }, march);
    expect(seen(march, more, '2026-01-16')).toMatchObject({ use: words('råd om små barn'), ...hoursSeen });
    expect(seen(march, more, '2026-03-09')).toEqual(march);
  });

  test('before the files it was made on were kept with it, holds', () => {
    const old = byTwo.map((change) => {
      if (change.kind !== 'contact-set') return change;
      const { onFiles: _, ...row } = change;
      return row;
    });
    expect(seen(march, old, '2026-03-02')).toMatchObject({ use: words('råd'), ...hoursSeen });
  });
});
