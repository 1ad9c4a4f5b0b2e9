import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../../src/core/local-date.ts';
import type { Module } from '../../../src/features/catalogue/module.ts';
import type { Policy } from '../../../src/features/catalogue/policy.ts';
import { changePreferences } from '../../../src/features/people/change-preferences.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { profileRow } from '../../../src/features/people/person-rows.ts';
import { replaceRow } from '../../../src/features/people/person-store.ts';
import { confirmPolicy } from '../../../src/features/progress/policy-reads.ts';
import { rereadRow } from '../../../src/features/progress/rereads.ts';
import { confirmReread } from '../../../src/features/reminders/confirm-reread.ts';
import { repairDue } from '../../../src/features/reminders/repair-due.ts';
import { endReminders, type ReminderRules } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { aCatalogue, aModule, words } from '../../support/module-builder.ts';
import { Crash } from '../../support/mortal-ports.ts';
import { policy as guideline } from '../../views/asks-models.ts';
import { mortal } from './mortal.ts';
import { completed, createWorld, kari, pointerTo, policy, rules } from './world.ts';

const followUps = { refresherDays: [30, 60], useItAfterDays: 14, daysBetween: 7 };
const tegn = aModule('tegn', { isPriority: false, dueAfterDays: undefined });
const withModules = (...modules: readonly Module[]): ReminderRules => ({
  ...rules,
  policy: { ...policy, followUps },
  catalogue: aCatalogue(modules),
});
const withChange = { ...tegn, version: 2, material: { version: 2, summary: words('Ny frist.') } };

/** Kari has long been here, and finished a module on 24 November. */
async function aWorld(...modules: readonly Module[]) {
  const world = createWorld();
  const needs = { ...world.needs, rules: withModules(...(modules.length > 0 ? modules : [tegn])) };
  const settled: Person = { ...kari, employedOn: '2024-08-01' };
  await world.hire(settled);
  const rows = await world.reminders();
  await world.stores.people.commit({
    personId: 'kari',
    writes: rows.map(({ moduleId, stepId }) => ({ op: 'delete', kind: 'reminder', key: `${moduleId}:1:${stepId}` })),
  });
  for (const hint of await world.hints()) await world.stores.due.delete(hint);
  await world.progress(completed('tegn'));
  const night = async (iso: string) => {
    world.goTo(iso);
    return repairDue({ ...needs, units: world.stores.units }, world.clock.now());
  };
  const morning = async (iso: string) => {
    world.goTo(iso);
    return sendReminder(needs, pointerTo());
  };
  return { ...world, needs, night, morning };
}
const kinds = (world: Awaited<ReturnType<typeof aWorld>>) => world.followUps.map(({ model }) => model.kind);

