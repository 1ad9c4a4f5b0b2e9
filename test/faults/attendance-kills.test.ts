import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { GroupSession } from '../../src/features/groups/group-session.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { doneRow } from '../../src/features/progress/progress-rows.ts';
import { inParallel } from '../../src/features/reminders/in-parallel.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { createReplicas } from './replicas.ts';

const people = 200;
const startMs = Date.parse('2026-11-23T09:00:00Z');
const ids = Array.from({ length: people }, (_, index) => `person-${index}`);
const { chat: _, ...session }: GroupSession = {
  ...{ sessionId: 'the-meeting', moduleId: 'meldeplikt', moduleVersion: 1, startedBy: 'rektor', ledBy: 'rektor' },
  ...{ startedAt: new Date(startMs), endedAt: new Date(startMs), state: 'closing', stage: 6 },
};
const replicas = createReplicas();

afterEach(() => replicas.killAll());

/** A minute of theirs is a second here, so that messages of the dead come back while we watch. */
const startReplica = (prefix: string) => replicas.start({ prefix, stubUrl: 'http://127.0.0.1:9', startMs, speed: 60 });

it('a job that records attendance, killed again and again in the middle of it, gives everybody the module exactly once', async () => {
  const prefix = newPrefix();
  const { groups, people: persons, audit } = await openTestTables({ prefix });
  await groups.createHint({ sessionId: session.sessionId, createdAt: new Date(startMs) });
  const attendees = ids.map((personId) => ({ personId, at: new Date(startMs), tickedBy: 'rektor' }));
  await inParallel(attendees, 16, async (attendee) => void (await groups.createAttendee(session.sessionId, attendee)));
  await groups.createSession(session, []);

  const audited = async () => (await toArray(audit.list('202611', 'rektor'))).length;
  const stateNow = async () => (await groups.getSession(session.sessionId))?.value.state;
  let killed = 0;
  for (; killed < 4 && (await stateNow()) === 'closing'; killed += 1) {
    const replica = await startReplica(prefix);
    const from = await audited();
    while ((await audited()) < Math.min(from + 25, people) && (await stateNow()) === 'closing') await setTimeout(2);
    await replicas.kill(replica);
  }
  await startReplica(prefix);
  while ((await toArray(groups.listHints())).length > 0) await setTimeout(50);

  expect(killed).toBeGreaterThanOrEqual(2);
  expect(await stateNow()).toBe('closed');
  expect(await audited()).toBe(people);
  await inParallel(ids, 16, async (personId) => {
    const proofs = (await toArray(persons.list(personId, doneRow))).map(({ value }) => value);
    expect(proofs, personId).toMatchObject([{ completedAt: new Date(startMs), form: 'group', tickedBy: 'rektor' }]);
  });
});
