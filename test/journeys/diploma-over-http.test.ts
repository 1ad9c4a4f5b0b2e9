import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { compose, type Service } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import { createRow } from '../../src/features/people/person-store.ts';
import { doneRow, progressRow } from '../../src/features/progress/progress-rows.ts';
import { registerPerson } from '../../src/features/use-cases/register-person.ts';
import { createStubConnector, type StubConnector } from '../../src/tools/workbench/connector/stub-connector.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { aPerson } from '../support/person-builder.ts';
import { appId, environmentFor } from '../support/service-environment.ts';
import { readPdf } from '../views/pdf/read-pdf.ts';

const names = ['kari', 'olav', 'amina', 'jon', 'siv'] as const;
const completedAt = new Date('2026-11-23T09:00:00Z');
let teams: StubConnector;
let service: Service;

beforeAll(async () => {
  teams = await createStubConnector({
    appId,
    tenantId,
    people: names.map((personaId) => ({ personaId, name: personaId })),
  });
  await teams.listen();
  const config = readConfig({
    ...environmentFor(teams, inject('azurite')),
    UNDRING_FILE_HOSTS: teams.url,
    ...{ UNDRING_ROLES: 'bot', UNDRING_LOG_LEVEL: 'silent' },
  });
  service = await compose(config);
  for (const personId of names) {
    const { aadObjectId = '' } = teams.people.find(({ personaId }) => personaId === personId) ?? {};
    const needs = { ...service.stores, scheduleReminders: async () => {} };
    await registerPerson(needs, aPerson(personId, { aadObjectId }), [aadKey(aadObjectId)], completedAt);
    const done = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, completedAt };
    const completed = { state: 'completed' as const, startedAt: completedAt, ...done };
    await service.stores.people.commit({
      personId,
      writes: [createRow(progressRow, completed), createRow(doneRow, done)],
    });
  }
  teams.bot.url = `${(await service.start()).url}/api/messages`;
});
afterAll(async () => {
  await service?.stop();
  await teams?.close();
});
beforeEach(() => {
  teams.oneDrive.uploads.length = 0;
  teams.clearScript();
});

/** Presses the button on own progress, and gives the id of the question that came. */
async function askFor(name: string): Promise<string> {
  await teams.say(name, 'min fremdrift');
  await teams.press(name, teams.lastCard(name).activityId, 'Hent kursbevis');
  const question = teams.messagesTo(name).findLast(({ file }) => file?.kind === 'question');
  if (!question) throw new Error('Teams was not made to ask');
  return question.activityId;
}
const filesOf = (name: string) => teams.messagesTo(name).flatMap(({ file }) => (file ? [file] : []));
/** As long as a busy machine may need. */
const patiently = { timeout: 15_000 };
const shown = (name: string) => expect.poll(() => filesOf(name).map(({ kind }) => kind), patiently);
const shownTo = (name: string): number => filesOf(name).filter(({ kind }) => kind === 'info').length;
const newest = (name: string): string => JSON.stringify(teams.messagesTo(name).at(-1)?.card ?? '');

describe('a diploma over HTTP', () => {
  test('is put in OneDrive without a token, the question goes, and the file opens', async () => {
    const { deliveries } = await teams.answerFile('kari', await askFor('kari'), 'accept');
    expect(deliveries.map(({ status }) => status)).toEqual([200]);
    await shown('kari').toEqual(['info']);
    expect(teams.oneDrive.uploads.map(({ status }) => status)).toEqual([201]);
    expect(teams.oneDrive.uploads[0]?.headers).not.toHaveProperty('authorization');
    const [file] = filesOf('kari');
    const opened = await fetch(file?.kind === 'info' ? file.contentUrl : '');
    expect(opened.headers.get('content-type')).toBe('application/pdf');
    const { text } = await readPdf(new Uint8Array(await opened.arrayBuffer()));
    expect(text).toContain('kari Nordmann');
  });

  test('whose yes comes four times, with new ids and at once, is one file and one message', async () => {
    const question = await askFor('olav');
    const { deliveries } = await teams.answerFile('olav', question, 'accept', { times: 4, ids: 'new', at: 'once' });
    expect(deliveries.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await shown('olav').toEqual(['info']);
    expect(teams.oneDrive.uploads).toHaveLength(1);
  });

  test('that is not wanted is not put anywhere, and the question becomes a kind word', async () => {
    await teams.answerFile('amina', await askFor('amina'), 'decline');
    await shown('amina').toEqual([]);
    await expect.poll(() => newest('amina'), patiently).toContain('Helt greit');
    expect(teams.oneDrive.uploads).toEqual([]);
  });

  test.each([
    [404, 'Det tok litt for lang tid'],
    [410, 'Det tok litt for lang tid'],
    [503, 'Jeg vet ikke om kursbeviset kom fram'],
    [302, 'Jeg vet ikke om kursbeviset kom fram'],
  ])('whose upload is answered %i ends in a kind card, and the next try works', async (status, words) => {
    teams.oneDrive.refuseNext(status);
    await teams.answerFile('jon', await askFor('jon'), 'accept');
    await expect.poll(() => newest('jon'), patiently).toContain(words);
    const before = shownTo('jon');
    await teams.answerFile('jon', await askFor('jon'), 'accept');
    await expect.poll(() => shownTo('jon'), patiently).toBe(before + 1);
  });

  test('is shown although Teams does not take the question away at first', async () => {
    const question = await askFor('siv');
    teams.script({ kind: 'status', status: 429, retryAfterSeconds: 0, method: 'DELETE' });
    await teams.answerFile('siv', question, 'accept');
    await shown('siv').toEqual(['info']);
  });
});
