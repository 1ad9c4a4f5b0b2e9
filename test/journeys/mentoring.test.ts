import { beforeEach, describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/core/local-date.ts';
import type { Person } from '../../src/features/people/person.ts';
import { profileRow } from '../../src/features/people/person-rows.ts';
import { replaceRow } from '../../src/features/people/person-store.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { mentor, mondayMorning, nora, settle, settleMentor } from './people.ts';

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await settleMentor(drive);
  for (const person of [mentor, nora]) await drive.installs(person);
});

/** What somebody was told of the other one, with the days between. */
const aboutMentoring = ({ personId }: Person): string[] =>
  drive.sent
    .filter(({ to, message }) => to.conversationId === `a:${personId}` && message.summary === 'Om fadderordningen')
    .map(({ message }) => wordsOf(message).split('\n')[0] ?? '');
const runsNight = async (iso: string) => {
  await drive.clockTo(new Date(iso));
  await drive.service.jobs.runTick(drive.now());
};
/** As the staff list does. */
async function changesNora(change: (before: Person) => Person): Promise<void> {
  const stored = await drive.stores.people.get('nora', profileRow);
  if (!stored) throw new Error('nora is gone');
  const writes = [replaceRow(profileRow, change(stored.value), stored.etag)];
  await drive.stores.people.commit({ personId: 'nora', writes });
}

describe('a new hire and the mentor whom the staff list names', () => {
  test('are introduced to each other, and reminded to talk in weeks 1, 4 and 12, each thing once', async () => {
    await runsNight('2026-11-24T02:00:00Z');
    await drive.clockTo(new Date('2027-03-15T12:00:00Z'));
    const talk = (name: string) => `Snakk med ${name} denne uka`;
    expect(aboutMentoring(mentor)).toEqual(['Du er fadder for Nora Dal', ...Array(3).fill(talk('Nora Dal'))]);
    expect(aboutMentoring(nora)).toEqual(['Mari Fadder er fadderen din', ...Array(3).fill(talk('Mari Fadder'))]);
  });

  test('hear nothing of a first day that was moved, and each thing when it comes', async () => {
    const begins = (employedOn: LocalDate) => changesNora((before) => ({ ...before, employedOn }));
    await begins('2026-12-01');
    await runsNight('2026-11-24T02:00:00Z');
    await drive.clockTo(new Date('2026-11-30T12:00:00Z'));
    await begins('2027-01-04');
    await drive.clockTo(new Date('2027-01-03T12:00:00Z'));
    expect([...aboutMentoring(mentor), ...aboutMentoring(nora)]).toEqual([]);
    await drive.clockTo(new Date('2027-01-12T12:00:00Z'));
    expect(aboutMentoring(mentor)).toEqual(['Du er fadder for Nora Dal', 'Snakk med Nora Dal denne uka']);
    expect(aboutMentoring(nora)).toHaveLength(2);
  });

  test('are introduced the day after a list that did not have the mentor on the first day', async () => {
    await runsNight('2026-11-24T02:00:00Z');
    await changesNora(({ mentorKey: _, ...without }) => without);
    await drive.clockTo(new Date('2026-11-24T12:00:00Z'));
    expect([...aboutMentoring(mentor), ...aboutMentoring(nora)]).toEqual([]);
    await changesNora(() => nora);
    await drive.clockTo(new Date('2026-11-27T12:00:00Z'));
    expect(aboutMentoring(mentor)).toEqual(['Du er fadder for Nora Dal']);
    expect(aboutMentoring(nora)).toEqual(['Mari Fadder er fadderen din']);
  });

  test('find each other from the message', async () => {
    await runsNight('2026-11-24T02:00:00Z');
    await drive.clockTo(new Date('2026-11-25T12:00:00Z'));
    const card = drive.sent.find(({ to, message }) => {
      return to.conversationId === 'a:mentor' && message.summary === 'Om fadderordningen';
    })?.message;
    if (!card) throw new Error('the mentor was told nothing');
    expect(wordsOf(await drive.presses(mentor, card, 'Se introduksjonen'))).toContain('Introduksjonen til Nora Dal');
  });

  test('find each other too when the mentor is named after the messages, for as long as the introduction lasts', async () => {
    await changesNora(({ mentorKey: _, ...without }) => without);
    await drive.clockTo(new Date('2027-03-15T12:00:00Z'));
    await changesNora(() => nora);
    await runsNight('2027-03-16T02:00:00Z');
    expect(aboutMentoring(mentor)).toEqual([]);
    expect(wordsOf((await drive.says(mentor, 'nye kolleger')).message)).toContain('Nora Dal');
  });

  test('are left alone by it when they say no', async () => {
    await drive.executes(mentor, 'preferences.set', { followUps: 'off' });
    await runsNight('2026-11-24T02:00:00Z');
    await drive.clockTo(new Date('2026-12-20T12:00:00Z'));
    expect(aboutMentoring(mentor)).toEqual([]);
    expect(aboutMentoring(nora).length).toBeGreaterThan(0);
  });

  test('hear nothing more of each other when the staff list says that they are no pair', async () => {
    await runsNight('2026-11-24T02:00:00Z');
    await drive.clockTo(new Date('2026-11-25T12:00:00Z'));
    await changesNora(({ mentorKey: _, ...without }) => without);
    await drive.clockTo(new Date('2027-03-15T12:00:00Z'));
    expect(aboutMentoring(mentor)).toHaveLength(1);
    expect(wordsOf((await drive.says(mentor, 'nye kolleger')).message)).toContain('Ingen er ny');
  });
});