describe('what comes after a module', () => {
  it('is planned at night, with its hint, and sent once on a card of its own', async () => {
    const world = await aWorld();
    await world.night('2026-12-04T02:00:00Z');
    await world.night('2026-12-05T02:00:00Z');
    expect(await world.states()).toEqual(['use-it.tegn once planned']);
    expect(await world.hints()).toMatchObject([{ dueOn: '2026-12-08', moduleId: 'use-it.tegn' }]);
    await world.morning('2026-12-08T08:00:00Z');
    await world.morning('2026-12-08T08:01:00Z');
    expect(world.followUps).toMatchObject([{ model: { kind: 'use-it', module: { moduleId: 'tegn' } } }]);
    expect(world.posts).toEqual([]);
    expect(await world.hints()).toEqual([]);
    await world.night('2026-12-23T02:00:00Z');
    await world.morning('2026-12-28T08:00:00Z');
    expect(kinds(world)).toEqual(['use-it', 'refresher']);
    expect(await world.states()).toEqual(['refresher.tegn question-1 sent', 'use-it.tegn once sent']);
  });

  it('waits for the next working day where something that has to be done has the card', async () => {
    const frist = aModule('frist', { dueAfterDays: 848 });
    const world = await aWorld(tegn, frist);
    await world.night('2026-12-04T02:00:00Z');
    const moved = (await world.reminders()).filter(({ moduleId }) => moduleId === 'frist');
    expect(moved.length).toBeGreaterThan(0);
    await world.morning('2026-12-08T08:00:00Z');
    expect([world.posts.length, kinds(world)]).toEqual([1, []]);
    await world.morning('2026-12-09T08:00:00Z');
    expect([world.posts.length, kinds(world)]).toEqual([1, ['use-it']]);
  });

  it('is silent from the moment that the person says no, also when it was planned, and can be had again', async () => {
    const world = await aWorld();
    await world.night('2026-12-04T02:00:00Z');
    await changePreferences(world.needs, 'kari', { followUps: 'off' });
    await world.morning('2026-12-08T08:00:00Z');
    expect([kinds(world), await world.states()]).toEqual([[], ['use-it.tegn once skipped (follow-ups-off)']]);
    await world.night('2027-02-01T02:00:00Z');
    expect(await world.states()).toHaveLength(1);
    await changePreferences(world.needs, 'kari', { followUps: 'on' });
    await world.night('2027-02-02T02:00:00Z');
    await world.morning('2027-02-02T08:00:00Z');
    expect(kinds(world)).toEqual(['refresher']);
  });

  it('is not sent about a module that is gone, is for others now, or is to be taken again', async () => {
    for (const modules of [[], [{ ...tegn, audience: { sectors: ['health' as const], roles: [] } }]]) {
      const world = await aWorld();
      await world.night('2026-12-04T02:00:00Z');
      world.goTo('2026-12-08T08:00:00Z');
      await sendReminder({ ...world.needs, rules: withModules(...modules) }, pointerTo());
      expect([kinds(world), await world.states()]).toEqual([[], ['use-it.tegn once cancelled (module-gone)']]);
    }
    const world = await aWorld();
    await world.night('2026-12-04T02:00:00Z');
    await world.progress({ ...completed('tegn'), state: 'started', position: 0, answers: {} });
    await world.morning('2026-12-08T08:00:00Z');
    expect(await world.states()).toEqual(['use-it.tegn once cancelled (taken-again)']);
  });

  it('is not asked of who was on leave for more than four weeks, and the next question comes in its place', async () => {
    const world = await aWorld();
    await world.night('2026-12-04T02:00:00Z');
    await changePreferences(world.needs, 'kari', { pausedUntil: '2027-01-05' });
    await world.morning('2026-12-08T08:00:00Z');
    await world.night('2027-01-06T02:00:00Z');
    await world.morning('2027-01-06T08:00:00Z');
    expect([kinds(world), await world.states()]).toEqual([[], ['use-it.tegn once cancelled (too-late)']]);
    await world.night('2027-01-07T02:00:00Z');
    await world.morning('2027-01-07T08:00:00Z');
    expect(kinds(world)).toEqual(['refresher']);
  });

  it('is asked of who was on leave for four weeks', async () => {
    const world = await aWorld();
    await world.night('2026-12-04T02:00:00Z');
    await changePreferences(world.needs, 'kari', { pausedUntil: '2027-01-04' });
    await world.morning('2026-12-08T08:00:00Z');
    await world.morning('2027-01-05T08:00:00Z');
    expect(kinds(world)).toEqual(['use-it']);
  });

  it('ends with the employment', async () => {
    const world = await aWorld();
    await world.night('2026-12-04T02:00:00Z');
    const profile = await world.stores.people.get('kari', profileRow);
    if (!profile) throw new Error('nobody');
    const left = { ...profile.value, endsOn: '2026-12-07' as const };
    await world.stores.people.commit({ personId: 'kari', writes: [replaceRow(profileRow, left, profile.etag)] });
    await world.morning('2026-12-08T08:00:00Z');
    await world.night('2027-01-08T02:00:00Z');
    expect([kinds(world), await world.states()]).toEqual([[], ['use-it.tegn once cancelled (employment-ended)']]);
  });

  describe('for somebody who is hired again ahead of the first day', () => {
    const back: Person = { ...kari, employedOn: '2027-03-01' };
    const live = async (world: Awaited<ReturnType<typeof aWorld>>, from: LocalDate, to: LocalDate) => {
      for (let day = from; day <= to; day = addDays(day, 1)) {
        await world.night(`${day}T02:00:00Z`);
        await world.morning(`${day}T08:00:00Z`);
      }
    };

    it('comes from that day on, one card a day, and not before', async () => {
      const world = await aWorld(withChange);
      await world.becomes({ ...kari, endsOn: '2026-11-24' });
      await live(world, '2026-12-14', '2026-12-14');
      await world.becomes(back);
      await live(world, '2026-12-15', '2027-02-28');
      expect([kinds(world), await world.states()]).toEqual([[], []]);
      await live(world, '2027-03-01', '2027-03-03');
      expect(kinds(world)).toEqual(['reread', 'refresher']);
    });

    it('waits for that day also when it was planned before the list said so', async () => {
      const world = await aWorld();
      await world.night('2026-12-04T02:00:00Z');
      await world.becomes(back);
      await world.morning('2026-12-08T08:00:00Z');
      expect([kinds(world), await world.states()]).toEqual([[], ['use-it.tegn once cancelled (not-begun)']]);
      await live(world, '2026-12-09', '2027-03-01');
      expect(kinds(world)).toEqual(['refresher']);
    });
  });

  it('is not sent again when nobody knows whether it arrived', async () => {
    const world = await aWorld();
    await world.night('2026-12-04T02:00:00Z');
    world.answers.push({ outcome: 'unknown', reason: 'timeout' });
    await world.morning('2026-12-08T08:00:00Z');
    await world.morning('2026-12-08T09:00:00Z');
    await world.night('2026-12-09T02:00:00Z');
    await world.morning('2026-12-09T08:00:00Z');
    expect([kinds(world), await world.states()]).toEqual([['use-it'], ['use-it.tegn once uncertain (timeout)']]);
  });

  it('is not sent again the next day where a worker died just after it, when the window closed', async () => {
    const world = await aWorld();
    await world.night('2026-12-04T02:00:00Z');
    world.answers.push(() => Promise.reject(new Crash()));
    await expect(world.morning('2026-12-08T13:59:50Z')).rejects.toThrow(Crash);
    await world.morning('2026-12-08T14:05:00Z');
    expect(await world.states()).toEqual(['use-it.tegn once uncertain (crashed-while-sending)']);
    await world.night('2026-12-09T02:00:00Z');
    await world.morning('2026-12-09T08:00:00Z');
    expect(kinds(world)).toEqual(['use-it']);
  });

  it('does not use up the reminders of what is not done', async () => {
    const world = await aWorld();
    await world.night('2026-12-04T02:00:00Z');
    await world.morning('2026-12-08T08:00:00Z');
    expect((await world.days()).map((day) => 'mark' in day)).toEqual([false]);
  });

  it.each(['before', 'after'] as const)(
    'is posted at most once when the worker dies at any step, just %s it had its effect',
    async (when) => {
      const undisturbed = await aWorld();
      await undisturbed.night('2026-12-04T02:00:00Z');
      undisturbed.goTo('2026-12-08T08:00:00Z');
      const watched = mortal(undisturbed.needs, Number.POSITIVE_INFINITY, 'before');
      await sendReminder(watched.needs, pointerTo());
      for (let diesAt = 1; diesAt <= watched.calls(); diesAt += 1) {
        const world = await aWorld();
        await world.night('2026-12-04T02:00:00Z');
        world.goTo('2026-12-08T08:00:00Z');
        await expect(sendReminder(mortal(world.needs, diesAt, when).needs, pointerTo())).rejects.toThrow(Crash);
        for (const at of ['2026-12-08T09:00:00Z', '2026-12-08T10:00:00Z', '2026-12-09T08:00:00Z'])
          await world.morning(at);
        await world.night('2026-12-10T02:00:00Z');
        const label = `dies ${when} call ${diesAt}`;
        expect(kinds(world).length, label).toBeLessThanOrEqual(1);
        expect((await world.states()).join(), label).toMatch(
          /^use-it.tegn once (sent|uncertain \(crashed-while-sending\))$/,
        );
        expect(await world.hints(), label).toEqual([]);
      }
    },
  );

  it.each(['before', 'after'] as const)(
    'is planned once when the nightly round dies at any step, just %s it had its effect',
    async (when) => {
      const undisturbed = await aWorld();
      undisturbed.goTo('2026-12-04T02:00:00Z');
      const round = (world: Awaited<ReturnType<typeof aWorld>>, diesAt: number, how: 'before' | 'after') => {
        const dying = mortal(world.needs, diesAt, how);
        const done = repairDue({ ...dying.needs, units: world.stores.units }, world.clock.now());
        return done.then(dying.calls, dying.calls);
      };
      const steps = await round(undisturbed, Number.POSITIVE_INFINITY, 'before');
      for (let diesAt = 1; diesAt <= steps; diesAt += 1) {
        const world = await aWorld();
        world.goTo('2026-12-04T02:00:00Z');
        await round(world, diesAt, when);
        await world.night('2026-12-05T02:00:00Z');
        const label = `dies ${when} call ${diesAt}`;
        expect(await world.states(), label).toEqual(['use-it.tegn once planned']);
        expect(await world.hints(), label).toMatchObject([{ dueOn: '2026-12-08' }]);
      }
    },
  );
});

