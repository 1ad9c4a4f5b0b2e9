import { beforeAll, describe, expect, test } from 'vitest';
import type { Person, Role } from '../../src/features/people/person.ts';
import { createRow, toArray } from '../../src/features/people/person-store.ts';
import { priorRow } from '../../src/features/progress/prior.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { aPerson } from '../support/person-builder.ts';
import { readFiles } from '../support/source-files.ts';
import { elsewhere, kari, mondayMorning, olav, rektor, settle, stranger } from './people.ts';

const verbs = readFiles('src/inbound/bot/actions', '.ts').flatMap(({ code }) =>
  [...code.matchAll(/\bdefineAction\(\{\s*verb:\s*'([^']+)'/g)].map(([, name = '']) => name),
);
const aad = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const withRole = (role: Role, n: number, more: Partial<Person> = {}): Person =>
  aPerson(`as-${role}`, { displayName: `Spør ${role}`, roles: ['employee', role], aadObjectId: aad(n), ...more });
const askers: readonly Person[] = [
  kari,
  withRole('mentor', 21),
  withRole('bti-contact', 22),
  withRole('leader', 23, { leads: ['solbakken'] }),
  withRole('area-leader', 24, { leads: ['solbakken'] }),
  withRole('coordinator', 25),
  withRole('administrator', 26),
];
/** A leader of another unit, and somebody of it: what no asker may see, change or act for. */
const styrer = aPerson('styrer', {
  ...{ displayName: 'Torill Fremmed', unitId: 'fjordgløtt', roles: ['employee', 'leader'], leads: ['fjordgløtt'] },
  aadObjectId: aad(30),
});
/** Every field that any card carries, naming somebody or something else's. */
const foreign = {
  ...{ unitId: 'fjordgløtt', personId: 'elsewhere', subjectId: 'elsewhere', people: 'elsewhere', leaderId: 'styrer' },
  ...{ moduleId: 'meldeplikt', sessionId: 'foreign', askedAt: mondayMorning.toISOString(), page: 0, position: 0 },
  ...{ seen: '2026-12-01', dueOn: '2027-01-11', until: '2026-12-31', start: '2026-11-24T07:30:00.000Z' },
  ...{ cycle: 1, choice: 'a', reason: 'x', contactId: 'barnevernvakt', monthsBack: 0, format: 'json' },
};
const people = memoryPersonStore();
let drive: Drive;

beforeAll(async () => {
  drive = await createDrive(mondayMorning, { people });
  await settle(drive);
  await drive.knows(...askers.filter(({ personId }) => personId !== 'kari'), styrer);
  const asked = {
    moduleId: 'meldeplikt',
    cycle: 1,
    takenOn: '2024-03-01' as const,
    place: 'other',
    askedAt: mondayMorning,
  };
  await people.commit({ personId: 'elsewhere', writes: [createRow(priorRow, { ...asked, state: 'waiting' })] });
});

/** The rows of those whom nobody here may touch. */
const foreignRows = async (): Promise<string> => {
  const rows = await Promise.all(['elsewhere', 'styrer'].map((id) => toArray(people.list(id, priorRow))));
  return JSON.stringify([rows, people.keys().get('elsewhere'), people.keys().get('styrer')]);
};
const refusalsOf = async (personId: string) => {
  const entries = await toArray(drive.stores.audit.listAbout('202611', personId));
  return entries.flatMap(({ action, verb }) => (action === 'refused' ? [verb] : []));
};

describe('every verb with ids of others', () => {
  test('are many', () => {
    expect(verbs.length).toBeGreaterThan(60);
  });

  test.each(askers.map((person) => [person.roles.at(-1) ?? '', person] as const))(
    'shows, changes and gives away nothing of others to a person who is %s',
    async (_role, person) => {
      const before = await foreignRows();
      for (const verb of verbs) {
        // What everybody did, and who gets what tomorrow, is what the administrator may read.
        if (person.roles.includes('administrator') && ['audit.show', 'sending.plan'].includes(verb)) continue;
        const message = await drive.executes(person, verb, foreign);
        expect([verb, JSON.stringify(message)]).not.toEqual([verb, expect.stringMatching(/Jon Dahl|Torill Fremmed/)]);
      }
      expect(await foreignRows()).toBe(before);
      expect(drive.uploaded).toEqual([]);
    },
    120_000,
  );

  test('is refused to who has no right to it at all, and the refusal is kept without what the card named', async () => {
    for (const verb of ['audit.show', 'roster.show', 'content.list']) await drive.executes(kari, verb, foreign);
    expect(await refusalsOf('kari')).toEqual(expect.arrayContaining(['audit.show', 'roster.show', 'content.list']));
    await drive.executes(rektor, 'digest.status', foreign);
    expect(await refusalsOf('rektor')).toEqual(['digest.status']);
    const entries = await toArray(drive.stores.audit.listMonth('202611'));
    expect(JSON.stringify(entries.filter(({ action }) => action === 'refused'))).not.toMatch(/elsewhere|fjordgløtt/);
  });

  test('leaves no row of what was only written, in the chat or in the search field', async () => {
    const before = await refusalsOf('kari');
    for (const text of [
      'vis loggen',
      'personalliste',
      'innhold',
      'stopp alle påminnelser',
      'hva er en hendelseslogg?',
    ]) {
      const said = wordsOf((await drive.says(kari, text)).message);
      const searched = wordsOf(await drive.executes(kari, 'find.search', { words: text }));
      expect([text, `${said} ${searched}`]).not.toEqual([text, expect.stringContaining('tilgang')]);
    }
    expect(await refusalsOf('kari')).toEqual(before);
  });

  test('of guests, other tenants and people whom we do not know leaves no row, and the guide still answers', async () => {
    const before = JSON.stringify([...people.keys()]);
    const from = { id: '29:x', aadObjectId: stranger.aadObjectId };
    const others = [{}, { from: { ...from, userRole: 'guest' } }, { from: { ...from, tenantId: aad(99) } }];
    for (const more of others) {
      for (const verb of verbs) {
        const message = await drive.executes(stranger, verb, foreign, more);
        expect([verb, wordsOf(message)]).not.toEqual([verb, expect.stringMatching(/Jon Dahl|Torill|Kari Lund|Olav/)]);
      }
      expect(wordsOf(await drive.executes(stranger, 'guide.start', {}, more))).toContain('112');
    }
    expect(JSON.stringify([...people.keys()])).toBe(before);
    expect(await toArray(drive.stores.audit.listAbout('202611', 'stranger'))).toEqual([]);
  }, 120_000);
});

describe('the log', () => {
  test('is read by the administrator in the chat, with names, and by nobody else', async () => {
    const administrator = askers.at(-1) ?? kari;
    const words = wordsOf((await drive.says(administrator, 'vis loggen')).message);
    expect(words).toContain('Logg, november');
    expect(words).toContain('Kari Lund ble stoppet: hadde ikke tilgang');
    for (const person of [kari, olav, rektor, elsewhere]) {
      expect(wordsOf((await drive.says(person, 'vis loggen')).message)).not.toContain('ble stoppet');
    }
  });
});

describe('who answers for a text and has no other role', () => {
  const lawyer = aPerson('lawyer', { answersFor: ['kommuneadvokat'], aadObjectId: aad(43) });
  beforeAll(() => drive.knows(lawyer));

  test('looks after the content', async () => {
    for (const verb of ['content.list', 'content.reports']) await drive.executes(lawyer, verb, {});
    expect(await refusalsOf('lawyer')).toEqual([]);
  });

  test('neither stops the sending nor reads the staff list, and sees no way to it', async () => {
    const presses = ['sending.show', 'sending.ask', 'sending.set', 'sending.plan', 'roster.show', 'audit.show'];
    for (const verb of presses) await drive.executes(lawyer, verb, { ...foreign, to: 'stopped' });
    expect((await refusalsOf('lawyer')).toSorted()).toEqual(presses.toSorted());
    expect(await drive.stores.sending.get()).toBeUndefined();
    expect(wordsOf((await drive.says(lawyer, 'hjelp')).message)).not.toContain('utsending');
  });
});

describe('who stands in for a leader', () => {
  const deputy = (until: '2026-11-22' | '2026-11-23') =>
    aPerson(`deputy-${until}`, {
      ...{ displayName: 'Per Vikar', aadObjectId: aad(until === '2026-11-22' ? 41 : 42) },
      actsFor: [{ unitId: 'solbakken', until }],
    });

  test('leads until the last day of it, and then no more', async () => {
    await drive.knows(deputy('2026-11-22'), deputy('2026-11-23'));
    expect(wordsOf((await drive.says(deputy('2026-11-23'), 'status')).message)).toContain('Olav Berg');
    expect(wordsOf((await drive.says(deputy('2026-11-22'), 'status')).message)).not.toContain('Olav Berg');
  });
});
