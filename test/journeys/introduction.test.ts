import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import type { LocalDate } from '../../src/core/local-date.ts';
import { menteeRow } from '../../src/features/people/mentee.ts';
import type { Person } from '../../src/features/people/person.ts';
import { memberRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, type PersonWrite, replaceRow, toArray } from '../../src/features/people/person-store.ts';
import { introTickRow } from '../../src/features/progress/intro-tick.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { elsewhere, mentor, mondayMorning, nora, olav, rektor, settle, settleMentor } from './people.ts';

const aad = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** A leader who is new. */
const styrer = aPerson('styrer', {
  ...{ displayName: 'Stig Styrer', employedOn: '2026-11-16', aadObjectId: aad(73), unitId: 'nybygg' },
  ...{ roles: ['employee', 'leader'], leads: ['nybygg'] },
});
const notDiscussed = { file: 'pack.yaml', find: '  discussedOn: 2026-08-10\n', put: '  discussedOn: 2026-12-01\n' };
let drive: Drive;

const open = async (settings: Readonly<Record<string, string>> = {}): Promise<void> => {
  drive = await createDrive(mondayMorning, {}, settings);
  await settle(drive);
  await drive.stores.units.createUnit({ unitId: 'nybygg', name: 'Nybygg barnehage', sector: 'kindergarten' });
  await settleMentor(drive);
  await drive.knows(styrer);
  await drive.stores.people.commit({ personId: 'mentor', writes: [createRow(menteeRow, { personId: 'nora' })] });
};
beforeEach(() => open());

const changeMentor = async (changes: Partial<Person>): Promise<void> => {
  const stored = await drive.stores.people.get('mentor', profileRow);
  if (!stored) throw new Error('the mentor is gone');
  const after = { ...stored.value, ...changes };
  await drive.stores.people.commit({ personId: 'mentor', writes: [replaceRow(profileRow, after, stored.etag)] });
};
const ticks = async (personId = 'nora') =>
  (await toArray(drive.stores.people.list(personId, introTickRow))).map(({ value }) => value);
const auditOf = (personId: string) => toArray(drive.stores.audit.listAbout('202611', personId));
const tick = (stepId: string, personId = 'nora') => ({ personId, stepId });

describe('the introduction of a new hire', () => {
  test('shows modules, guidelines, the day for new staff and the mentor, and what is done', async () => {
    const card = (await drive.says(nora, 'min introduksjon')).message;
    const words = wordsOf(card);
    for (const told of ['Meldeplikt', 'Bilder av barn', '3. desember', 'Mari Fadder', '0 av 9'])
      expect(words).toContain(told);
    const welcome = await drive.installs(nora);
    expect(welcome && buttonsOf(welcome).map(({ verb }) => verb)).toContain('intro.show');
  });

  test('is ticked by the new hire once; a second press changes nothing', async () => {
    await drive.executes(nora, 'intro.tick', tick('bti-dag'));
    expect(await ticks()).toMatchObject([{ stepId: 'bti-dag', by: 'nora', as: 'self' }]);
    expect(wordsOf(await drive.executes(nora, 'intro.tick', tick('bti-dag')))).toContain('krysset av fra før');
    expect(await ticks()).toHaveLength(1);
    expect(await auditOf('nora')).toEqual([]);
  });

  test('is seen and ticked by the leader, which stands in the audit', async () => {
    const list = (await drive.says(rektor, 'nye kolleger')).message;
    expect(wordsOf(list)).toContain('Nora Dal');
    expect(wordsOf(list)).not.toContain('Olav Berg');
    const plan = await drive.presses(rektor, list, 'Se introduksjonen til Nora Dal');
    expect(wordsOf(plan)).toContain('Første samtale med lederen');
    await drive.executes(rektor, 'intro.tick', tick('samtale-med-leder'));
    expect(await ticks()).toMatchObject([{ stepId: 'samtale-med-leder', by: 'rektor', as: 'leader' }]);
    expect(await auditOf('nora')).toMatchObject([{ action: 'intro.tick', actorId: 'rektor', subjectId: 'nora' }]);
  });

  test('is seen by the mentor in another unit, who ticks what is the mentor’s and nothing else', async () => {
    expect(wordsOf((await drive.says(mentor, 'nye kolleger')).message)).toContain('Nora Dal');
    await drive.executes(mentor, 'intro.tick', tick('fadder'));
    expect(wordsOf(await drive.executes(mentor, 'intro.tick', tick('samtale-med-leder')))).toContain(
      'kan ikke krysse av',
    );
    expect(await ticks()).toMatchObject([{ stepId: 'fadder', as: 'mentor' }]);
  });

  test('is nobody else’s: a colleague, another leader, and a mentor whom the list names no more', async () => {
    for (const person of [olav, elsewhere, styrer]) {
      expect(wordsOf(await drive.executes(person, 'intro.show', { personId: 'nora' }))).not.toContain('Nora');
      await drive.executes(person, 'intro.tick', tick('bti-dag'));
    }
    expect(await ticks()).toEqual([]);
    expect(await auditOf('olav')).toMatchObject([{ action: 'refused' }, { action: 'refused' }]);
  });

  test('of a leader who is new is not signed by that leader as leader', async () => {
    expect(wordsOf((await drive.says(styrer, 'min introduksjon')).message)).toContain('Lederansvar');
    await drive.executes(styrer, 'intro.tick', tick('fadder', 'styrer'));
    expect(await ticks('styrer')).toMatchObject([{ as: 'self' }]);
    expect(wordsOf((await drive.says(styrer, 'nye kolleger')).message)).toContain('Ingen er ny');
  });

  test('is that of the own work for who stands in for a leader meanwhile', async () => {
    const until = '2026-12-18';
    const deputy = aPerson('deputy', {
      ...{ employedOn: '2026-11-16', aadObjectId: aad(75), unitId: 'nybygg' },
      actsFor: [{ unitId: 'nybygg', until }],
    });
    await drive.knows(deputy);
    for (const shown of [
      (await drive.says(deputy, 'min introduksjon')).message,
      await drive.executes(deputy, 'intro.show', { personId: 'deputy' }),
      await drive.executes(deputy, 'intro.tick', tick('bti-dag', 'deputy')),
    ]) {
      expect(wordsOf(shown)).toContain('Meldeplikt');
      expect(wordsOf(shown)).not.toContain('Lederansvar');
    }
  });

  test('names no mentor who has not begun', async () => {
    await changeMentor({ employedOn: '2027-02-01' });
    expect(wordsOf((await drive.says(nora, 'min introduksjon')).message)).not.toContain('Mari Fadder');
  });

  test('names no mentor who has left', async () => {
    expect(wordsOf((await drive.says(nora, 'min introduksjon')).message)).toContain('Mari Fadder');
    await changeMentor({ endsOn: '2026-11-22' });
    expect(wordsOf((await drive.says(nora, 'min introduksjon')).message)).not.toContain('Mari Fadder');
  });

  test('names nobody whose user name is another one by now', async () => {
    await changeMentor({ upnKey: 'upn:another' });
    expect(wordsOf((await drive.says(nora, 'min introduksjon')).message)).not.toContain('Mari Fadder');
  });

  test('is not for who has been here for long', async () => {
    expect(wordsOf((await drive.says(olav, 'min introduksjon')).message)).toContain('ingen introduksjonsplan');
  });
});

