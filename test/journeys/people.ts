import type { Person } from '../../src/features/people/person.ts';
import { upnKey } from '../../src/features/people/person-key-store.ts';
import type { Drive } from '../support/drive.ts';
import { aLeader, aPerson } from '../support/person-builder.ts';

const aad = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Monday 23 November 2026, 10:00 in Oslo. */
export const mondayMorning = new Date('2026-11-23T09:00:00Z');

export const kari = aPerson('kari', {
  givenName: 'Kari',
  displayName: 'Kari Lund',
  employedOn: '2026-11-23',
  aadObjectId: aad(1),
});
export const olav = aPerson('olav', {
  givenName: 'Olav',
  displayName: 'Olav Berg',
  employedOn: '2024-08-01',
  aadObjectId: aad(2),
});
export const rektor = aLeader('rektor', ['solbakken'], {
  givenName: 'Siv',
  displayName: 'Siv Moe',
  employedOn: '2020-08-01',
  aadObjectId: aad(3),
});
export const elsewhere = aPerson('elsewhere', {
  givenName: 'Jon',
  displayName: 'Jon Dahl',
  unitId: 'fjordgløtt',
  sector: 'kindergarten',
  aadObjectId: aad(4),
});
export const stranger: Person = aPerson('stranger', { aadObjectId: aad(9) });

const mentorName = 'mentor@fjordvik.kommune.no';
/** In another unit than the new hire whose mentor the staff list says this is. */
export const mentor = aPerson('mentor', {
  ...{ displayName: 'Mari Fadder', unitId: 'fjordgløtt', aadObjectId: aad(71), employedOn: '2020-01-01' },
  upnKey: upnKey(mentorName),
});
export const nora = aPerson('nora', {
  ...{ displayName: 'Nora Dal', givenName: 'Nora', employedOn: '2026-11-23', aadObjectId: aad(72) },
  mentorKey: upnKey(mentorName),
});

/** A new hire and the mentor, found by the user name that the staff list names. */
export async function settleMentor(drive: Drive): Promise<void> {
  await drive.knows(mentor, nora);
  await drive.stores.personKeys.create(upnKey(mentorName), mentor.personId);
}

/** Two units, a new hire, somebody of long standing, and the leader of one of the units. */
export async function settle(drive: Drive): Promise<void> {
  await drive.stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
  await drive.stores.units.createUnit({ unitId: 'fjordgløtt', name: 'Fjordgløtt barnehage', sector: 'kindergarten' });
  await drive.knows(kari, olav, rektor, elsewhere);
}
