import { beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import type { Catalogue } from '../../../src/features/catalogue/catalogue.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { profileRow } from '../../../src/features/people/person-rows.ts';
import { replaceRow, toArray } from '../../../src/features/people/person-store.ts';
import type { PriorVerdict } from '../../../src/features/progress/decide-prior.ts';
import { priorRow } from '../../../src/features/progress/prior.ts';
import { doneRow, progressRow } from '../../../src/features/progress/progress-rows.ts';
import { startModule } from '../../../src/features/progress/start-module.ts';
import { reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { answerPrior } from '../../../src/features/use-cases/answer-prior.ts';
import { askPrior, withdrawPrior } from '../../../src/features/use-cases/ask-prior.ts';
import { listPendingPriors } from '../../../src/features/use-cases/list-pending-priors.ts';
import { memoryAuditStore } from '../../support/memory-audit-store.ts';
import { memoryDueStore } from '../../support/memory-due-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aCatalogue, aModule, words } from '../../support/module-builder.ts';
import { addPerson, aLeader, aPerson } from '../../support/person-builder.ts';
import { priorLearning } from '../../views/asks-models.ts';
import { calendar, policy } from '../reminders/world.ts';

const zone = 'Europe/Oslo';
const now = new Date('2026-11-23T09:00:00Z');
const later = new Date('2026-11-24T09:00:00Z');
const today = '2026-11-23';
const module = aModule('meldeplikt', { title: words('Meldeplikt') });
const catalogue: Catalogue = { ...aCatalogue([module, aModule('annen')]), priorLearning };
const answer = { takenOn: '2024-03-03', place: 'place-1' };
const kari = aPerson('kari');
const siv = aLeader('siv', ['solbakken']);
const per = aLeader('per', ['solbakken', 'fjordgløtt'], { unitId: 'fjordgløtt' });

function open() {
  const people = memoryPersonStore();
  return { people, units: memoryUnitStore(), due: memoryDueStore(), audit: memoryAuditStore(), catalogue, zone };
}
let needs = open();

async function know(...known: readonly Person[]): Promise<void> {
  for (const person of known) {
    await addPerson(needs, person);
    for (const unitId of person.leads) await needs.units.createLeader(person.personId, unitId);
  }
}

async function change(person: Person, changes: Partial<Person>): Promise<void> {
  const stored = await needs.people.get(person.personId, profileRow);
  if (!stored) throw new Error('nobody');
  const writes = [replaceRow(profileRow, { ...stored.value, ...changes }, stored.etag)];
  await needs.people.commit({ personId: person.personId, writes });
}

const yesOf = (leaderId: string): PriorVerdict => ({ leaderId, askedAt: now, verdict: 'confirm' });
const noOf = (leaderId: string): PriorVerdict => ({ leaderId, askedAt: now, verdict: 'decline', reason: 'reason-0' });
const say = (leader: Person, verdict: PriorVerdict, at = later) =>
  answerPrior(needs, leader, 'kari', module, verdict, at);
const priorOf = async () => (await needs.people.get('kari', priorRow, 'meldeplikt:1'))?.value;
const done = async () => (await toArray(needs.people.list('kari', doneRow))).map(({ value }) => value);
const entries = async () => [
  ...(await toArray(needs.audit.list('202611', 'siv'))),
  ...(await toArray(needs.audit.list('202611', 'per'))),
];
const audited = async () => (await entries()).map(({ actorId, action }) => `${actorId} ${action}`);

beforeEach(async () => {
  needs = open();
  await know(kari, siv, per);
});

describe('asking', () => {
  it('names who can confirm, and not oneself', async () => {
    const asked = await askPrior(needs, kari, module, answer, now);
    expect(asked).toMatchObject({ outcome: 'waiting', prior: { takenOn: '2024-03-03', place: 'place-1' } });
    expect(asked).toMatchObject({ leaders: expect.arrayContaining(['siv Nordmann', 'per Nordmann']) });
  });

  it.each([
    [{ ...answer, takenOn: '' }, 'no-date'],
    [{ ...answer, takenOn: '2026-11-24' }, 'in-future'],
    [{ ...answer, takenOn: '1949-01-01' }, 'too-early'],
    [{ ...answer, place: 'Hos Ola Nordmann, tlf 12345678' }, 'no-place'],
    [{ ...answer, place: '' }, 'no-place'],
  ])('with %j keeps nothing: %s', async (wrong, outcome) => {
    expect(await askPrior(needs, kari, module, wrong, now)).toMatchObject({ outcome });
    expect(await priorOf()).toBeUndefined();
  });

  it('twice at once leaves one', async () => {
    await Promise.all([1, 2, 3].map(() => askPrior(needs, kari, module, answer, now)));
    expect(await listPendingPriors(needs, siv, today)).toHaveLength(1);
  });

  it('is closed where nobody but oneself leads the unit', async () => {
    needs = open();
    await know(kari, siv);
    const closed = { outcome: 'not-open', standing: { standing: 'nobody-to-ask', who: 'only-you' } };
    expect(await askPrior(needs, siv, module, answer, now)).toEqual(closed);
  });

  it('is closed where nobody leads the unit, or the one who did has left', async () => {
    const closed = { outcome: 'not-open', standing: { standing: 'nobody-to-ask', who: 'nobody' } };
    await change(per, { leads: ['fjordgløtt'] });
    await change(siv, { endsOn: '2026-11-22' });
    expect(await askPrior(needs, kari, module, answer, now)).toEqual(closed);
  });
});

describe('a leader’s yes', () => {
  beforeEach(async () => {
    await askPrior(needs, kari, module, answer, now);
  });

  it('makes the module done and ends its reminders, and no other’s', async () => {
    await scheduleReminders(needs, kari, { catalogue, policy, calendar }, now);
    expect(await say(siv, yesOf('siv'))).toMatchObject({ outcome: 'confirmed' });
    expect(await done()).toMatchObject([{ moduleId: 'meldeplikt', form: 'prior', completedAt: later }]);
    const rows = (await toArray(needs.people.list('kari', reminderRow))).map(({ value }) => value);
    const statesOf = (id: string) => new Set(rows.filter(({ moduleId }) => moduleId === id).map(({ state }) => state));
    expect([statesOf('meldeplikt'), statesOf('annen')]).toEqual([new Set(['cancelled']), new Set(['planned'])]);
    expect(await entries()).toEqual([
      {
        ...{ entryId: 'prior:kari:meldeplikt:1', at: later, actorId: 'siv' },
        ...{ action: 'prior.confirm', subjectId: 'kari', moduleId: 'meldeplikt' },
      },
    ]);
  });

  it('of two leaders at once counts once, and the second is told who was first', async () => {
    const results = await Promise.all([say(siv, yesOf('siv')), say(per, noOf('per'))]);
    const outcomes = results.map(({ outcome }) => outcome);
    expect(outcomes).toContain('already-decided');
    expect(results).toContainEqual(expect.objectContaining({ outcome: 'already-decided', by: 'another' }));
    expect(await done()).toHaveLength(outcomes.includes('confirmed') ? 1 : 0);
    expect(await audited()).toHaveLength(1);
  });

  it('pressed four times is one completion and one entry in the audit', async () => {
    for (const _ of [1, 2, 3, 4])
      await say(siv, yesOf('siv'), new Date(later.getTime() + (await done()).length * 1000));
    expect(await done()).toHaveLength(1);
    expect(await audited()).toEqual(['siv prior.confirm']);
  });

  it('whose audit failed is written at the next press, for the moment of the decision', async () => {
    const whole = needs.audit;
    const broken = { ...whole, create: () => Promise.reject(new Failure('unavailable', 'no answer; try later')) };
    needs = { ...needs, audit: broken };
    await expect(say(siv, yesOf('siv'))).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await priorOf()).toMatchObject({ state: 'confirmed', decidedBy: 'siv' });
    needs = { ...needs, audit: whole };
    expect(await say(siv, yesOf('siv'), new Date('2026-11-25T09:00:00Z'))).toMatchObject({
      outcome: 'already-decided',
    });
    expect(await entries()).toMatchObject([{ at: later, action: 'prior.confirm' }]);
  });

  it('that crosses with a press of the person reads again and keeps both', async () => {
    const answers = [say(siv, yesOf('siv')), startModule(needs, 'kari', module, later)];
    await Promise.all(answers);
    expect((await needs.people.get('kari', progressRow, 'meldeplikt:1'))?.value.state).toBe('completed');
  });

  it.each<[string, Person, Partial<Person>]>([
    ['has moved to another unit', kari, { unitId: 'fjordgløtt' }],
    ['has left', kari, { endsOn: '2026-11-23' }],
  ])('is refused when the person %s', async (_, person, changes) => {
    await change(person, changes);
    expect(await say(siv, yesOf('siv'))).toEqual({ outcome: 'not-yours' });
    expect(await done()).toEqual([]);
  });

  it('is refused to a leader of another unit, to the person, and for an id that means nothing', async () => {
    const other = aLeader('other', ['fjordgløtt']);
    expect(await say(other, yesOf('other'))).toEqual({ outcome: 'not-yours' });
    expect(await say({ ...kari, roles: ['leader'], leads: ['solbakken'] }, yesOf('kari'))).toEqual({
      outcome: 'not-yours',
    });
    expect(await answerPrior(needs, siv, 'nobody', module, yesOf('siv'), later)).toEqual({ outcome: 'not-yours' });
    expect(await audited()).toEqual([]);
  });

  it('goes to the new leader when the unit changes hands', async () => {
    const ny = aLeader('ny', ['solbakken']);
    await know(ny);
    expect(await listPendingPriors(needs, ny, today)).toHaveLength(1);
    expect(await say({ ...siv, leads: [] }, yesOf('siv'))).toEqual({ outcome: 'not-yours' });
    expect(await say(ny, yesOf('ny'))).toMatchObject({ outcome: 'confirmed' });
  });

  it('comes too late when the person has taken it back, and nothing waits any more', async () => {
    expect(await withdrawPrior(needs, 'kari', 'meldeplikt', later)).toBe('withdrawn');
    expect(await withdrawPrior(needs, 'kari', 'meldeplikt', later)).toBe('nothing-waiting');
    expect(await say(siv, yesOf('siv'))).toMatchObject({ outcome: 'changed' });
    expect(await listPendingPriors(needs, siv, today)).toEqual([]);
  });
});

describe('what waits', () => {
  it('is seen by the leaders of the unit, oldest first, and never one’s own', async () => {
    await askPrior(needs, kari, aModule('annen'), answer, later);
    await askPrior(needs, kari, module, answer, now);
    await askPrior(needs, siv, module, answer, now);
    const seen = async (leader: Person) =>
      (await listPendingPriors(needs, leader, today)).map(
        ({ person, prior }) => `${person.personId} ${prior.moduleId}`,
      );
    expect(await seen(siv)).toEqual(['kari meldeplikt', 'kari annen']);
    expect(await seen(per)).toEqual(['kari meldeplikt', 'siv meldeplikt', 'kari annen']);
    expect(await seen(aLeader('other', ['fjordgløtt']))).toEqual([]);
  });

  it('can be declined with a reason and asked again', async () => {
    await askPrior(needs, kari, module, answer, now);
    expect(await say(siv, noOf('siv'))).toMatchObject({ outcome: 'declined' });
    expect(await done()).toEqual([]);
    expect(await audited()).toEqual(['siv prior.decline']);
    const again = new Date('2026-11-25T09:00:00Z');
    await askPrior(needs, kari, module, answer, again);
    expect(await say(siv, yesOf('siv'))).toMatchObject({ outcome: 'changed' });
    expect(await say(siv, { ...yesOf('siv'), askedAt: again })).toMatchObject({ outcome: 'confirmed' });
  });
});