describe('what is new in a version', () => {
  it('is told again once when nobody knows whether it arrived, and before what is friendly', async () => {
    const world = await aWorld(withChange);
    await world.night('2026-12-08T02:00:00Z');
    world.answers.push({ outcome: 'unknown', reason: 'timeout' });
    await world.morning('2026-12-08T08:00:00Z');
    await world.morning('2026-12-08T08:31:00Z');
    await world.morning('2026-12-09T08:00:00Z');
    expect(world.followUps.map(({ model }) => ('isRepeat' in model ? model.isRepeat : model.kind))).toEqual([
      false,
      true,
      'use-it',
    ]);
  });

  it('is told on the next day where Teams refused it for no reason, and not where it will never take it', async () => {
    for (const [reason, times] of [
      ['http-403-BadArgument', 2],
      ['MessageSizeTooBig', 1],
    ] as const) {
      const world = await aWorld(withChange);
      await world.night('2026-12-08T02:00:00Z');
      world.answers.push({ outcome: 'rejected', reason, isUnreachable: false });
      await world.morning('2026-12-08T08:00:00Z');
      await world.night('2026-12-09T02:00:00Z');
      await world.morning('2026-12-09T08:00:00Z');
      expect(kinds(world).filter((kind) => kind === 'reread')).toHaveLength(times);
    }
  });

  it('is told twice at most, whatever Teams refused in between', async () => {
    const world = await aWorld(withChange);
    await world.night('2026-12-08T02:00:00Z');
    const lost = { outcome: 'unknown', reason: 'timeout' } as const;
    world.answers.push(lost, { outcome: 'rejected', reason: 'http-403', isUnreachable: false }, lost);
    for (const day of ['08', '09', '10'] as const) {
      await world.night(`2026-12-${day}T02:00:00Z`);
      for (const time of ['08:00', '08:31']) await world.morning(`2026-12-${day}T${time}:00Z`);
    }
    const repeats = world.followUps.flatMap(({ model }) => ('isRepeat' in model ? [model.isRepeat] : []));
    expect(repeats).toEqual([false, true, true]);
  });

  it('is not told when it was read meanwhile, and two presses keep it once', async () => {
    const world = await aWorld(withChange);
    await world.night('2026-11-26T02:00:00Z');
    const read = { moduleId: 'tegn', version: 2, at: world.clock.now() };
    await Promise.all([1, 2].map(() => confirmReread(world.needs, 'kari', read)));
    await world.morning('2026-11-26T08:00:00Z');
    await world.night('2026-11-27T02:00:00Z');
    expect([kinds(world), await world.states()]).toEqual([[], ['reread.tegn version-2 cancelled (read)']]);
    expect(await world.stores.people.get('kari', rereadRow, 'tegn:2')).toMatchObject({ value: read });
  });

  it('is not told when the next version says something else, which is', async () => {
    const world = await aWorld(withChange);
    await world.night('2026-11-26T02:00:00Z');
    const next = withModules({ ...withChange, version: 3, material: { version: 3, summary: words('Enda nyere.') } });
    world.goTo('2026-11-26T08:00:00Z');
    await sendReminder({ ...world.needs, rules: next }, pointerTo());
    await repairDue({ ...world.needs, rules: next, units: world.stores.units }, new Date('2026-11-27T02:00:00Z'));
    expect(await world.states()).toEqual([
      'reread.tegn version-2 cancelled (content-changed)',
      'reread.tegn version-3 planned',
    ]);
  });
});

