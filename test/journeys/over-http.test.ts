import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { compose, type Service } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { doneRow } from '../../src/features/progress/progress-rows.ts';
import { registerPerson } from '../../src/features/use-cases/register-person.ts';
import { createStubConnector, type StubConnector } from '../../src/tools/workbench/connector/stub-connector.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { type FaultProxy, portIn, startFaultProxy, throughProxy } from '../support/fault-proxy.ts';
import { aPerson } from '../support/person-builder.ts';
import { appId, environmentFor } from '../support/service-environment.ts';

/** One person for each test, so that none meets what another has done. */
const names = ['kari', 'olav', 'amina', 'jon', 'siv', 'nils'] as const;

let teams: StubConnector;
let tables: FaultProxy;
let service: Service;

beforeAll(async () => {
  teams = await createStubConnector({
    ...{ appId, tenantId, people: names.map((personaId) => ({ personaId, name: personaId })) },
    shared: [{ type: 'channel', name: 'Felles', memberIds: [...names] }],
  });
  await teams.listen();
  tables = await startFaultProxy(portIn(inject('azurite'), 'Table'));
  const config = readConfig({
    ...environmentFor(teams, throughProxy(inject('azurite'), { tables })),
    UNDRING_ROLES: 'bot',
    UNDRING_LOG_LEVEL: 'silent',
  });
  service = await compose(config);
  for (const name of names) {
    const { aadObjectId } = teams.people.find(({ personaId }) => personaId === name) ?? {};
    const person = aPerson(name, { aadObjectId });
    const needs = { ...service.stores, scheduleReminders: async () => {} };
    await registerPerson(needs, person, [aadKey(aadObjectId ?? '')], new Date('2026-11-23T09:00:00Z'));
  }
  teams.bot.url = `${(await service.start()).url}/api/messages`;
});

afterAll(async () => {
  await service.stop();
  await tables.stop();
  await teams.close();
});

const words = (name: string): string => JSON.stringify(teams.lastCard(name).card);
const completions = async (name: string): Promise<number> =>
  (await toArray(service.stores.people.list(name, doneRow))).length;
const statuses = (deliveries: readonly { status: number }[]): number[] => deliveries.map(({ status }) => status);

/** Goes through the module by its buttons until the one that completes it stands on the card. */
async function goToTheEnd(name: string): Promise<string> {
  await teams.say(name, 'moduler');
  const { activityId } = teams.lastCard(name);
  const module = service.pack.catalogue.modules.find(({ moduleId }) => moduleId === 'meldeplikt');
  if (!module) throw new Error('the pack has no module meldeplikt');
  const press = (verb: string, data: object) =>
    teams.pressAction(name, activityId, { type: 'Action.Execute', verb, data });
  const { moduleId } = module;
  await press('module.open', { moduleId });
  for (const [index, { questionId, options }] of module.quiz.entries()) {
    const choice = options
      .filter(({ isCorrect }) => isCorrect)
      .map(({ optionId }) => optionId)
      .join(',');
    await press('module.answer', { moduleId, position: module.cards.length + index, questionId, choice });
  }
  return activityId;
}

describe('over HTTP, with signed tokens and real storage', () => {
  test('a word is answered by one card', async () => {
    expect(statuses(await teams.say('kari', 'hei'))).toEqual([200]);
    expect(teams.messagesTo('kari')).toHaveLength(1);
    expect(words('kari')).toContain('robot');
  });

  test('the same message four times is answered once', async () => {
    const before = teams.messagesTo('kari').length;
    await teams.say('kari', 'moduler', { times: 4, ids: 'same', at: 'once' });
    expect(teams.messagesTo('kari')).toHaveLength(before + 1);
  });

  test('the same last press four times, with the same id, completes once', async () => {
    const activityId = await goToTheEnd('olav');
    const action = { type: 'Action.Execute', verb: 'module.complete', data: { moduleId: 'meldeplikt' } };
    const { deliveries } = await teams.pressAction('olav', activityId, action, { times: 4, ids: 'same', at: 'once' });
    expect(statuses(deliveries)).toEqual([200, 200, 200, 200]);
    expect(await completions('olav')).toBe(1);
  });

  test('the same last press four times, with new ids, completes once and every answer says so', async () => {
    const activityId = await goToTheEnd('amina');
    const action = { type: 'Action.Execute', verb: 'module.complete', data: { moduleId: 'meldeplikt' } };
    const { deliveries } = await teams.pressAction('amina', activityId, action, { times: 4, ids: 'new', at: 'once' });
    expect(deliveries.every(({ body }) => JSON.stringify(body).includes('Meldeplikt'))).toBe(true);
    expect(await completions('amina')).toBe(1);
  });

  test('a card that changed in place is still the changed one when the chat is opened again', async () => {
    await teams.say('jon', 'moduler');
    const { activityId } = teams.lastCard('jon');
    await teams.pressAction('jon', activityId, {
      type: 'Action.Execute',
      verb: 'module.open',
      data: { moduleId: 'meldeplikt' },
    });
    await expect.poll(() => JSON.stringify(teams.book.locate(activityId).activity.card)).toContain('kort 1 av');
  });

  test('a client without Action.Execute gets the same by Action.Submit', async () => {
    await teams.say('jon', 'hei');
    const { activityId } = teams.lastCard('jon');
    const before = teams.messagesTo('jon').length;
    await teams.press('jon', activityId, 'module.list', {}, { as: 'submit' });
    expect(JSON.stringify(teams.book.locate(activityId).activity.card)).toContain('Meldeplikt');
    expect(teams.messagesTo('jon')).toHaveLength(before);
  });

  test('a megabyte of text is refused at the door with an empty body', async () => {
    const [delivery] = await teams.sendRaw('siv', (activity) => ({ ...activity, text: 'x'.repeat(1_048_576) }));
    expect(delivery?.status).toBe(413);
    expect(delivery?.body || '').toBe('');
    expect(teams.messagesTo('siv')).toHaveLength(0);
  });

  test('a body that is no activity never reaches the bot', async () => {
    const [delivery] = await teams.sendRaw('siv', () => ({ foo: 1 }) as never);
    expect(delivery?.status).toBe(400);
    expect(teams.messagesTo('siv')).toHaveLength(0);
  });

  test('storage that stops in the middle of a turn gives a kind card, changes nothing, and all is well afterwards', async () => {
    await teams.say('nils', 'moduler');
    const { activityId } = teams.lastCard('nils');
    const open = { type: 'Action.Execute', verb: 'module.open', data: { moduleId: 'meldeplikt' } };
    tables.next('reset', { times: 50, matching: ({ method }) => method !== 'GET' });
    const { deliveries } = await teams.pressAction('nils', activityId, open);
    tables.next('pass', { times: 0 });
    expect(statuses(deliveries)).toEqual([200]);
    expect(JSON.stringify(deliveries[0]?.body)).toContain('112');
    expect(JSON.stringify(deliveries[0]?.body)).not.toMatch(/ECONN|127\.0\.0\.1|Error/);
  });

  test('with storage gone the worried flow answers all the same', async () => {
    await tables.refuse();
    try {
      const [delivery] = await teams.say('siv', 'hva gjør jeg hvis jeg er bekymret?');
      expect(delivery?.status).toBe(200);
      expect(words('siv')).toContain('112');
    } finally {
      await tables.accept();
    }
  });
});
