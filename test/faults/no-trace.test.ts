import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf } from '../support/drive.ts';
import { readStorage } from './canaries.ts';
import { startWholeService, type WholeService } from './whole-service.ts';

const names = ['kari', 'olav'];
let service: WholeService;

beforeAll(async () => {
  // Jobs write a line a minute, whoever talks with the bot.
  service = await startWholeService(names, undefined, { UNDRING_ROLES: 'bot' });
  for (const name of names) await service.teams.say(name, 'hei');
});
afterAll(() => service.stop());

/** How many messages Undring sends at what time, to whomever and about whatever: rows that count, and name nobody. */
const isSlot = (line: string): boolean => line.includes('"partitionKey":"slot"');

async function readRows(): Promise<{ slots: readonly string[]; others: string }> {
  const lines = (await readStorage(service.prefix)).text.split('\n');
  return { slots: lines.filter(isSlot), others: lines.filter((line) => !isSlot(line)).join('\n') };
}

/** Everything that one turn after the other leaves: rows with their etags and times, queue messages, and lines without their time. */
async function traceOf(turns: () => Promise<number>) {
  const before = { rows: (await readRows()).others, told: service.output().length };
  const taken = await turns();
  const lines = service.output().slice(before.told).split('\n').filter(Boolean);
  return {
    taken,
    rows: (await readRows()).others === before.rows ? 'as they were' : 'changed',
    lines: lines.map((line) => line.replace(/"time":"[^"]*"/, '')),
  };
}

async function press(name: string, title: string): Promise<void> {
  const { card, activityId } = service.teams.lastCard(name);
  const buttons = buttonsOf({ card });
  const button = buttons.find((one) => one.title === title || one.verb === title);
  expect(button, `${title} among ${buttons.map((one) => one.title)}`).toBeDefined();
  const { deliveries } = await service.teams.pressAction(name, activityId, { type: 'Action.Execute', ...button });
  expect(deliveries.map(({ status }) => status)).toEqual([200]);
}

const walk: readonly (readonly [how: 'say' | 'press', what: string])[] = [
  ['say', 'Jeg er bekymret for en elev, han har blåmerker og sier at pappa slo'],
  ['press', 'Neste: skriv ned det du vet'],
  ['press', 'guide.finish'],
  ['say', 'eg er uroleg for eit barn'],
  ['press', 'Noe annet bekymrer meg'],
  ['press', 'guide.answer'],
  ['press', 'guide.answer'],
  ['press', 'Er det fare nå?'],
  ['say', 'hvem ringer jeg nå'],
  ['say', 'hva er meldeplikt'],
  ['say', '112'],
];

describe('who asks the guide', () => {
  test('leaves exactly as much behind as who asks for help: nothing', async () => {
    const help = await traceOf(async () => {
      for (const _ of walk) await service.teams.say('olav', 'hjelp');
      return walk.length;
    });
    const guide = await traceOf(async () => {
      for (const [how, what] of walk) await (how === 'say' ? service.teams.say('kari', what) : press('kari', what));
      return walk.length;
    });
    expect(guide).toEqual(help);
    expect(help).toEqual({ taken: walk.length, rows: 'as they were', lines: [] });
  });

  test('is counted among all that is sent, by a number and nothing else', async () => {
    const { slots } = await readRows();
    const known = ['etag', 'partitionKey', 'rowKey', 'timestamp', 'window', 'given', 'writeId'];
    const columns = new Set(slots.flatMap((line) => Object.keys(JSON.parse(line))));
    expect([...columns].filter((column) => !known.includes(column))).toEqual([]);
    expect(slots.length).toBeGreaterThan(0);
  });

  test('would have been seen: a module that is opened leaves a row', async () => {
    const { rows } = await traceOf(async () => {
      await service.teams.say('kari', 'moduler');
      await press('kari', 'module.open');
      return 2;
    });
    expect(rows).toBe('changed');
  });
});
