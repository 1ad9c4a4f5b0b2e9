import { describe, expect, test } from 'vitest';
import { copyContent, type Edit } from '../support/copy-pack.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { kari, mondayMorning, settle } from './people.ts';

async function open(...edits: readonly Edit[]): Promise<Drive> {
  const drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: await copyContent(...edits) });
  await settle(drive);
  return drive;
}
const asksFor = async (drive: Drive, text: string): Promise<string> => wordsOf((await drive.says(kari, text)).message);

describe('a slip in the words', () => {
  test.each([
    [
      'a brace too many',
      { file: 'text/guide/nb.yaml', find: 'summary: Svar fra Undring', put: 'summary: "Svar { fra Undring"' },
    ],
    ['a file that is no YAML', { file: 'text/guide/nb.yaml', put: 'a: b: c\n' }],
    ['a file that is gone', { file: 'text/guide/nb.yaml' }],
  ] as const)('of the guide in bokmål keeps nobody from it: %s', async (_, edit) => {
    const drive = await open(edit);
    const words = await asksFor(drive, 'jeg er bekymret for et barn');
    expect(words).toMatch(/112/);
    expect(words).not.toMatch(/Noe gikk galt/);
    expect(await asksFor(drive, 'hjelp')).toMatch(/bekymret/i);
  });

  test.each(['common', 'notice', 'help'])('of %s in bokmål is answered in the other Norwegian', async (feature) => {
    const drive = await open({ file: `text/${feature}/nb.yaml`, put: 'a: b: c\n' });
    for (const text of ['jeg er bekymret for et barn', 'hjelp'])
      expect(await asksFor(drive, text)).toMatch(/112|hjelp/i);
    expect(wordsOf(await drive.executes(kari, 'gone.verb', {}))).toMatch(/kort/i);
  });
});

describe('without any words', () => {
  test('whoever asks gets the numbers that always answer', async () => {
    const drive = await open({ file: 'text' });
    for (const text of ['jeg er bekymret for et barn', 'hjelp', 'moduler']) {
      const words = await asksFor(drive, text);
      expect(words).toMatch(/Er det fare nå\? Ring først\./);
      expect(words).toMatch(/112[\s\S]*113[\s\S]*116 111/);
    }
    const told = await drive.executesAll(kari, 'help.show', {});
    expect(told).toHaveLength(1);
    const reply = await drive.says(kari, 'jeg er bekymret for 15061199999, ring 912 34 956');
    expect(wordsOf(reply.message)).toMatch(/112/);
    expect(drive.events).toContainEqual({ event: 'background-failed', at: 'notice', kind: 'bug' });
  });
});

describe('without a pack.yaml that can be read', () => {
  const broken: Edit = { file: 'pack.yaml', find: 'discussedOn: 2026-08-10', put: 'discussedOn: 2026-8-10' };

  test('help is the municipality’s own, and nobody is shown a module', async () => {
    const drive = await open(broken);
    const words = await asksFor(drive, 'jeg er bekymret for et barn');
    expect(words).toMatch(/112/);
    expect(words).not.toMatch(/kan ikke leses/);
    expect(await asksFor(drive, 'hjelp')).not.toMatch(/Noe gikk galt/);
    expect(await asksFor(drive, 'moduler')).not.toMatch(/Noe gikk galt/);
  });

  test('the service starts, tells which file it is, and sends nothing', async () => {
    const roles = async (drive: Drive) => {
      await drive.service.start();
      await drive.service.stop();
      return drive.events.find(({ event }) => event === 'service-started');
    };
    expect(await roles(await open(broken))).toMatchObject({ roles: 'bot' });
    expect(await roles(await open())).toMatchObject({ roles: 'bot jobs' });
  });
});