describe('a guideline that was read', () => {
  const versions = (...material: readonly boolean[]): Policy => ({
    ...guideline,
    versions: material.map((isMaterial, at) => ({ version: at + 1, validFrom: '2026-08-17', isMaterial })),
  });
  const withPolicies = (...policies: readonly Policy[]): ReminderRules => {
    const by = withModules();
    return { ...by, catalogue: { ...by.catalogue, policies } };
  };
  /** Kari has read the first version on 24 November. */
  async function reader() {
    const world = await aWorld();
    const { people } = world.stores;
    const confirm = (version: number) =>
      confirmPolicy({ people }, 'kari', versions(false, true, true), version, world.clock.now());
    world.goTo('2026-11-24T10:00:00Z');
    await confirm(1);
    const night = (iso: string, ...policies: readonly Policy[]) => {
      world.goTo(iso);
      const needs = { ...world.needs, rules: withPolicies(...policies), units: world.stores.units };
      return repairDue(needs, world.clock.now());
    };
    const morning = (iso: string, ...policies: readonly Policy[]) => {
      world.goTo(iso);
      return sendReminder({ ...world.needs, rules: withPolicies(...policies) }, pointerTo());
    };
    return { ...world, confirm, night, morning };
  }

  it('and has changed in a way that matters is told of once, with the day that it was read', async () => {
    const world = await reader();
    const changed = versions(false, true);
    for (const at of ['2026-11-26T02:00:00Z', '2026-11-27T02:00:00Z']) await world.night(at, changed);
    expect(await world.states()).toEqual(['policy.bilder-av-barn version-2 planned']);
    for (const at of ['2026-11-27T08:00:00Z', '2026-11-30T08:00:00Z']) await world.morning(at, changed);
    await world.night('2026-12-01T02:00:00Z', changed);
    expect(world.followUps).toMatchObject([
      { model: { kind: 'policy', own: { at: new Date('2026-11-24T10:00:00Z'), changed: 2 }, isRepeat: false } },
    ]);
    expect(await world.states()).toEqual(['policy.bilder-av-barn version-2 sent']);
    expect(await world.hints()).toEqual([]);
  });

  it('is told of again once when nobody knows whether it arrived, also to who wants no tips', async () => {
    const world = await reader();
    await changePreferences(world.needs, 'kari', { followUps: 'off' });
    const changed = versions(false, true);
    await world.night('2026-11-26T02:00:00Z', changed);
    world.answers.push({ outcome: 'unknown', reason: 'timeout' });
    for (const at of ['2026-11-26T08:00:00Z', '2026-11-26T08:31:00Z']) await world.morning(at, changed);
    expect(world.followUps.map(({ model }) => 'isRepeat' in model && model.isRepeat)).toEqual([false, true]);
  });

  it('is not told of where nothing that matters has changed, or where none was ever read', async () => {
    const world = await reader();
    const unread = { ...versions(false, true), policyId: 'samtaler' };
    await world.night('2026-11-26T02:00:00Z', versions(false, false), unread);
    expect(await world.states()).toEqual([]);
  });

  it('is not told of when it was read meanwhile, is for others, or is gone', async () => {
    const forOthers = { ...versions(false, true), audience: { sectors: ['health' as const], roles: [] } };
    for (const [policies, reason] of [
      [[versions(false, true)], 'read'],
      [[forOthers], 'policy-gone'],
      [[], 'policy-gone'],
    ] as const) {
      const world = await reader();
      await world.night('2026-11-26T02:00:00Z', versions(false, true));
      if (reason === 'read') await world.confirm(2);
      await world.morning('2026-11-26T08:00:00Z', ...policies);
      await world.night('2026-11-27T02:00:00Z', ...policies);
      expect([kinds(world), await world.states()]).toEqual([
        [],
        [`policy.bilder-av-barn version-2 cancelled (${reason})`],
      ]);
    }
  });

  it('is told of by its latest change, and again when the next one comes', async () => {
    const world = await reader();
    await world.night('2026-11-26T02:00:00Z', versions(false, true));
    await world.morning('2026-11-26T08:00:00Z', versions(false, true, true));
    await world.night('2026-11-27T02:00:00Z', versions(false, true, true));
    expect(await world.states()).toEqual([
      'policy.bilder-av-barn version-2 cancelled (content-changed)',
      'policy.bilder-av-barn version-3 planned',
    ]);
  });

  it('stays planned when a module with the same name is done', async () => {
    const world = await reader();
    await world.night('2026-11-26T02:00:00Z', versions(false, true));
    const ended = await endReminders(
      world.needs,
      'kari',
      { moduleId: guideline.policyId, cycle: 1 },
      world.clock.now(),
    );
    expect(ended).toEqual([]);
  });
});
