import { beforeEach, describe, expect, it } from 'vitest';
import type { DirectoryUser } from '../../../src/features/people/directory.ts';
import { aadKey } from '../../../src/features/people/person-key-store.ts';
import { profileRow } from '../../../src/features/people/person-rows.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { importDirectory } from '../../../src/features/use-cases/import-directory.ts';
import type { ImportMode } from '../../../src/features/use-cases/import-roster.ts';
import { importRoster } from '../../../src/features/use-cases/import-roster.ts';
import { keepDirectory } from '../../../src/features/use-cases/keep-directory.ts';
import { directoryUser, directoryUsers } from '../../support/directory-builder.ts';
import { graphId } from '../../support/graph-stub.ts';
import { memoryDirectory } from '../../support/memory-directory.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { rosterRows } from '../../support/roster-file.ts';
import { rosterRules } from '../people/roster-rules.ts';

const night = (day: number, hour = '00') => new Date(`2026-11-${day}T${hour}:10:00Z`);

function open(users: readonly DirectoryUser[] = directoryUsers(90)) {
  const stores = { ...memoryStores(), people: memoryPersonStore() };
  const directory = memoryDirectory(users);
  const needs = {
    ...{ ...stores, runs: stores.rosterRuns, marks: stores.directoryMarks },
    ...{ directory, rules: rosterRules, zone: 'Europe/Oslo' },
  };
  const run = (mode: ImportMode, at = night(23)) => importDirectory(needs, mode, at);
  const keep = (at: Date) => keepDirectory(needs, at);
  const find = async (at: number) => {
    const personId = await stores.personKeys.get(aadKey(graphId(at)));
    return personId === undefined ? undefined : (await stores.people.get(personId, profileRow))?.value;
  };
  return { ...stores, needs, directory, run, keep, find };
}
let world: ReturnType<typeof open>;
beforeEach(() => {
  world = open();
});

const nobody = { joined: 0, changed: 0, moved: 0, left: 0 };

describe('an import from the directory', () => {
  it('that is only tried says what would happen, and changes nothing', async () => {
    expect(await world.run('try')).toMatchObject({ source: 'directory', outcome: 'tried', joined: 90, refused: 0 });
    expect(world.people.keys().size).toBe(0);
    expect(await world.directoryMarks.get()).toBeUndefined();
  });

  it('makes people known, and done twice is done once', async () => {
    expect(await world.run('apply')).toMatchObject({ outcome: 'applied', joined: 90 });
    expect(await world.find(41)).toMatchObject({
      displayName: 'Kari Lund',
      unitId: 'enhet-1',
      employedOn: '2019-02-26',
    });
    expect(await world.find(40)).toMatchObject({ leads: ['enhet-1'] });
    expect(await world.run('apply')).toMatchObject({ ...nobody, outcome: 'applied', same: 90 });
  });

  it('takes whose account is shut, and who is gone, for having left', async () => {
    await world.run('apply');
    world.directory.put(directoryUser(5, { isEnabled: false }));
    world.directory.remove(graphId(6));
    expect(await world.run('apply')).toMatchObject({ outcome: 'applied', left: 2 });
    expect(await world.find(5)).toMatchObject({ endsOn: '2026-11-22' });
  });

  it('stops where more than ten in a hundred would leave, until somebody has said yes', async () => {
    await world.run('apply');
    const before = await world.directoryMarks.get();
    for (let at = 41; at < 60; at += 1) world.directory.remove(graphId(at));
    expect(await world.run('apply')).toMatchObject({ outcome: 'stopped', left: 19 });
    expect(await world.find(50)).not.toHaveProperty('endsOn');
    expect(await world.directoryMarks.get()).toEqual(before);
    expect(await world.run('apply-also-many-leaving')).toMatchObject({ outcome: 'applied', left: 19 });
  });

  it('that tells less of rights than the one before waits for somebody', async () => {
    await world.run('apply');
    const { directory } = rosterRules;
    const fewer = {
      ...world.needs,
      rules: { ...rosterRules, directory: directory && { ...directory, managersLead: false } },
    };
    expect(await importDirectory(fewer, 'apply', night(24))).toMatchObject({
      outcome: 'fewer-columns',
      problems: [{ row: 1, header: 'manager', problem: 'no-column' }],
    });
    expect(await world.find(40)).toMatchObject({ leads: ['enhet-1'] });
    expect(await importDirectory(fewer, 'apply-also-fewer-columns', night(24))).toMatchObject({ outcome: 'applied' });
    expect(await importDirectory(fewer, 'apply', night(25))).toMatchObject({ ...nobody, outcome: 'applied' });
  });

  it('leaves what the directory does not tell as it was', async () => {
    await world.run('apply');
    const known = await world.find(5);
    const personId = known?.personId ?? '';
    const etag = (await world.people.get(personId, profileRow))?.etag ?? '';
    const more = { ...known, answersFor: ['kommuneoverlege'], exemptFrom: ['meldeplikt'] };
    await world.people.commit({ personId, writes: [{ op: 'replace', kind: 'profile', key: '', value: more, etag }] });
    expect(await world.run('apply')).toMatchObject({ ...nobody, same: 90 });
    expect(await world.find(5)).toEqual(more);
  });

  it('that would leave nobody is refused', async () => {
    world = open([]);
    expect(await world.run('apply')).toMatchObject({ outcome: 'refused' });
  });

  it.each([
    ['unavailable', 'no-answer'],
    ['throttled', 'no-answer'],
    ['invalid', 'not-let-in'],
  ] as const)('that the directory ends as %s is told as %s, and changes nobody', async (kind, outcome) => {
    await world.run('apply');
    world.directory.fails(kind);
    const told: string[] = [];
    const needs = { ...world.needs, onRefusal: ({ message }: Error) => void told.push(message) };
    expect(await importDirectory(needs, 'apply', night(24))).toMatchObject({ ...nobody, outcome, problems: [] });
    expect(told).toHaveLength(1);
    expect((await toArray(world.rosterRuns.list()))[0]).toMatchObject({ outcome });
    expect(await world.find(5)).not.toHaveProperty('endsOn');
  });

  it('finds the next time what changed while it was read', async () => {
    const { directory } = world;
    const { readUsers } = directory;
    directory.readUsers = async () => {
      const users = await readUsers();
      directory.put(directoryUser(100));
      return users;
    };
    await world.run('apply');
    directory.readUsers = readUsers;
    expect(await world.keep(night(24))).toMatchObject({ outcome: 'applied', joined: 1 });
  });
});