describe('who comes back and is introduced anew', () => {
  const june = new Date('2026-06-01T09:00:00Z');
  const works = (validFrom: LocalDate, knownAt: string, work: { employedOn: LocalDate; endsOn?: LocalDate }) =>
    createRow(memberRow, {
      ...{ unitId: 'solbakken', validFrom, knownAt: new Date(knownAt) },
      work: { sector: nora.sector, roles: nora.roles, ...work },
    });
  const wasTicked = (at: Date) => createRow(introTickRow, { stepId: 'bti-dag', at, by: 'rektor', as: 'leader' });
  const knows = (...writes: PersonWrite[]) => drive.stores.people.commit({ personId: 'nora', writes });
  const back = works('2026-11-10', '2026-11-10T03:00:00Z', { employedOn: nora.employedOn });
  const shown = async () => wordsOf((await drive.says(nora, 'min introduksjon')).message);

  test('finds what was ticked before as not done, and it is ticked once more, once', async () => {
    const left = works('2026-06-16', '2026-06-16T03:00:00Z', { employedOn: '2026-05-01', endsOn: '2026-06-15' });
    await knows(left, back, wasTicked(june));
    expect(await shown()).toContain('0 av 9');
    await drive.executes(nora, 'intro.tick', tick('bti-dag'));
    expect(await shown()).toContain('1 av 9');
    expect(wordsOf(await drive.executes(rektor, 'intro.tick', tick('bti-dag')))).toContain('krysset av fra før');
    expect(await ticks()).toMatchObject([{ at: mondayMorning, by: 'nora', as: 'self' }]);
  });

  test('keeps what is ticked from the day that it was told, also before the last day of before', async () => {
    const ends = works('2026-05-01', '2026-05-01T03:00:00Z', { employedOn: '2026-05-01', endsOn: '2026-11-13' });
    await knows(ends, back, wasTicked(new Date('2026-11-11T09:00:00Z')));
    expect(await shown()).toContain('1 av 9');
  });

  test.each<[string, { employedOn: LocalDate; endsOn?: LocalDate }]>([
    ['was moved', { employedOn: '2026-06-01' }],
    ['had not come on a night when they were not in the list', { employedOn: '2026-08-01', endsOn: '2026-07-15' }],
  ])('is nobody whose first day %s', async (_, before) => {
    await knows(works('2026-07-15', '2026-07-15T03:00:00Z', before), back, wasTicked(june));
    expect(await shown()).toContain('1 av 9');
  });
});

