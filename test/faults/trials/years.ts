import { setImmediate } from 'node:timers/promises';
import { addDays, type LocalDate } from '../../../src/core/local-date.ts';
import type { Person, Preferences } from '../../../src/features/people/person.ts';
import { conversationRow, preferencesRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { jobsIn } from '../../features/reminders/jobs-in.ts';
import { chatOf, createWorld, kari, rules, type World } from '../../features/reminders/world.ts';
import type { TrialReport } from './trial-report.ts';
import { forbiddenAt, type JudgedPerson, ownHalfDay, planningDays, summer } from './window-judge.ts';

const [firstYear, lastYear] = [2025, 2100];
/** One of each in turn. All of them lead the unit too, so that each also gets digests. */
const kinds = ['ordinary', 'shift', 'morning', 'afternoon', 'leave'] as const;
type Hired = { person: Person; preferences: Preferences; judged: JudgedPerson };
type Sent = { at: Date; what: 'reminder' | 'digest'; judged: JudgedPerson };

/** R8: in every year people of each kind are hired on any day, and time is played event by event, with workers that are often late. In memory: storage has no part in it. */
export async function yearsTrial(hiresEachYear: number, random: () => number): Promise<readonly TrialReport[]> {
  const sent: Sent[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) sent.push(...(await playYear(year, hiresEachYear, random)));
  const wrong = sent.flatMap(({ at, judged }) => forbiddenAt(at, judged) ?? []);
  const years = lastYear - firstYear + 1;
  const reminders = sent.filter(({ what }) => what === 'reminder');
  const perKind = Object.entries(
    Object.groupBy(reminders, ({ judged }) => (judged.leaveUntil ? 'leave' : judged.kind)),
  );
  return [
    {
      id: 'R8',
      did: `${hiresEachYear} people hired on any day of each year from ${firstYear} to ${lastYear}; shift, half day of their own, leave, half days, planning days, summer, holidays`,
      counted: `${reminders.length} reminders and ${sent.length - reminders.length} digests in ${years} years (${perKind.map(([kind, own]) => `${kind} ${own?.length}`).join(', ')})`,
      found: `${wrong.length} outside the window${wrong.length > 0 ? `: ${[...new Set(wrong)].join(', ')}` : ''}`,
      holds: wrong.length === 0 && perKind.length === kinds.length && reminders.length > years,
    },
  ];
}

async function playYear(year: number, hires: number, random: () => number): Promise<readonly Sent[]> {
  const world = createWorld(`${year}-01-01T06:00:00Z`);
  const own = rulesOf(year);
  const jobs = jobsIn(world, { rules: own });
  const hired = new Map<string, Hired>();
  for (let index = 0; index < hires; index += 1) {
    const one = someone(year, index, random);
    hired.set(chatOf(one.person.personId).conversationId, one);
    await hire(world, own, one);
  }
  const end = new Date(`${year + 1}-03-01T00:00:00Z`);
  for (let at = await jobs.nextDueAt(world.clock.now()); at < end; at = await jobs.nextDueAt(at)) {
    world.goTo(at.toISOString());
    await jobs.runTick(at);
    // Whoever takes it may come hours later, when the window has closed.
    if (random() < 0.3) world.pass(Math.floor(random() * 20 * 60));
    await jobs.drain();
    // Nothing in memory waits for anything: the other trials in this process get their turn.
    await setImmediate();
  }
  const judgedOf = (conversationId: string): JudgedPerson => hired.get(conversationId)?.judged ?? { kind: 'ordinary' };
  return [
    ...world.posts.map(({ at, conversationId }) => ({
      at,
      what: 'reminder' as const,
      judged: judgedOf(conversationId),
    })),
    // A leader's report comes in the hours of the municipality, whatever the own ones are.
    ...world.pings.map(({ at, conversationId }) => ({
      ...{ at, what: 'digest' as const },
      judged: { ...judgedOf(conversationId), kind: 'ordinary' as const },
    })),
  ];
}

function rulesOf(year: number): ReminderRules {
  const dates = (day: string): LocalDate[] => [`${year}-${day}` as LocalDate, `${year + 1}-${day}` as LocalDate];
  return {
    ...rules,
    calendar: {
      ...{ zone: 'Europe/Oslo', window: { from: '08:30', to: '15:00' }, useHolidays: true },
      shifts: [{ units: ['botilbudet'], window: { from: '13:00', to: '20:00' } }],
      localDaysOff: planningDays.flatMap(dates).map((date) => ({ date })),
      halfDays: [...(['wednesday-before-easter', 'christmas-eve', 'new-years-eve'] as const), ...dates(ownHalfDay)].map(
        (on) => ({ on, until: '12:00' as const }),
      ),
      pauses: [{ from: summer[0], to: summer[1] }],
    },
  };
}

function someone(year: number, index: number, random: () => number): Hired {
  const kind = kinds[(year + index) % kinds.length] ?? 'ordinary';
  const employedOn = addDays(`${year}-01-01`, Math.floor(random() * 365));
  const unitId = kind === 'shift' ? 'botilbudet' : 'skolen';
  const leaveUntil = addDays(employedOn, Math.floor(random() * 40));
  return {
    person: { ...kari, personId: `p${index}`, employedOn, unitId },
    preferences: {
      nudges: 'on',
      ...((kind === 'morning' || kind === 'afternoon') && { window: kind }),
      ...(kind === 'leave' && { pausedUntil: leaveUntil }),
    },
    judged: kind === 'leave' ? { kind: 'ordinary', leaveUntil } : { kind },
  };
}

async function hire({ stores, clock }: World, own: ReminderRules, { person, preferences }: Hired): Promise<void> {
  const { personId, unitId } = person;
  const writes = [createRow(profileRow, person), createRow(conversationRow, chatOf(personId))];
  await stores.people.commit({ personId, writes: [...writes, createRow(preferencesRow, preferences)] });
  await stores.units.createUnit({ unitId, name: 'Skolen', sector: 'school' });
  await stores.units.createMember(unitId, personId);
  await stores.units.createLeader(personId, unitId);
  await scheduleReminders(stores, person, own, clock.now());
}
