import { beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { kari, mondayMorning, olav, settle, stranger } from './people.ts';
import { takeModule } from './take-module.ts';

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

describe('an employee', () => {
  test('who says hei is told that this is a robot and not to write names', async () => {
    const { message } = await drive.says(olav, 'hei');
    expect(wordsOf(message)).toContain('robot');
    expect(wordsOf(message)).toMatch(/Teams kan lagre|Teams kan gjøre det/);
  });

  test('takes a module to the end, and it shows as done with its date', async () => {
    const done = await takeModule(drive, olav, 'meldeplikt');
    expect(wordsOf(done)).toContain('Meldeplikt');
    const again = await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' });
    expect(wordsOf(again)).toContain('23. november');
    expect(wordsOf((await drive.says(olav, 'min fremdrift')).message)).toContain('23. november');
    expect(wordsOf((await drive.says(olav, 'moduler')).message)).toContain('23. november');
  });

  test('goes from a module to what the guide says of the same, with the numbers on top', async () => {
    const first = await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' });
    const done = await takeModule(drive, olav, 'meldeplikt');
    for (const card of [first, done]) {
      const opened = wordsOf(await drive.presses(olav, card, 'Åpne veiviseren'));
      expect(opened).toContain('112');
      expect(opened).not.toContain('Bra jobbet');
    }
    expect(wordsOf(await drive.presses(olav, done, 'Åpne Avvergingsplikt'))).toContain('Den gjelder alle, alltid');
  });

  test('is led on to the courses of others when a module is done: outside Teams, with whose it is', async () => {
    const done = await takeModule(drive, olav, 'vold-og-overgrep');
    expect(wordsOf(done)).toMatch(
      /Lær mer, utenfor Teams\nhelsekompetanse.no\nKurs for ansatte i barnehage\nNettkurs · PBL/,
    );
    for (const url of ['https://helsekompetanse.no', 'https://campus.pbl.no/bundles/bvo']) {
      expect(JSON.stringify(done.card)).toMatch(new RegExp(`"Action.OpenUrl","title":"[^"]+","url":"${url}"`));
    }
  });

  test('comes back to the card where the module was left', async () => {
    const first = await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' });
    const second = await drive.executes(olav, 'module.show', { moduleId: 'meldeplikt', position: 3 });
    expect(wordsOf(second)).not.toBe(wordsOf(first));
    expect(wordsOf(await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' }))).toBe(wordsOf(second));
  });

  test('gets an answer to anything: an emoji, nothing, a thousand kilobytes', async () => {
    for (const text of ['🙂', '', '   ', 'asdfghjkl', 'x'.repeat(1_000_000)]) {
      expect(buttonsOf((await drive.says(olav, text)).message).length).toBeGreaterThan(0);
    }
  });

  test('may choose another language by the client', async () => {
    expect(wordsOf((await drive.says(olav, 'moduler', { locale: 'nn-NO' })).message)).toMatch(/Avverjingsplikt/);
    expect(wordsOf((await drive.says(olav, 'modules', { locale: 'en-GB' })).message)).not.toMatch(/plikt\b.*minutter/);
  });

  test('whom nobody has registered gets help and the guide, kindly, and no row', async () => {
    expect(buttonsOf((await drive.says(stranger, 'hei')).message).map(({ verb }) => verb)).toContain('guide.start');
    expect(buttonsOf((await drive.says(stranger, 'moduler')).message).map(({ verb }) => verb)).toContain('guide.start');
    expect(await drive.stores.personKeys.get(`aad:${stranger.aadObjectId}`)).toBeUndefined();
  });

  test('two presses at once on the last button leave one completion', async () => {
    await takeModule(drive, kari, 'meldeplikt');
    await Promise.all([1, 2, 3, 4].map(() => drive.executes(kari, 'module.complete', { moduleId: 'meldeplikt' })));
    const done = drive.events.filter(({ event }) => event === 'module-completed');
    expect(done).toEqual([{ event: 'module-completed', moduleId: 'meldeplikt', personId: 'kari' }]);
  });
});
