import { addDays, type LocalDate } from '../../src/core/local-date.ts';
import type { Catalogue } from '../../src/features/catalogue/catalogue.ts';
import { membershipFrom } from '../../src/features/people/member-history.ts';
import { conversationRow, memberRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, type PersonStore } from '../../src/features/people/person-store.ts';
import type { UnitStore } from '../../src/features/people/unit-store.ts';
import { assignedRow } from '../../src/features/progress/assigned.ts';
import { certificateRow } from '../../src/features/progress/certificate.ts';
import { policyReadRow } from '../../src/features/progress/policy-reads.ts';
import { priorRow } from '../../src/features/progress/prior.ts';
import { doneRow, progressRow } from '../../src/features/progress/progress-rows.ts';
import { dayRow } from '../../src/features/reminders/reminder-rows.ts';
import { aLeader, aPerson } from '../support/person-builder.ts';

/** A town for the benchmarks of the digests, and the plain cost of reading it. */
export type TownStores = { people: PersonStore; units: UnitStore };
export const now = new Date('2026-11-23T09:00:00Z');
const today: LocalDate = '2026-11-23';

/** Fills the stores with so many units of so many people; gives the leaders. */
export async function fillTown(
  stores: TownStores,
  catalogue: Catalogue,
  { unitCount, perUnit }: { unitCount: number; perUnit: number },
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let unit = 0; unit < unitCount; unit += 1) {
    const unitId = `unit-${unit}`;
    await stores.units.createUnit({ unitId, name: `Enhet ${unit}`, sector: 'school' });
    for (let index = 0; index < perUnit; index += 1) {
      const personId = `person-${unit}-${index}`;
      const employedOn = addDays(today, -(3 + ((unit * 7 + index * 31) % 900)));
      const changes = { unitId, employedOn, displayName: `Kari Lunde ${index}` };
      const person = index === 0 ? aLeader(personId, [unitId], changes) : aPerson(personId, changes);
      if (index === 0) found.push(personId);
      const chat = {
        conversationId: `a:${personId}`,
        serviceUrl: 'https://smba.example',
        tenantId: 't',
        botId: '28:b',
      };
      const done = catalogue.modules.slice(0, index % 4).map(({ moduleId }, at) => {
        const completedAt = new Date(now.getTime() - (index + at + 1) * 86_400_000);
        return { moduleId, cycle: 1, moduleVersion: 1, completedAt };
      });
      await stores.people.commit({
        personId,
        writes: [
          ...[createRow(profileRow, person), createRow(memberRow, membershipFrom(person, employedOn))],
          createRow(conversationRow, { ...chat, state: 'open' }),
          ...done.flatMap((one) => [
            createRow(doneRow, one),
            createRow(progressRow, { state: 'completed', startedAt: one.completedAt, ...one }),
          ]),
        ],
      });
      await stores.units.createMember(unitId, personId);
    }
    await stores.units.createLeader(`person-${unit}-0`, unitId);
  }
  return found;
}

/** The rows that a digest is made of, each once, one unit after the other as the digests are, and nothing made of them. */
export async function readPlainly(stores: TownStores): Promise<void> {
  for await (const { unitId } of stores.units.listUnits()) {
    const members: string[] = [];
    for await (const personId of stores.units.listMembers(unitId)) members.push(personId);
    await Promise.all(members.map((personId) => readRows(stores.people, personId)));
  }
}

async function readRows(store: PersonStore, personId: string): Promise<void> {
  const drain = async (rows: AsyncIterable<unknown>): Promise<void> => {
    for await (const _ of rows);
  };
  await Promise.all([
    ...[store.get(personId, profileRow), store.get(personId, conversationRow), store.get(personId, assignedRow)],
    ...[drain(store.list(personId, progressRow)), drain(store.list(personId, priorRow))],
    ...[drain(store.list(personId, certificateRow)), drain(store.list(personId, policyReadRow))],
    ...[drain(store.list(personId, dayRow)), drain(store.list(personId, memberRow))],
  ]);
}

export function middle(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}
