import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import { profileRow } from '../../src/features/people/person-rows.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { type GraphStub, graphId, graphUsers, startGraphStub } from '../support/graph-stub.ts';

const sundayEvening = new Date('2026-11-22T20:00:00Z');
const night = new Date('2026-11-23T00:30:00Z');

let graph: GraphStub;
let drive: Drive;
beforeEach(async () => {
  graph = await startGraphStub(graphUsers(41));
  drive = await createDrive(sundayEvening, {}, { UNDRING_DIRECTORY: 'graph', UNDRING_GRAPH_URL: graph.origin });
});
afterEach(() => graph.stop());

async function personOf(at: number) {
  const personId = await drive.stores.personKeys.get(aadKey(graphId(at)));
  const profile = personId === undefined ? undefined : await drive.stores.people.get(personId, profileRow);
  if (!profile) throw new Error('nobody is known by this id');
  return profile.value;
}
const newHire = {
  ...{ ...graphUsers(6)[5], id: graphId(900), userPrincipalName: 'ny@fjordvik.kommune.no' },
  ...{ givenName: 'Amina', displayName: 'Amina Moe', surname: 'Moe', employeeHireDate: '2026-11-23T00:00:00Z' },
};

describe('somebody who is new in Microsoft 365', () => {
  test('is known on the first day, and met with the first name and dates', async () => {
    await drive.service.jobs.runTick(night);
    graph.put(newHire);
    await drive.service.jobs.runTick(new Date('2026-11-24T00:30:00Z'));
    const amina = await personOf(900);
    expect(amina).toMatchObject({ givenName: 'Amina', unitId: 'enhet-0', employedOn: '2026-11-23' });
    const welcome = await drive.installs(amina);
    expect(welcome && wordsOf(welcome)).toContain('Amina');
    expect(welcome && wordsOf(welcome)).toContain('7. desember');
  });

  test('is reminded like everybody else', async () => {
    graph.put(newHire);
    await drive.service.jobs.runTick(night);
    const amina = await personOf(900);
    await drive.installs(amina);
    await drive.clockTo(new Date('2026-12-04T15:00:00Z'));
    expect(drive.sent.some(({ to }) => to.conversationId === `a:${amina.personId}`)).toBe(true);
  });

  test('and shut out again has had the last day, and is still the same person', async () => {
    graph.put(newHire);
    await drive.service.jobs.runTick(night);
    const amina = await personOf(900);
    graph.put({ ...newHire, accountEnabled: false });
    await drive.service.jobs.runTick(new Date('2026-11-24T00:30:00Z'));
    expect(await personOf(900)).toMatchObject({ endsOn: '2026-11-23' });
    expect(amina.personId).toBe((await personOf(900)).personId);
  });
});

describe('a directory that does not answer', () => {
  test('changes nobody, is told without a name, and is asked again in an hour', async () => {
    graph.meets({ status: 403, code: 'Authorization_RequestDenied' });
    await drive.service.jobs.runTick(night);
    expect(drive.events).toContainEqual({ event: 'background-failed', at: 'directory', kind: 'not-let-in' });
    expect(JSON.stringify(drive.events)).not.toMatch(/kari|fjordvik\.kommune/i);
    await drive.service.jobs.runTick(new Date('2026-11-23T01:30:00Z'));
    expect(drive.events).toContainEqual(
      expect.objectContaining({ event: 'directory-kept', outcome: 'applied', joined: 41 }),
    );
  });
});

describe('whoever runs Undring', () => {
  test('sees on the card where the list is from, and how it went', async () => {
    graph.put({
      ...graphUsers(2)[1],
      id: graphId(1),
      userPrincipalName: 'p1@fjordvik.kommune.no',
      jobTitle: 'BTI-koordinator',
    });
    await drive.service.jobs.runTick(night);
    const words = wordsOf(await drive.executes(await personOf(1), 'roster.show', {}));
    expect(words).toContain('Microsoft 365');
    expect(words).toContain('Alt er lest inn');
  });
});

test('a list that was stopped at night is told to the coordinator on the front page, and no more when it came through', async () => {
  graph.put({ ...newHire, jobTitle: 'BTI-koordinator', employeeHireDate: '2019-01-01T00:00:00Z' });
  await drive.service.jobs.runTick(night);
  const coordinator = await personOf(900);
  const asked = async () => (await drive.says(coordinator, 'hei')).message;
  expect(wordsOf(await asked())).not.toContain('Personallista');
  for (const user of graphUsers(41).slice(0, 30)) graph.put({ ...user, accountEnabled: false });
  await drive.service.jobs.runTick(new Date('2026-11-24T00:30:00Z'));
  const stopped = await asked();
  expect(wordsOf(stopped)).toContain('Personallista er ikke lest inn.');
  expect(wordsOf(await drive.presses(coordinator, stopped, 'Personallista'))).toContain('mer enn ti prosent slutter');
  for (const user of graphUsers(41).slice(0, 30)) graph.put(user);
  await drive.service.jobs.runTick(new Date('2026-11-25T00:30:00Z'));
  expect(wordsOf(await asked())).not.toContain('Personallista');
});