describe('a unit with several leaders', () => {
  test('shows each of them who is new, and takes a tick from either', async () => {
    const second = aPerson('second', {
      ...{ displayName: 'Tor To', employedOn: '2020-01-01', aadObjectId: aad(74) },
      ...{ roles: ['employee', 'leader'], leads: ['solbakken'] },
    });
    await drive.knows(second);
    for (const leader of [rektor, second]) {
      expect(wordsOf((await drive.says(leader, 'nye kolleger')).message)).toContain('Nora Dal');
    }
    await drive.executes(second, 'intro.tick', tick('bti-kontakt'));
    await drive.executes(rektor, 'intro.tick', tick('bti-kontakt'));
    expect(await ticks()).toMatchObject([{ by: 'second', as: 'leader' }]);
  });
});

describe('a mentor who also leads the unit of the new colleague', () => {
  const both = async () => {
    await changeMentor({ roles: ['employee', 'leader'], leads: ['solbakken'] });
    await drive.stores.units.createLeader('mentor', 'solbakken');
  };
  const deputises = () => changeMentor({ actsFor: [{ unitId: 'solbakken', until: '2026-12-18' }] });

  test.each([
    ['by the staff list', both],
    ['in somebody else’s place', deputises],
  ])('%s, ticks the steps of either: as leader where the step names leaders, else as mentor', async (_, settles) => {
    await settles();
    const shown = await drive.executes(mentor, 'intro.show', { personId: 'nora' });
    const offered = buttonsOf(shown).flatMap(({ verb, data }) => (verb === 'intro.tick' ? [data.stepId] : []));
    expect(offered).toEqual(expect.arrayContaining(['fadder', 'samtale-med-leder', 'bti-kontakt']));
    for (const stepId of ['fadder', 'samtale-med-leder', 'bti-kontakt'])
      await drive.executes(mentor, 'intro.tick', tick(stepId));
    const as = Object.fromEntries((await ticks()).map((each) => [each.stepId, each.as]));
    expect(as).toEqual({ fadder: 'mentor', 'samtale-med-leder': 'leader', 'bti-kontakt': 'leader' });
  });

  test('sees and ticks as mentor, and as mentor only, where lists by name have not been discussed', async () => {
    await open({ UNDRING_PACK: await copyContent(notDiscussed) });
    await both();
    const list = (await drive.says(mentor, 'nye kolleger')).message;
    const plan = await drive.presses(mentor, list, 'Se introduksjonen til Nora Dal');
    expect(wordsOf(plan)).toContain('Første samtale med lederen');
    await drive.executes(mentor, 'intro.tick', tick('samtale-med-leder'));
    await drive.executes(mentor, 'intro.tick', tick('fadder'));
    await drive.executes(mentor, 'intro.tick', tick('bti-kontakt'));
    expect((await ticks()).map(({ stepId, as }) => [stepId, as]).toSorted()).toEqual([
      ['bti-kontakt', 'mentor'],
      ['fadder', 'mentor'],
    ]);
  });
});

describe('a press of a mentor on an old message', () => {
  test('shows the own list, and is no refusal, when the introduction is over', async () => {
    await drive.clockTo(new Date('2027-06-14T09:00:00Z'));
    const shown = wordsOf(await drive.executes(mentor, 'intro.show', { personId: 'nora' }));
    expect(shown).toContain('Ingen er ny');
    expect(await toArray(drive.stores.audit.listAbout('202706', 'mentor'))).toEqual([]);
  });
});

test('all who are new are reached, page by page, also from a list of before there were pages', async () => {
  const many = Array.from({ length: 23 }, (_, n) =>
    aPerson(`new-${n}`, { displayName: `Ny ${n}`, employedOn: '2026-11-16', aadObjectId: aad(200 + n) }),
  );
  await drive.knows(...many);
  const namesOn = (card: Message) =>
    buttonsOf(card).flatMap(({ verb, data }) => (verb === 'intro.show' ? [data.personId] : []));
  const first = await drive.executes(rektor, 'intro.people', {});
  expect(wordsOf(first)).toContain('Side 1 av 2');
  const second = await drive.presses(rektor, first, 'Neste side');
  expect(wordsOf(second)).toContain('Side 2 av 2');
  const seen = [...namesOn(first), ...namesOn(second)];
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(many.map(({ personId }) => personId)));
  expect(namesOn(await drive.presses(rektor, second, 'Forrige side'))).toEqual(namesOn(first));
});

describe('where lists by name have not been discussed', () => {
  test('the leader is told so and sees nobody, and the mentor still sees the own new colleague', async () => {
    await open({ UNDRING_PACK: await copyContent(notDiscussed) });
    const shown = wordsOf((await drive.says(rektor, 'nye kolleger')).message);
    expect(shown).toContain('drøftet');
    expect(shown).not.toContain('Nora');
    await drive.executes(rektor, 'intro.tick', tick('samtale-med-leder'));
    expect(await ticks()).toEqual([]);
    expect(wordsOf((await drive.says(mentor, 'nye kolleger')).message)).toContain('Nora Dal');
  });
});
