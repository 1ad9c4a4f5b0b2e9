import { beforeEach, describe, expect, test } from 'vitest';
import { preferencesRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../../src/features/people/person-store.ts';
import { reminderRow } from '../../src/features/reminders/reminder-rows.ts';
import { copyContent } from '../support/copy-pack.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { kari, mondayMorning, settle, stranger } from './people.ts';

let drive: Drive;
beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.says(kari, 'hei');
});
const chosen = async () => (await drive.stores.people.get('kari', preferencesRow))?.value;
const sentOn = () => drive.sent.map(({ to }) => to.conversationId).filter((id) => id === 'a:kari').length;

describe('"innstillinger"', () => {
  test('changes the language on the spot, also of what is sent later, and back to that of Teams', async () => {
    const card = (await drive.says(kari, 'innstillinger')).message;
    const nynorsk = await drive.presses(kari, card, 'Nynorsk');
    expect(wordsOf(nynorsk)).toContain('Språket er bytt.');
    expect(wordsOf((await drive.says(kari, 'hei')).message)).not.toContain('Jeg er bekymret');
    await drive.presses(kari, nynorsk, 'Som i Teams');
    expect(await chosen()).toEqual({ nudges: 'on' });
  });

  test('pauses without a reason, sends nothing until it is over, and then what is due', async () => {
    const card = (await drive.says(kari, 'innstillinger')).message;
    const paused = await drive.presses(kari, card, 'Start pausen', { pausedUntil: '2026-12-04' });
    expect(wordsOf(paused)).toContain('Til og med fredag 4. desember');
    await drive.clockTo(new Date('2026-12-05T12:00:00Z'));
    expect(sentOn()).toBe(0);
    await drive.clockTo(new Date('2026-12-07T15:00:00Z'));
    expect(sentOn()).toBe(1);
  });

  test('ends a pause early, and hears the same day what it held back', async () => {
    await drive.executes(kari, 'preferences.pause', { pausedUntil: '2027-01-15' });
    await drive.clockTo(new Date('2026-12-02T09:00:00Z'));
    expect(sentOn()).toBe(0);
    await drive.executes(kari, 'preferences.pause', { pausedUntil: 'not' });
    await drive.service.jobs.runTick(drive.now());
    await drive.service.jobs.drain();
    expect(sentOn()).toBe(1);
  });

  test('ends a pause early, and hears at once of the guideline that changed meanwhile and of "Minn meg i morgen"', async () => {
    await drive.executes(kari, 'preferences.pause', { pausedUntil: '2027-10-01' });
    const held = { cycle: 1, class: 'nudge', dueAt: new Date('2027-10-04T07:00:00Z'), doubtfulSends: 0 } as const;
    const about = { ...held, state: 'planned', deadlineOn: '2026-11-30' } as const;
    const writes = [
      createRow(reminderRow, { ...about, moduleId: 'meldeplikt', stepId: 'snooze-2026-11-30', origin: 'snooze' }),
      createRow(reminderRow, { ...about, moduleId: 'policy.bilder', stepId: 'version-2', origin: 'step' }),
    ];
    await drive.stores.people.commit({ personId: 'kari', writes });
    await drive.clockTo(new Date('2026-12-02T09:00:00Z'));
    await drive.executes(kari, 'preferences.pause', { pausedUntil: 'not' });
    const rows = (await toArray(drive.stores.people.list('kari', reminderRow))).map(({ value }) => value);
    const waiting = rows.filter(({ stepId }) => stepId === 'snooze-2026-11-30' || stepId === 'version-2');
    expect(waiting.map(({ dueAt }) => dueAt)).toEqual(Array(2).fill(drive.now()));
    await drive.service.jobs.runTick(drive.now());
    await drive.service.jobs.drain();
    expect(sentOn()).toBe(1);
  });

  test('plans for who stands in for a leader nothing that only leaders take', async () => {
    const folder = await copyContent({
      file: 'pack.yaml',
      find: '  - id: lederansvar\n',
      put: '  - id: lederansvar\n    priority: { dueAfterDays: 28 }\n',
    });
    drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: folder });
    await settle(drive);
    const stored = await drive.stores.people.get('kari', profileRow);
    if (!stored) throw new Error('Kari has no profile');
    const deputy = { ...stored.value, actsFor: [{ unitId: 'solbakken', until: '2027-01-15' as const }] };
    await drive.stores.people.commit({ personId: 'kari', writes: [replaceRow(profileRow, deputy, stored.etag)] });
    await drive.executes(kari, 'preferences.pause', { pausedUntil: '2026-12-04' });
    const planned = await toArray(drive.stores.people.list('kari', reminderRow));
    expect(planned.map(({ value }) => value.moduleId)).toContain('meldeplikt');
    expect(planned.map(({ value }) => value.moduleId)).not.toContain('lederansvar');
  });

  test('ends a pause, and a second press changes nothing', async () => {
    await drive.executes(kari, 'preferences.pause', { pausedUntil: '2026-12-04' });
    for (const _ of ['once', 'twice']) {
      const ended = await drive.executes(kari, 'preferences.pause', { pausedUntil: 'not' });
      expect(wordsOf(ended)).toContain('Pausen er slutt.');
    }
    expect(await chosen()).toEqual({ nudges: 'on' });
  });

  test.each(['', 'snart', '2026-11-22', '2029-01-01', '2026-02-31'])(
    'takes "%s" for no date, and keeps nothing',
    async (pausedUntil) => {
      const card = await drive.executes(kari, 'preferences.pause', { pausedUntil });
      expect(wordsOf(card)).toContain('Velg en dato fra i dag');
      expect((await chosen())?.pausedUntil).toBeUndefined();
    },
  );

  test('sends in the chosen part of the day', async () => {
    await drive.executes(kari, 'preferences.set', { window: 'afternoon' });
    await drive.clockTo(new Date('2026-11-26T10:59:00Z'));
    expect(sentOn()).toBe(0);
    await drive.clockTo(new Date('2026-11-26T11:30:00Z'));
    expect(sentOn()).toBe(1);
  });

  test('keeps each choice when another one is made, and drops what is no choice', async () => {
    await drive.executes(kari, 'preferences.set', { window: 'morning' });
    await drive.executes(kari, 'preferences.set', { nudges: 'off' });
    await drive.executes(kari, 'preferences.set', { locale: 'sv', window: 'night', nudges: 7 });
    expect(await chosen()).toEqual({ nudges: 'off', window: 'morning' });
  });

  test('is for nobody whom we do not know', async () => {
    const card = await drive.executes(stranger, 'preferences.pause', { pausedUntil: '2026-12-04' });
    expect(wordsOf(card)).not.toContain('Varsler');
  });
});