describe('the nightly round', () => {
  it('reads everybody the first time, and asks only for changes after that', async () => {
    expect(await world.keep(night(23))).toMatchObject({ outcome: 'applied', joined: 90 });
    world.directory.asked.length = 0;
    expect(await world.keep(night(24))).toMatchObject({ ...nobody, outcome: 'unchanged', same: 90 });
    expect(world.directory.asked).toEqual(['changesSince']);
    world.directory.put(directoryUser(90));
    expect(await world.keep(night(25))).toMatchObject({ outcome: 'applied', joined: 1, same: 90 });
  });

  it('is done once a day, whoever did it', async () => {
    await world.run('apply', night(23));
    expect(await world.keep(night(23, '03'))).toBeUndefined();
    expect(world.directory.asked).toEqual(['mark', 'readUsers']);
  });

  it('is not done by a trial', async () => {
    await world.run('try', night(23));
    expect(await world.keep(night(23, '03'))).toMatchObject({ outcome: 'applied' });
  });

  it('is tried again the same night when there was no answer, and does not forget what it knew', async () => {
    await world.keep(night(23));
    world.directory.fails('unavailable');
    expect(await world.keep(night(24))).toMatchObject({ outcome: 'no-answer' });
    expect(await world.keep(night(24, '02'))).toMatchObject({ outcome: 'unchanged', same: 90 });
    expect(await world.keep(night(24, '03'))).toBeUndefined();
  });

  it('that not everybody came through is done for today, and reads everybody the next night', async () => {
    await world.personKeys.create(aadKey(graphId(5)), 'somebody-else');
    expect(await world.keep(night(23))).toMatchObject({ outcome: 'partly' });
    expect(await world.keep(night(23, '03'))).toBeUndefined();
    expect(await world.keep(night(24))).toMatchObject({ outcome: 'partly' });
  });

  it('that was stopped waits for somebody, and tells it again the next night', async () => {
    await world.keep(night(23));
    for (let at = 41; at < 60; at += 1) world.directory.remove(graphId(at));
    expect(await world.keep(night(24))).toMatchObject({ outcome: 'stopped' });
    expect(await world.keep(night(24, '03'))).toBeUndefined();
    expect(await world.keep(night(25))).toMatchObject({ outcome: 'stopped' });
  });

  it.each<[string, (world: ReturnType<typeof open>) => Promise<void> | void]>([
    ['the directory has forgotten the mark', ({ directory }) => directory.forgetMarks()],
    [
      'a file was read in between',
      async ({ needs }) => void (await importRoster(needs, rosterRows(90), 'apply', '2026-11-23', night(23, '09'))),
    ],
  ])('reads everybody anew when %s', async (_, happens) => {
    await world.keep(night(23));
    world.directory.asked.length = 0;
    await happens(world);
    expect(await world.keep(night(24))).toMatchObject({ outcome: 'applied' });
    expect(world.directory.asked).toContain('readUsers');
  });

  it('reads everybody anew by other rules, and once a week', async () => {
    await world.keep(night(20));
    world.directory.asked.length = 0;
    await keepDirectory({ ...world.needs, rules: { ...rosterRules, guestUnits: ['x'] } }, night(21));
    expect(world.directory.asked).toEqual(['mark', 'readUsers']);
    world.directory.asked.length = 0;
    expect(
      await keepDirectory({ ...world.needs, rules: { ...rosterRules, guestUnits: ['x'] } }, night(28)),
    ).toMatchObject({ outcome: 'applied' });
  });

  it.each([2, 40, 80])('that died at write %i goes on where it was', async (most) => {
    let writes = 0;
    const { people } = world;
    const commit: typeof people.commit = (change) => {
      writes += 1;
      return writes > most ? Promise.reject(new Error('the process died')) : people.commit(change);
    };
    await expect(keepDirectory({ ...world.needs, people: { ...people, commit } }, night(23))).rejects.toThrow('died');
    expect(await world.keep(night(23, '02'))).toMatchObject({ outcome: 'applied' });
    expect(world.people.keys().size).toBe(90);
    expect(await world.keep(night(24))).toMatchObject({ ...nobody, outcome: 'unchanged' });
  });

  it('lets the mark of somebody else stand who was first', async () => {
    await world.keep(night(23));
    const { marks } = world.needs;
    const other = { mark: ['7'], rulesKey: 'other', readOn: '2026-11-24' } as const;
    const raced = {
      ...marks,
      async get() {
        const stored = await marks.get();
        await marks.replace({ ...other, mark: [...other.mark] }, stored?.etag ?? '');
        return stored;
      },
    };
    expect(await keepDirectory({ ...world.needs, marks: raced }, night(24))).toMatchObject({ outcome: 'unchanged' });
    expect((await marks.get())?.value).toEqual(other);
  });
});
