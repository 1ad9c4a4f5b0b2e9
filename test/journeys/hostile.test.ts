import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../src/features/people/person.ts';
import { conversationRow } from '../../src/features/people/person-rows.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { progressRow } from '../../src/features/progress/progress-rows.ts';
import { readTurn } from '../../src/inbound/bot/read-turn.ts';
import { nonsense } from '../faults/hostile-texts.ts';
import { installActivity, messageActivity, tenantId } from '../inbound/bot/activities.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { readFiles } from '../support/source-files.ts';
import { strangeName } from '../views/strange-name.ts';
import { elsewhere, kari, mondayMorning, olav, rektor, settle, stranger } from './people.ts';

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

const channel = { id: '19:felles@thread.tacv2', conversationType: 'channel', tenantId };
const chatOf = async (personId: string) => (await drive.stores.people.get(personId, conversationRow))?.value;
const fromOlav = { from: { id: '29:olav', aadObjectId: olav.aadObjectId } };

describe('an event from a shared place', () => {
  test('that the app was taken out of a channel does not silence the one who did it', async () => {
    await drive.installs(olav);
    const turn = readTurn(installActivity('remove', { ...fromOlav, conversation: channel }));
    if (!turn) throw new Error('the activity has no shape that the bot reads');
    await drive.service.answer(turn);
    expect(await chatOf('olav')).toMatchObject({ state: 'open' });
  });

  test('a thread that does not say what kind it is gets nothing personal, and is never kept as an address', async () => {
    const unnamed = { id: '19:felles@thread.tacv2;messageid=1', tenantId };
    const { message } = await drive.says(rektor, 'status', { conversation: unnamed });
    expect(wordsOf(message)).toContain('privat chat');
    expect(await chatOf('rektor')).toBeUndefined();
    const group = { id: 'b:1', isGroup: true, tenantId };
    expect(wordsOf((await drive.says(rektor, 'status', { conversation: group })).message)).toContain('privat chat');
  });
});

describe('a worry with a tail of nonsense', () => {
  const worry = 'jeg er bekymret for et barn';

  test.each([
    ['endings', 'as'.repeat(7000)],
    ['one long word', nonsense(20_000)],
  ])('gets the card that it gets without: %s', async (_, tail) => {
    const plain = wordsOf((await drive.says(kari, worry)).message);
    expect(plain).toContain('112');
    expect(wordsOf((await drive.says(kari, `${worry} ${tail}`)).message)).toBe(plain);
    expect(wordsOf(await drive.executes(kari, 'find.search', { words: `${worry} ${tail}` }))).toBe(plain);
    expect(drive.events.filter(({ event }) => event === 'turn-failed')).toEqual([]);
  });
});

describe('an activity with holes', () => {
  test('without the bot as its recipient is answered, and the person is still known at the next', async () => {
    for (const recipient of [undefined, {}, { id: '' }]) {
      await drive.says(kari, 'moduler', { recipient });
      await drive.installs(olav, { recipient });
    }
    expect(wordsOf((await drive.says(kari, 'moduler')).message)).toContain('Meldeplikt');
    expect(wordsOf((await drive.says(olav, 'moduler')).message)).toContain('Meldeplikt');
    expect(await chatOf('kari')).toMatchObject({ botId: '28:bot' });
  });

  test('where Teams writes null instead of nothing, there is still an answer', () => {
    const nothing = {
      ...{ name: null, action: null, text: null, value: null, replyToId: null, locale: null, entities: null },
      from: { id: '29:x', aadObjectId: null, tenantId: null, userRole: null, role: null },
      conversation: { id: 'a:x', conversationType: null, tenantId: null },
      channelData: { tenant: null },
    };
    expect(readTurn(messageActivity('', nothing))).toMatchObject({
      kind: 'message',
      conversation: { kind: 'personal' },
    });
    expect(readTurn(messageActivity('', { ...nothing, id: null, recipient: null, channelData: null }))).toBeDefined();
  });

  test('in a language that is a word of JavaScript is answered in ours', async () => {
    for (const locale of ['constructor', '__proto__', 'toString', 'x'.repeat(100_000)]) {
      expect(wordsOf((await drive.says(kari, 'hva gjør jeg?', { locale })).message)).toContain('112');
    }
  });
});

