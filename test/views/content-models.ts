import type { ChangeOf, ContentChange } from '../../src/features/content/content-change.ts';
import type { Outdone } from '../../src/features/content/newer-files.ts';
import type { Contact } from '../../src/features/guide/facts.ts';
import { words } from '../support/module-builder.ts';

const at = new Date('2026-11-20T09:00:00Z');
const kari = { personId: 'kari', name: 'Kari Nordmann' };
const longName = { personId: 'per', name: 'Per-Kristoffer Ánde Jensen-Nordmann' };

/** A history of everything that can be done, on a module with this card. */
export const moduleHistory = (cardId: string): readonly ContentChange[] => [
  { kind: 'card-withdrawn', changeId: 'a', at, by: kari, moduleId: 'm', cardId },
  { kind: 'card-restored', changeId: 'b', at, by: longName, moduleId: 'm', cardId },
  { kind: 'module-returned', changeId: 'c', at, by: kari, moduleId: 'm', version: 1, reason: 'hard-to-read' },
  { kind: 'module-approved', changeId: 'd', at, by: longName, moduleId: 'm', version: 2, validTo: '2027-11-20' },
];

const numberSet: ChangeOf<'number-set'> = {
  ...{ kind: 'number-set', changeId: 'e', at, by: kari, contactId: 'ppt', number: '77 00 12 34' },
  confirmBy: '2026-11-24',
};
export const numberHistory: readonly ContentChange[] = [
  numberSet,
  { kind: 'number-confirmed', changeId: 'f', at, by: longName, contactId: 'ppt', of: 'e', validTo: '2027-05-20' },
];

const detailsSet: ChangeOf<'contact-set'> = {
  ...{ kind: 'contact-set', changeId: 'g', at, by: kari, contactId: 'ppt', confirmBy: '2026-11-24' },
  ...{ name: words('PPT'), use: words('råd om språk, læring og utvikling'), opening: { kind: 'always' } },
};
export const detailsHistory: readonly ContentChange[] = [
  detailsSet,
  { kind: 'contact-confirmed', changeId: 'h', at, by: longName, contactId: 'ppt', of: 'g' },
];

export const outdoneByFiles: Outdone = { number: numberSet, details: detailsSet };

export const aContact = (changes: Partial<Contact> = {}): Contact => ({
  ...{ contactId: 'ppt', kind: 'ppt', units: [], name: words('PPT'), isExample: true },
  ...{ use: words('råd når du lurer på språk, læring eller utvikling'), number: '77 00 12 34' },
  ...{ source: 'kommunen', verifiedAt: '2026-11-01', owner: 'PPT-leder', validTo: '2027-05-01' },
  ...changes,
});
