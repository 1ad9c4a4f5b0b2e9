import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, type LocalDate } from '../../../src/core/local-date.ts';
import type { Module } from '../../../src/features/catalogue/module.ts';
import { readUnitStatus, type StatusCounts } from '../../../src/features/digests/unit-status.ts';
import { completeInGroup } from '../../../src/features/groups/complete-in-group.ts';
import { arrangementOf } from '../../../src/features/people/arrangement.ts';
import { diffRoster } from '../../../src/features/people/diff-roster.ts';
import { writeMembership } from '../../../src/features/people/member-history.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { memberRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../../../src/features/people/person-store.ts';
import type { RosterPerson } from '../../../src/features/people/roster.ts';
import type { Unit } from '../../../src/features/people/unit-store.ts';
import { moveInModule } from '../../../src/features/progress/move-in-module.ts';
import { openRenewals } from '../../../src/features/progress/open-renewals.ts';
import { readOwnModules } from '../../../src/features/progress/own-modules.ts';
import { reminderRow, settle } from '../../../src/features/reminders/reminder-rows.ts';
import { scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { type Cells, noCells } from '../../../src/features/rollups/figures.ts';
import { readPastDay } from '../../../src/features/rollups/read-past-day.ts';
import { applyRoster } from '../../../src/features/use-cases/apply-roster.ts';
import { arrangeModule, type Wish } from '../../../src/features/use-cases/arrange-module.ts';
import { eraseOwn } from '../../../src/features/use-cases/erase-own.ts';
import { keepRetention } from '../../../src/features/use-cases/keep-retention.ts';
import { withdrawCompletion } from '../../../src/features/use-cases/withdraw-completion.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';
import { contentFolder } from '../../support/content-strings.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { memoryWorkQueue } from '../../support/memory-work-queue.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { aLeader, aPerson } from '../../support/person-builder.ts';

const { pack } = await loadPack(contentFolder);
const zone = 'Europe/Oslo';
const start: LocalDate = '2026-08-17';
const modules = [
  aModule('meldeplikt', { renewal: { months: 1, withinDays: 8 } }),
  aModule('skole', { audience: { sectors: ['school'], roles: [] }, dueAfterDays: 20 }),
  aModule('leder', { audience: { sectors: [], roles: ['leader'] }, level: 2 }),
  aModule('assistent', { audience: { sectors: [], roles: [], profiles: ['assistent'] } }),
];
const catalogue = aCatalogue(modules, start);
const rules = { catalogue, calendar: pack.calendar, policy: pack.reminderPolicy };
const units: readonly Unit[] = [
  { unitId: 'skolen', name: 'Skolen', sector: 'school' },
  { unitId: 'barnehagen', name: 'Barnehagen', sector: 'kindergarten' },
  { unitId: 'helse', name: 'Helse', sector: 'health' },
];
/** Who decides for all of them. */
const siv = aLeader(
  'siv',
  units.map(({ unitId }) => unitId),
);
const names = ['anna', 'bjørn', 'cecilie', 'dag', 'eva'] as const;
/** Whether a module was begun is not proved, so the two are one. */
const seenAs = ({ done, late, onTheWay, notStarted }: Omit<StatusCounts, 'people'>): Cells => ({
  ...{ done, late, open: onTheWay + notStarted },
});

/** What happens on a day. `who` and `where` are indexes. */
const event = fc.record({
  what: fc.constantFrom(
    ...(['join', 'leave', 'move', 'role', 'level', 'profile', 'ends', 'done', 'begin', 'withdraw', 'erase'] as const),
    ...(['more-time', 'exempt', 'lift'] as const),
  ),
  who: fc.nat(names.length - 1),
  where: fc.nat(units.length - 1),
  days: fc.integer({ min: -12, max: 12 }),
});
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;
const history = fc.array(fc.array(event, { maxLength: 3 }), { minLength: 40, maxLength: 90 });
/** So short that who has left is deleted while the history lasts, or so long that nobody is. */
const keptDays = fc.constantFrom(4, 12, 365);

function municipality(afterLeavingDays: number) {
  const stores = { ...memoryStores(), people: memoryPersonStore() };
  const retention = { afterLeavingDays, messageDays: 365, meetingDays: 365, auditMonths: 24, requestDays: 30 };
  const rows = new Map<string, RosterPerson>();
  const { people, dues: due } = stores;
  const at = (day: LocalDate, time: 'night' | 'day') => instantOf(day, time === 'night' ? '02:00' : '14:00', zone);

  const everybody = async (): Promise<readonly Person[]> => {
    const found = [...stores.people.keys().keys()].map((personId) => stores.people.get(personId, profileRow));
    return (await Promise.all(found)).flatMap((profile) => profile?.value ?? []);
  };
  const importFile = async (day: LocalDate, now: Date) => {
    const listed = [...rows.values()];
    const none = { problems: [], held: new Set<string>(), heldAccounts: new Set<string>(), unnamedRows: 0 };
    const roster = { ...none, people: listed, units: [...units] };
    const known = await everybody();
    await applyRoster(stores, roster, diffRoster(roster, known, day), { today: day, now });
  };
  type Moment = { name: string; unit: Unit; module: Module; days: number; day: LocalDate; now: Date };
  const change = async ({ name, day, now }: Moment, changes: Partial<RosterPerson>) => {
    const row = rows.get(name);
    if (row) rows.set(name, { ...row, ...changes });
    await importFile(day, now);
  };
  const press = async ({ name }: Moment, run: (personId: string) => Promise<unknown>) => {
    const person = (await everybody()).find(({ displayName }) => displayName === name);
    if (person) await run(person.personId);
  };
  const decide = async ({ name, module, now }: Moment, wishOf: (person: Person) => Promise<Wish | undefined>) => {
    const person = (await everybody()).find(({ displayName }) => displayName === name);
    const wish = person && (await wishOf(person));
    const about = { personId: person?.personId ?? '', moduleId: module.moduleId };
    if (wish) await arrangeModule({ ...stores, due, rules, zone }, siv, about, wish, now);
  };
  const happens: Readonly<Record<Event['what'], (moment: Moment) => Promise<void>>> = {
    async join(moment) {
      const { name, unit, days, day, now } = moment;
      const about = { upn: `${name}@fjordvik.kommune.no`, displayName: name, givenName: name, leads: [], actsFor: [] };
      const work = { unitId: unit.unitId, sector: unit.sector, employedOn: addDays(day, 2 * days) };
      if (!rows.has(name)) rows.set(name, { row: 2, roles: ['employee'], ...about, ...work });
      await importFile(day, now);
    },
    async leave({ name, day, now }) {
      rows.delete(name);
      await importFile(day, now);
    },
    move: (moment) => change(moment, { unitId: moment.unit.unitId, sector: moment.unit.sector }),
    role: (moment) => change(moment, { roles: moment.days > 0 ? ['employee', 'leader'] : ['employee'] }),
    level: (moment) => change(moment, { competenceLevel: moment.days > 0 ? 1 : 3 }),
    profile: (moment) => change(moment, { profiles: moment.days > 0 ? ['assistent'] : [] }),
    ends: (moment) => change(moment, { endsOn: addDays(moment.day, moment.days) }),
    done: (moment) =>
      press(moment, (personId) => {
        const { moduleId } = moment.module;
        const when = { startedAt: moment.now, completedAt: moment.now };
        const completion = { moduleId, moduleVersion: 1, ...when, tickedBy: 'leader', module: moment.module };
        return completeInGroup({ ...stores, zone }, personId, completion);
      }),
    begin: (moment) =>
      press(moment, (personId) => moveInModule(stores, personId, moment.module, { position: 1 }, moment.now)),
    withdraw: (moment) =>
      press(moment, (personId) =>
        withdrawCompletion({ ...stores, due, zone }, personId, moment.module.moduleId, moment.now),
      ),
    erase: (moment) => press(moment, (personId) => eraseOwn({ people, due, rules }, personId, moment.now)),
    'more-time': (moment) =>
      decide(moment, async (person) => {
        const own = await readOwnModules({ people, catalogue }, person, moment.day);
        const seen = own.find(({ module }) => module.moduleId === moment.module.moduleId)?.dueOn;
        return seen && { wish: 'more-time', dueOn: addDays(moment.day, 12 + moment.days), reason: 'agreed', seen };
      }),
    exempt: (moment) => decide(moment, async () => ({ wish: 'exempt', reason: 'agreed' })),
    lift: (moment) =>
      decide(moment, async (person) => {
        const seen = arrangementOf(person, moment.module.moduleId)?.at;
        return seen && { wish: 'lift', seen };
      }),
  };
  const apply = async ({ what, who, where, days }: Event, day: LocalDate, minute: number) => {
    const [name, unit, module] = [names[who], units[where], modules[where]];
    const now = new Date(at(day, 'day').getTime() + minute * 60_000);
    if (name && unit && module) await happens[what]({ name, unit, module, days, day, now });
  };
  /** Gives how many were deleted. */
  const night = async (day: LocalDate): Promise<number> => {
    const telemetry = { record: () => {} };
    const needs = { ...stores, due, rules, retention, telemetry, queue: memoryWorkQueue() };
    const { people: deleted } = await keepRetention(needs, at(day, 'night'));
    for (const person of await everybody()) {
      await openRenewals({ ...stores, catalogue, zone }, person, at(day, 'night'));
      await scheduleReminders({ people, due }, person, rules, at(day, 'night'));
      // One of them is told nothing, and so never first told of something as overdue.
      if (person.displayName !== 'eva') await tellOf(person, at(day, 'day'));
    }
    return deleted;
  };
  const tellOf = async ({ personId }: Person, now: Date) => {
    const reminders = await toArray(people.list(personId, reminderRow));
    const writes = reminders.flatMap(({ value, etag }) =>
      value.state === 'planned' && value.dueAt <= now
        ? [replaceRow(reminderRow, settle(value, 'sent', now), etag)]
        : [],
    );
    if (writes.length > 0) await people.commit({ personId, writes });
  };
  const live = async (day: LocalDate) => {
    const counts = new Map<string, Cells>();
    for (const { unitId } of units) {
      const { counts: now } = await readUnitStatus(stores, catalogue, unitId, day, zone);
      const { people: counted, ...standings } = now;
      if (counted > 0) counts.set(unitId, seenAs(standings));
    }
    return sorted(counts);
  };
  const rebuilt = async (day: LocalDate) => sorted(await readPastDay({ ...stores, catalogue, zone }, day));
  return { ...stores, apply, night, live, rebuilt };
}

const sorted = (counts: ReadonlyMap<string, Cells>) => [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('the status of a past day', () => {
  it('is what the status was that day, for as long as it is told, whoever came, left, moved, came back, was deleted, did, renewed or took back what', async () => {
    const told = { days: 0, done: 0, late: 0, open: 0, deleted: 0 };
    await fc.assert(
      fc.asyncProperty(history, keptDays, async (days, afterLeavingDays) => {
        const town = municipality(afterLeavingDays);
        const seen: { day: LocalDate; counts: Awaited<ReturnType<typeof town.live>> }[] = [];
        const isTold = async ({ day, counts }: (typeof seen)[number]) => {
          expect([day, await town.rebuilt(day)]).toEqual([day, counts]);
          told.days += 1;
          for (const [, { done, late, open }] of counts) {
            told.done += done;
            told.late += late;
            told.open += open;
          }
        };
        for (const [at, events] of days.entries()) {
          const day = addDays(start, at);
          told.deleted += await town.night(day);
          // The last day on which that one may be told.
          const oldest = seen[at - afterLeavingDays];
          if (oldest) await isTold(oldest);
          for (const [moment, one] of events.entries()) await town.apply(one, day, moment);
          seen.push({ day, counts: await town.live(day) });
        }
        for (const one of seen.slice(-afterLeavingDays)) await isTold(one);
      }),
      { numRuns: 12 },
    );
    // The histories are worth replaying: everything occurs in them.
    expect(Math.min(told.done, told.late, told.open)).toBeGreaterThan(50);
    expect(told.deleted).toBeGreaterThan(5);
  });
});

describe('somebody of whom only a unit and a date were kept', () => {
  const kari = aPerson('kari', { unitId: 'helse', sector: 'health', employedOn: '2026-08-17' });
  async function known(person: Person) {
    const stores = { ...memoryStores(), people: memoryPersonStore() };
    await stores.people.commit({
      personId: 'kari',
      writes: [
        createRow(profileRow, person),
        createRow(memberRow, { unitId: 'skolen', validFrom: '2026-08-17' }),
        createRow(memberRow, { unitId: 'helse', validFrom: '2026-10-01' }),
      ],
    });
    for (const unit of units) await stores.units.createUnit(unit);
    await stores.units.createMember('helse', 'kari');
    const read = async (day: LocalDate) => [...(await readPastDay({ ...stores, catalogue, zone }, day))];
    return { ...stores, read };
  }

  it('is counted as the profile says now', async () => {
    const { read } = await known(kari);
    expect(await read('2026-08-16')).toEqual([]);
    expect(await read('2026-09-01')).toEqual([['skolen', { ...noCells, late: 1 }]]);
    expect(await read('2026-10-01')).toEqual([['helse', { ...noCells, late: 1 }]]);
  });

  it('is counted so also after the profile has become another', async () => {
    const { people, read } = await known(kari);
    const stored = await people.get('kari', profileRow);
    const after = { ...kari, unitId: 'barnehagen', employedOn: '2026-11-01' } as const;
    const now = new Date('2026-11-01T10:00:00Z');
    const members = await writeMembership(people, { before: stored?.value, after }, '2026-11-01', now);
    const writes = [replaceRow(profileRow, after, stored?.etag ?? ''), ...members];
    await people.commit({ personId: 'kari', writes });
    expect(await read('2026-09-01')).toEqual([['skolen', { ...noCells, late: 1 }]]);
    expect(await read('2026-10-31')).toEqual([['helse', { ...noCells, late: 1 }]]);
    expect((await read('2026-11-01')).map(([unitId]) => unitId)).toEqual(['barnehagen']);
  });

  it('is not exempt on the days before that was arranged', async () => {
    const exempt = { arrangement: 'exempt', moduleId: 'meldeplikt', reason: 'agreed', by: 'siv' } as const;
    const arranged = { ...kari, arrangements: [{ ...exempt, at: new Date('2026-10-20T10:00:00Z') }] };
    const { people, read } = await known(arranged);
    const days = ['2026-10-19', '2026-10-20'] as const;
    const before = [[['helse', { ...noCells, late: 1 }]], []];
    expect(await Promise.all(days.map(read))).toEqual(before);
    const after = { ...arranged, competenceLevel: 1 } as const;
    const members = await writeMembership(people, { before: arranged, after }, '2026-11-01', new Date('2026-11-01'));
    await people.commit({ personId: 'kari', writes: members });
    expect(await Promise.all(days.map(read))).toEqual(before);
    expect(JSON.stringify(members)).not.toMatch(/agreed|siv/);
  });
});