describe('a name that tries everything', () => {
  const name = `${strangeName}\r\n# Ring 1881\u2028[her](javascript:alert(1))`;
  const everyText = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyText) : [];
  };

  test('is only a name, on every card and in every notification', async () => {
    drive = await createDrive(mondayMorning);
    await drive.stores.units.createUnit({ unitId: 'solbakken', name, sector: 'school' });
    await drive.stores.units.createUnit({ unitId: 'fjordgløtt', name, sector: 'kindergarten' });
    const named = { displayName: name, givenName: name };
    const leader = { ...rektor, ...named, leads: ['solbakken', 'fjordgløtt'] };
    const newcomer = { ...kari, ...named };
    await drive.knows(newcomer, leader, { ...olav, ...named });
    const messages = [await drive.installs(newcomer), await drive.installs(leader)];
    for (const person of [newcomer, leader]) {
      for (const text of ['hei', 'moduler', 'fremdrift', 'status', 'hjelp', 'hva gjør jeg?', 'hva ser lederen?']) {
        messages.push((await drive.says(person, text)).message);
      }
      for (const unitId of leader.leads) messages.push(await drive.executes(person, 'digest.status', { unitId }));
      messages.push(await drive.executes(person, 'digest.what-leader-sees', {}));
    }
    await drive.clockTo(new Date('2026-12-14T12:00:00Z'));
    messages.push(...drive.sent.map(({ message }) => message));
    expect(drive.sent.length).toBeGreaterThan(2);
    const texts = messages.flatMap(everyText);
    expect(texts.some((text) => text.includes('Kari'))).toBe(true);
    const harm = /\*\*Kari|\]\(h|\]\(j|<at>|\$\{|\{\{|`x`|~~y|[\r\u202e\u2028]|(?:^|\n)# /u;
    expect(texts.filter((text) => harm.test(text))).toEqual([]);
  });
});

describe('ids in card data', () => {
  /** Every verb that there is, read from where they are defined: a new one is tried without anybody thinking of it. */
  const verbs = readFiles('src/inbound/bot/actions', '.ts').flatMap(({ code }) =>
    [...code.matchAll(/\bdefineAction\(\{\s*verb:\s*'([^']+)'/g)].map(([, name = '']) => name),
  );
  const employed = { employedOn: '2020-01-01', unitId: 'solbakken' } as const;
  const coordinator = aPerson('unn', { ...employed, roles: ['employee', 'coordinator'], aadObjectId: 'aad-unn' });
  const administrator = aPerson('ali', { ...employed, roles: ['employee', 'administrator'], aadObjectId: 'aad-ali' });
  /** What everybody did, and who gets what tomorrow, is what the administrator may read. */
  const mayRead = (person: Person, verb: string): boolean =>
    person === administrator && ['audit.show', 'sending.plan'].includes(verb);
  /** These two see the figures of every unit, by its name. */
  const mayReadUnits = (person: Person, verb: string): boolean =>
    [coordinator, administrator].includes(person) && verb.startsWith('rollup.');
  const foreign = [
    { unitId: 'fjordgløtt' },
    { personId: 'elsewhere', aadObjectId: elsewhere.aadObjectId },
    { leaderId: 'rektor', person: 'rektor', from: { aadObjectId: rektor.aadObjectId } },
    {
      unitId: 'fjordgløtt',
      moduleId: 'meldeplikt',
      position: 0,
      choice: 'a',
      page: 0,
      actor: 'rektor',
      roles: ['leader'],
    },
    JSON.parse('{"__proto__":{"unitId":"fjordgløtt"},"constructor":{"prototype":{"leads":["fjordgløtt"]}}}'),
    { moduleId: '__proto__', position: 0, choice: '__proto__' },
    { moduleId: '../elsewhere/meldeplikt', position: 0 },
    { unitId: "fjordgløtt' or PartitionKey ne '" },
    { sessionId: 'abcdefghijklmnopqrst', unitId: 'fjordgløtt', people: 'elsewhere,rektor', position: 1 },
    {
      moduleId: 'meldeplikt',
      cycle: 1,
      askedAt: '2026-11-23T09:00:00.000Z',
      personId: 'elsewhere',
      contactId: 'barnevern',
    },
  ];

  test('show nobody anything of somebody else, and change nothing of theirs, at any verb', async () => {
    await drive.executes(elsewhere, 'module.open', { moduleId: 'meldeplikt' });
    const before = await toArray(drive.stores.people.list('elsewhere', progressRow));
    await drive.knows(coordinator, administrator);
    expect(verbs.length).toBeGreaterThan(40);
    const askers = [kari, rektor, coordinator, administrator, stranger];
    const tries = askers.flatMap((person) => verbs.flatMap((verb) => foreign.map((data) => ({ person, verb, data }))));
    for (const { person, verb, data } of tries.filter(({ person: asker, verb: asked }) => !mayRead(asker, asked))) {
      const words = JSON.stringify(await drive.executes(person, verb, data));
      expect(words, `${person.personId} ${verb} ${JSON.stringify(data)}`).not.toMatch(/Jon|Dahl/);
      if (!mayReadUnits(person, verb)) expect(words, `${person.personId} ${verb}`).not.toContain('Fjordgløtt');
      if (person !== rektor) expect(words, `${person.personId} ${verb}`).not.toMatch(/Olav|Berg/);
    }
    expect(await toArray(drive.stores.people.list('elsewhere', progressRow))).toEqual(before);
    expect(drive.events.filter(({ event }) => event === 'permission-refused').length).toBeGreaterThan(0);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('a guest who bears the id of somebody we know gets nothing of theirs', async () => {
    const guests = [{ userRole: 'guest' }, { userRole: 'anonymous' }, { role: 'Guest' }, { tenantId: 'elsewhere' }];
    for (const guest of guests) {
      const from = { id: '29:rektor', aadObjectId: rektor.aadObjectId, ...guest };
      for (const verb of verbs) {
        const words = JSON.stringify(
          await drive.executes(rektor, verb, { moduleId: 'meldeplikt', position: 0 }, { from }),
        );
        expect(words, verb).not.toMatch(/Siv|Kari|Olav|Solbakken/);
      }
    }
    expect(await chatOf('rektor')).toBeUndefined();
    expect(await toArray(drive.stores.people.list('rektor', progressRow))).toEqual([]);
  });
});
