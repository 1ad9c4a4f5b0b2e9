import { beforeAll, describe, expect, test } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import { type Drive, wordsOf } from '../support/drive.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { aPerson } from '../support/person-builder.ts';
import { foreign, verbInputs } from '../support/verb-inputs.ts';
import { askers, openTown, others } from './foreign-town.ts';
import { elsewhere, kari, olav, rektor, stranger } from './people.ts';

const aad = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const people = memoryPersonStore();
let drive: Drive;

beforeAll(async () => {
  drive = await openTown(others, { people });
});

const refusalsOf = async (personId: string) => {
  const entries = await toArray(drive.stores.audit.listAbout('202611', personId));
  return entries.flatMap(({ action, verb }) => (action === 'refused' ? [verb] : []));
};

describe('every verb with ids of others', () => {
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
      for (const [verb, input] of Object.entries(verbInputs)) {
        const message = await drive.executes(stranger, verb, input, more);
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
