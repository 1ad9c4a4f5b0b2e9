import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { conversationRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../../../src/features/people/person-store.ts';
import { isWorkingDay, nextSendTime } from '../../../src/features/reminders/calendar.ts';
import { planCertificateReminder } from '../../../src/features/reminders/certificate-reminder.ts';
import { keepCertificate, removeCertificate } from '../../../src/features/reminders/keep-certificate.ts';
import { ownCalendar } from '../../../src/features/reminders/own-calendar.ts';
import { previewDay } from '../../../src/features/reminders/preview-day.ts';
import { reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { repairDue } from '../../../src/features/reminders/repair-due.ts';
import type { ReminderRules } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { course as anyCourse } from '../../views/asks-models.ts';
import { calendar, chatOf, createWorld, kari, policy, rules } from './world.ts';

const course = { ...anyCourse, audience: { sectors: ['school' as const], roles: [] } };
const withCourse: ReminderRules = {
  ...rules,
  catalogue: { ...rules.catalogue, modules: [], certificates: { kinds: [course], remindDaysBefore: 30 } },
};
const now = new Date('2026-11-23T09:00:00Z');
const pointer = { kind: 'reminder', personId: 'kari', dueOn: '2026-12-21' } as const;
/** Valid to Wednesday 20 January 2027; thirty days before is Monday 21 December. */
const takenOn = '2025-01-20';
const dueDay = '2026-12-21T08:30:00Z';

async function aWorld() {
  const world = createWorld('2026-11-23T09:00:00Z');
  const needs = { ...world.needs, rules: withCourse };
  const writes = [createRow(profileRow, kari), createRow(conversationRow, chatOf('kari'))];
  await needs.people.commit({ personId: 'kari', writes });
  await world.stores.units.createUnit({ unitId: 'skolen', name: 'Skolen', sector: 'school' });
  await world.stores.units.createMember('skolen', 'kari');
  return { ...world, needs };
}
type World = Awaited<ReturnType<typeof aWorld>>;
const hintsOf = async ({ needs }: World) => toArray(needs.due.list('2026-11-01', '2028-12-31'));
const remindersOf = async ({ needs }: World) =>
  (await toArray(needs.people.list('kari', reminderRow))).map(({ value }) => `${value.stepId} ${value.state}`);

function plannedFor(ahead: number, leaves: number | undefined, remindDaysBefore: number) {
  const validTo = addDays('2026-11-23', ahead);
  const endsOn = leaves === undefined ? undefined : addDays('2026-11-23', leaves);
  const catalogue = { ...withCourse.catalogue, certificates: { kinds: [course], remindDaysBefore } };
  const reminder = planCertificateReminder(
    { kindId: 'forstehjelp', takenOn: '2025-01-20', validTo },
    { employedOn: kari.employedOn, endsOn },
    { ...withCourse, catalogue },
    now,
  );
  return { reminder, validTo, endsOn, wanted: addDays(validTo, -remindDaysBefore) };
}

const nextOpen = (date: LocalDate): LocalDate =>
  localDateAt(nextSendTime(instantOf(date, '09:00', calendar.zone), calendar), calendar.zone);

describe('the reminder of a course', () => {
  it('comes on a working day in the window, never after the course or the last day of work', () => {
    const days = fc.integer({ min: -400, max: 1200 });
    const planned = fc.property(days, fc.option(days), fc.integer({ min: 1, max: 365 }), (ahead, leaves, before) => {
      const { reminder, wanted, validTo, endsOn = '9999-12-31' } = plannedFor(ahead, leaves ?? undefined, before);
      // The next day that is open is past the course: it comes earlier than its day, or not at all.
      const isPast = nextOpen(wanted) > validTo;
      if (!reminder) return isPast || wanted <= '2026-11-23';
      const date = localDateAt(reminder.dueAt, calendar.zone);
      expect(date > '2026-11-23' && date <= validTo).toBe(true);
      expect(reminder.state).toBe(date <= endsOn ? 'planned' : 'cancelled');
      expect(date < wanted).toBe(isPast);
      expect(isWorkingDay(date, calendar)).toBe(true);
      expect(nextSendTime(reminder.dueAt, calendar)).toEqual(reminder.dueAt);
      return true;
    });
    fc.assert(planned, { seed: 20261123 });
  });

  it('comes before the summer where the course runs out in it, and not at all where that is past', () => {
    const certificate = { kindId: 'forstehjelp', takenOn: '2025-08-11' as const, validTo: '2027-08-11' as const };
    const at = (iso: string) =>
      planCertificateReminder(certificate, kari, withCourse, new Date(iso))?.dueAt.toISOString();
    expect(at('2027-06-01T10:00:00Z')).toBe('2027-06-30T07:00:00.000Z');
    expect(at('2027-07-01T10:00:00Z')).toBeUndefined();
  });

  it('that a pause of their own would put off too long is planned all the same: the pause may end before its day', () => {
    const calendarOfKari = ownCalendar(calendar, { unitId: 'skolen', pausedUntil: '2027-02-01' });
    const own = { ...withCourse, calendar: calendarOfKari };
    const certificate = { kindId: 'forstehjelp', takenOn: '2025-01-20' as const, validTo: '2027-01-20' as const };
    const dueAt = planCertificateReminder(certificate, kari, own, now)?.dueAt;
    expect(dueAt?.toISOString()).toBe('2027-02-02T08:00:00.000Z');
  });

  it('has its hint before its row, is sent once, and leaves no hint', async () => {
    const world = await aWorld();
    await keepCertificate(world.needs, kari, course, takenOn, now);
    expect(await hintsOf(world)).toMatchObject([{ dueOn: '2026-12-21', moduleId: 'certificate.forstehjelp' }]);
    world.goTo(dueDay);
    await sendReminder(world.needs, pointer);
    await sendReminder(world.needs, pointer);
    expect(world.posts.map(({ model }) => [model.lines, model.certificates])).toEqual([
      [[], [{ kindId: 'forstehjelp', name: course.name, validTo: '2027-01-20' }]],
    ]);
    expect(await remindersOf(world)).toEqual(['before-2027-01-20 sent']);
    expect(await hintsOf(world)).toEqual([]);
  });

  it('is told again once when nobody knows whether it arrived', async () => {
    const world = await aWorld();
    await keepCertificate(world.needs, kari, course, takenOn, now);
    world.answers.push({ outcome: 'unknown', reason: 'timeout' });
    world.goTo(dueDay);
    await sendReminder(world.needs, pointer);
    world.goTo('2026-12-21T09:30:00Z');
    await sendReminder(world.needs, pointer);
    await sendReminder(world.needs, pointer);
    expect(world.posts.map(({ model }) => model.isRepeat)).toEqual([false, true]);
  });

  it('comes on the next working day where Teams refused it for no reason, once', async () => {
    const world = await aWorld();
    await keepCertificate(world.needs, kari, course, takenOn, now);
    world.answers.push({ outcome: 'rejected', reason: 'http-404', isUnreachable: false });
    world.answers.push({ outcome: 'rejected', reason: 'http-404', isUnreachable: false });
    world.goTo(dueDay);
    await sendReminder(world.needs, pointer);
    expect(await remindersOf(world)).toEqual(['before-2027-01-20 rejected']);
    const before = world.posts.length;
    for (const day of ['22', '23', '28'] as const) {
      world.goTo(`2026-12-${day}T02:30:00Z`);
      await repairDue({ ...world.needs, ...world.stores, rules: withCourse }, world.clock.now());
      world.goTo(`2026-12-${day}T08:30:00Z`);
      await sendReminder(world.needs, { ...pointer, dueOn: `2026-12-${day}` });
    }
    expect(world.posts.slice(before).map(({ at }) => at.toISOString().slice(0, 10))).toEqual(['2026-12-22']);
  });

  it('is sent twice at most, whatever Teams refused in between', async () => {
    const world = await aWorld();
    await keepCertificate(world.needs, kari, course, takenOn, now);
    const lost = { outcome: 'unknown', reason: 'timeout' } as const;
    const refused = { outcome: 'rejected', reason: 'http-403', isUnreachable: false } as const;
    world.answers.push(lost, refused, lost);
    world.goTo(dueDay);
    await sendReminder(world.needs, pointer);
    world.goTo('2026-12-21T09:30:00Z');
    await sendReminder(world.needs, pointer);
    for (const day of ['22', '23', '28'] as const) {
      world.goTo(`2026-12-${day}T02:30:00Z`);
      await repairDue({ ...world.needs, ...world.stores, rules: withCourse }, world.clock.now());
      for (const time of ['08:30', '09:30']) {
        world.goTo(`2026-12-${day}T${time}:00Z`);
        await sendReminder(world.needs, { ...pointer, dueOn: `2026-12-${day}` });
      }
    }
    // What Teams refused has surely not come.
    expect(world.posts.map(({ model }) => model.isRepeat)).toEqual([false, true, true]);
  });

  it('ends when the person has left', async () => {
    const world = await aWorld();
    await keepCertificate(world.needs, kari, course, takenOn, now);
    const profile = await world.needs.people.get('kari', profileRow);
    if (!profile) throw new Error('nobody');
    const gone = { ...profile.value, endsOn: '2026-12-20' as const };
    await world.needs.people.commit({ personId: 'kari', writes: [replaceRow(profileRow, gone, profile.etag)] });
    world.goTo(dueDay);
    await sendReminder(world.needs, pointer);
    expect([world.posts, await remindersOf(world)]).toEqual([[], ['before-2027-01-20 cancelled']]);
  });

  it('of an old date is ended when the course is renewed or removed, also when the press comes twice at once', async () => {
    const world = await aWorld();
    await keepCertificate(world.needs, kari, course, takenOn, now);
    await Promise.all([1, 2].map(() => keepCertificate(world.needs, kari, course, '2025-06-01', now)));
    expect(await remindersOf(world)).toEqual(['before-2027-01-20 cancelled', 'before-2027-06-01 planned']);
    await Promise.all([1, 2].map(() => removeCertificate(world.needs, 'kari', 'forstehjelp', now)));
    expect(await remindersOf(world)).toEqual(['before-2027-01-20 cancelled', 'before-2027-06-01 cancelled']);
    await keepCertificate(world.needs, kari, course, takenOn, now);
    expect(await remindersOf(world)).toEqual(['before-2027-01-20 planned', 'before-2027-06-01 cancelled']);
  });

  it('is not sent for a kind that the pack has taken away', async () => {
    const world = await aWorld();
    await keepCertificate(world.needs, kari, course, takenOn, now);
    world.goTo(dueDay);
    await sendReminder(
      { ...world.needs, rules: { ...rules, policy, catalogue: { ...rules.catalogue, modules: [] } } },
      pointer,
    );
    expect([world.posts, await remindersOf(world)]).toEqual([[], ['before-2027-01-20 cancelled']]);
  });

  it('gets its hint back at night when that was lost, and a hint of a removed course goes', async () => {
    const world = await aWorld();
    const repair = { ...world.needs, units: world.stores.units };
    await keepCertificate(world.needs, kari, course, takenOn, now);
    for (const hint of await hintsOf(world)) await world.needs.due.delete(hint);
    await repairDue(repair, now);
    expect(await hintsOf(world)).toHaveLength(1);
    await removeCertificate(world.needs, 'kari', 'forstehjelp', now);
    await repairDue(repair, new Date('2026-12-22T02:00:00Z'));
    expect(await hintsOf(world)).toEqual([]);
  });

  describe('when something else than the date is changed', () => {
    const changePerson = async ({ needs }: World, change: Partial<Person>) => {
      const profile = await needs.people.get('kari', profileRow);
      if (!profile) throw new Error('nobody');
      const changed = { ...profile.value, ...change };
      await needs.people.commit({ personId: 'kari', writes: [replaceRow(profileRow, changed, profile.etag)] });
      return changed;
    };
    const night = ({ needs, stores }: World, at: Date | string, by = withCourse) =>
      repairDue({ ...needs, rules: by, units: stores.units }, new Date(at));
    const remindingBefore = (remindDaysBefore: number): ReminderRules => ({
      ...withCourse,
      catalogue: { ...withCourse.catalogue, certificates: { kinds: [course], remindDaysBefore } },
    });

    it('is planned the night after the staff list lets somebody stay longer, once', async () => {
      const world = await aWorld();
      const temp = await changePerson(world, { endsOn: '2026-12-18' });
      expect(await keepCertificate(world.needs, temp, course, takenOn, now)).not.toHaveProperty('remindAt');
      await night(world, '2026-11-24T02:00:00Z');
      expect([await remindersOf(world), await hintsOf(world)]).toEqual([['before-2027-01-20 cancelled'], []]);
      await changePerson(world, { endsOn: undefined });
      for (const at of ['2026-11-25T02:00:00Z', '2026-11-26T02:00:00Z']) await night(world, at);
      expect(await remindersOf(world)).toEqual(['before-2027-01-20 planned']);
      expect(await hintsOf(world)).toMatchObject([{ dueOn: '2026-12-21', moduleId: 'certificate.forstehjelp' }]);
    });

    it('that is promised at a second press of the same date is planned', async () => {
      const world = await aWorld();
      const temp = await changePerson(world, { endsOn: '2026-12-18' });
      await keepCertificate(world.needs, temp, course, takenOn, now);
      const settled = await changePerson(world, { endsOn: undefined });
      expect(await keepCertificate(world.needs, settled, course, takenOn, now)).toHaveProperty('remindAt');
      expect(await remindersOf(world)).toEqual(['before-2027-01-20 planned']);
      expect(await hintsOf(world)).toHaveLength(1);
    });

    it('that was called off while somebody was away comes when they are back, before the course runs out', async () => {
      const world = await aWorld();
      await keepCertificate(world.needs, kari, course, takenOn, now);
      await changePerson(world, { sector: 'ppt' });
      world.goTo(dueDay);
      await sendReminder(world.needs, pointer);
      await night(world, '2026-12-22T02:00:00Z');
      expect(await remindersOf(world)).toEqual(['before-2027-01-20 cancelled']);
      await changePerson(world, { sector: 'school' });
      await night(world, '2027-01-06T02:00:00Z');
      expect(await remindersOf(world)).toEqual(['before-2027-01-20 planned']);
      world.goTo('2027-01-06T08:30:00Z');
      await sendReminder(world.needs, { ...pointer, dueOn: '2027-01-06' });
      await night(world, '2027-01-07T02:00:00Z');
      expect(world.posts).toHaveLength(1);
      expect(await remindersOf(world)).toEqual(['before-2027-01-20 sent']);
    });

    const live = async (world: World, from: LocalDate, to: LocalDate) => {
      for (let day = from; day <= to; day = addDays(day, 1)) {
        await night(world, `${day}T02:00:00Z`);
        world.goTo(`${day}T08:30:00Z`);
        await sendReminder(world.needs, pointer);
      }
    };
    const told = ({ posts }: World) => posts.map(({ at }) => localDateAt(at, calendar.zone));

    describe('for a temp who has left by its day', () => {
      /** Valid to 10 September 2027; thirty days before is in the summer, so it would come on Monday 16 August. */
      const validTo = '2027-09-10';
      const before = `before-${validTo}`;
      const aTemp = async () => {
        const world = await aWorld();
        const temp = await changePerson(world, { endsOn: '2027-06-30' });
        const at = new Date('2027-03-10T09:00:00Z');
        expect(await keepCertificate(world.needs, temp, course, '2025-09-10', at)).not.toHaveProperty('remindAt');
        await live(world, '2027-06-28', '2027-07-02');
        return world;
      };

      it('comes when they are back, where the next contract reaches the list after that day', async () => {
        const world = await aTemp();
        await live(world, '2027-08-09', '2027-08-17');
        await changePerson(world, { employedOn: '2027-08-01', endsOn: undefined });
        await live(world, '2027-08-18', '2027-09-12');
        expect([told(world), await remindersOf(world)]).toEqual([['2027-08-18'], [`${before} sent`]]);
        expect(await hintsOf(world)).toEqual([]);
      });

      it('comes on that day where the list has the next contract in time', async () => {
        const world = await aTemp();
        await changePerson(world, { employedOn: '2027-08-01', endsOn: undefined });
        await live(world, '2027-08-02', '2027-09-12');
        expect(told(world)).toEqual(['2027-08-16']);
      });

      it('does not come when the course has run out before they are back', async () => {
        const world = await aTemp();
        await live(world, '2027-08-09', '2027-09-10');
        await changePerson(world, { employedOn: '2027-09-13', endsOn: undefined });
        await live(world, '2027-09-11', '2027-09-20');
        expect([told(world), await remindersOf(world)]).toEqual([[], [`${before} cancelled`]]);
      });

      it('is planned for no day, foreseen by nobody and sent to nobody who does not come back', async () => {
        const world = await aTemp();
        for (const day of ['2027-06-30', '2027-08-13', '2027-08-15', '2027-08-16'] as const) {
          await live(world, day, day);
          expect([await hintsOf(world), await remindersOf(world)]).toEqual([[], [`${before} cancelled`]]);
          expect((await previewDay(world.needs, new Date(`${day}T18:00:00Z`), 'running')).people).toEqual([]);
        }
        await live(world, '2027-08-17', '2027-09-12');
        expect(told(world)).toEqual([]);
      });

      it('is promised no more once the last day is known, and comes when they are back', async () => {
        const world = await aWorld();
        const stays = await changePerson(world, { endsOn: undefined });
        const at = new Date('2027-03-10T09:00:00Z');
        expect(await keepCertificate(world.needs, stays, course, '2025-09-10', at)).toHaveProperty('remindAt');
        await changePerson(world, { endsOn: '2027-06-30' });
        await live(world, '2027-05-03', '2027-05-03');
        expect(await remindersOf(world)).toEqual([`${before} cancelled`]);
        await live(world, '2027-08-13', '2027-08-17');
        await changePerson(world, { employedOn: '2027-08-01', endsOn: undefined });
        await live(world, '2027-08-18', '2027-09-12');
        expect(told(world)).toEqual(['2027-08-18']);
      });

      it.each(['taken away and written', 'written'])(
        'does not come where the same date is %s again when they are back: the card says so',
        async (how) => {
          const world = await aTemp();
          const back = await changePerson(world, { employedOn: '2027-08-01', endsOn: undefined });
          const at = new Date('2027-08-17T09:00:00Z');
          if (how !== 'written') await removeCertificate(world.needs, 'kari', 'forstehjelp', at);
          expect(await keepCertificate(world.needs, back, course, '2025-09-10', at)).not.toHaveProperty('remindAt');
          await live(world, '2027-08-18', '2027-09-12');
          expect(told(world)).toEqual([]);
        },
      );
    });

    describe('for somebody who is hired again ahead of the first day', () => {
      it.each(['before', 'after'] as const)(
        'comes on that day, where the list said so %s it was called off',
        async (when) => {
          const world = await aWorld();
          await keepCertificate(world.needs, kari, course, takenOn, now);
          await changePerson(world, { endsOn: '2026-11-30' });
          if (when === 'after') await live(world, '2026-12-19', '2026-12-22');
          await changePerson(world, { employedOn: '2027-01-11', endsOn: undefined });
          await live(world, '2026-12-23', '2027-01-20');
          expect([told(world), await remindersOf(world)]).toEqual([['2027-01-11'], ['before-2027-01-20 sent']]);
        },
      );

      it('comes on that day where it was never planned, and where the first day is moved in the daytime', async () => {
        const never = await aWorld();
        const temp = await changePerson(never, { endsOn: '2026-11-30' });
        await keepCertificate(never.needs, temp, course, takenOn, now);
        await changePerson(never, { employedOn: '2027-01-11', endsOn: undefined });
        await live(never, '2026-12-15', '2027-01-20');
        expect(told(never)).toEqual(['2027-01-11']);
        const moved = await aWorld();
        await keepCertificate(moved.needs, kari, course, takenOn, now);
        await night(moved, '2026-12-21T02:00:00Z');
        await changePerson(moved, { employedOn: '2027-01-11' });
        moved.goTo(dueDay);
        await sendReminder(moved.needs, pointer);
        expect(await remindersOf(moved)).toEqual(['before-2027-01-20 cancelled']);
        await live(moved, '2026-12-22', '2027-01-20');
        expect(told(moved)).toEqual(['2027-01-11']);
      });

      it('does not come when the course has run out by then', async () => {
        const world = await aWorld();
        await keepCertificate(world.needs, kari, course, takenOn, now);
        await changePerson(world, { employedOn: '2027-02-01' });
        await live(world, '2026-12-15', '2027-02-05');
        expect(told(world)).toEqual([]);
      });
    });

    it('that was called off does not come when the course has run out, or somebody took the date away', async () => {
      const world = await aWorld();
      await keepCertificate(world.needs, kari, course, takenOn, now);
      await changePerson(world, { sector: 'ppt' });
      world.goTo(dueDay);
      await sendReminder(world.needs, pointer);
      await changePerson(world, { sector: 'school' });
      await night(world, '2027-01-21T02:00:00Z');
      expect(await remindersOf(world)).toEqual(['before-2027-01-20 cancelled']);
      const other = await aWorld();
      await keepCertificate(other.needs, kari, course, takenOn, now);
      await removeCertificate(other.needs, 'kari', 'forstehjelp', now);
      await keepCertificate(other.needs, kari, course, takenOn, new Date(dueDay));
      await night(other, '2026-12-22T02:00:00Z');
      expect(await remindersOf(other)).toEqual(['before-2027-01-20 cancelled']);
    });

    it('comes as long before as the municipality has now decided, and not again to who was told', async () => {
      const world = await aWorld();
      await keepCertificate(world.needs, kari, course, takenOn, now);
      await night(world, '2026-11-24T02:00:00Z', remindingBefore(40));
      expect((await hintsOf(world)).map(({ dueOn }) => dueOn)).toContain('2026-12-11');
      world.goTo('2026-12-11T08:30:00Z');
      await sendReminder({ ...world.needs, rules: remindingBefore(40) }, { ...pointer, dueOn: '2026-12-11' });
      expect(await remindersOf(world)).toEqual(['before-2027-01-20 sent']);
      await night(world, '2026-12-12T02:00:00Z');
      expect(await remindersOf(world)).toEqual(['before-2027-01-20 sent']);
      const again = await keepCertificate(world.needs, kari, course, takenOn, new Date('2026-12-14T09:00:00Z'));
      expect(again).not.toHaveProperty('remindAt');
    });

    it('that is held back is left to come, whatever the night', async () => {
      const world = await aWorld();
      await keepCertificate(world.needs, kari, course, takenOn, now);
      await night(world, '2026-12-22T02:00:00Z');
      expect(await remindersOf(world)).toEqual(['before-2027-01-20 planned']);
    });
  });
});
