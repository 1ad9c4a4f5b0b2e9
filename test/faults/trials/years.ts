import { setImmediate } from 'node:timers/promises';
import { addDays, type LocalDate } from '../../../src/core/local-date.ts';
import type { Person, Preferences } from '../../../src/features/people/person.ts';
import { conversationRow, preferencesRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { setPing } from '../../../src/features/reminders/set-ping.ts';
import { jobsIn, message } from '../../features/reminders/jobs-in.ts';
import { chatOf, createWorld, kari, rules, type World } from '../../features/reminders/world.ts';
import type { TrialReport } from './trial-report.ts';
import { forbiddenAt, isInSummer, type JudgedPerson, ownHalfDay, planningDays, summer } from './window-judge.ts';

const [firstYear, lastYear] = [2025, 2100];
/** One of each in turn. All of them lead the unit too, answer for a text, and follow the unit for somebody, so that each gets every kind of message. */
const kinds = ['ordinary', 'shift', 'morning', 'afternoon', 'leave'] as const;
type Hired = { person: Person; preferences: Preferences; judged: JudgedPerson };
type What = 'reminder' | 'ping' | 'digest' | 'owner-card' | 'morning-card' | 'delegation';
/** What goes out in the summer too: leaders are away then, and what one person has changed is shown. */
const urgent: ReadonlySet<What> = new Set<What>(['morning-card', 'delegation']);
type Sent = { at: Date; what: What; judged: JudgedPerson };

const chief: Person = { ...kari, personId: 'chief', employedOn: '2020-01-01', leads: ['skolen', 'botilbudet'] };
const pingsEach = 6;
/** What the summer would put off until it is too late comes before it. */
const noticeBefore = { stepId: 'due-minus-3', anchor: 'due', offsetDays: -3, class: 'deadline' } as const;
const minuteMs = 60_000;
const [ofWeek, ofMorning] = [
  { things: [], reported: 1 },
  { things: [], reported: 2 },
];
/** What Teams shows of it tells which it is. */
const of = (what: What) => () => ({ ...message, summary: what });

/** R8: in every year, or each so many years, people of each kind are hired on any day, and time is played event by event, with workers that are often late. In memory: storage has no part in it. */
export async function yearsTrial(
  { hiresEachYear, every }: { hiresEachYear: number; every: number },
  random: () => number,
): Promise<readonly TrialReport[]> {
  const sent: Sent[] = [];
  let years = 0;
  for (let year = firstYear; year <= lastYear; year += every) {
    sent.push(...(await playYear(year, hiresEachYear, random)));
    years += 1;
  }
  const wrong = sent.flatMap(({ at, judged }) => forbiddenAt(at, judged) ?? []);
  const reminders = sent.filter(({ what }) => what === 'reminder');
  const kindsOfMessage = Object.entries(Object.groupBy(sent, ({ what }) => what));
  const inSummer = new Map(
    Map.groupBy(
      sent.filter(({ at }) => isInSummer(at.toISOString().slice(0, 10))),
      ({ what }) => what,
    ),
  );
  const perKind = Object.entries(
    Object.groupBy(reminders, ({ judged }) => (judged.leaveUntil ? 'leave' : judged.kind)),
  );
  return [
    {
      id: 'R8',
      did: `${hiresEachYear} people hired on any day of ${years} years from ${firstYear} to ${lastYear}; shift, half day of their own, leave, half days, planning days, summer, holidays`,
      counted: `${kindsOfMessage.map(([what, own]) => `${own?.length} of ${what}`).join(', ')} (reminders: ${perKind.map(([kind, own]) => `${kind} ${own?.length}`).join(', ')})`,
      found: `${wrong.length} outside the window${wrong.length > 0 ? `: ${[...new Set(wrong)].join(', ')}` : ''}`,
      holds:
        wrong.length === 0 &&
        perKind.length === kinds.length &&
        reminders.length > years &&
        kindsOfMessage.length === 6 &&
        kindsOfMessage.every(([, own]) => (own?.length ?? 0) >= years) &&
        [...urgent].every((what) => inSummer.has(what)),
    },
  ];
}

async function playYear(year: number, hires: number, random: () => number): Promise<readonly Sent[]> {
  const world = createWorld(`${year}-01-01T06:00:00Z`);
  const own = rulesOf(year);
  const hired = new Map<string, Hired>();
  const sent: Sent[] = [];
  const others = summerTimes(year, random);
  const { messenger } = world.needs;
  const jobs = jobsIn(world, {
    rules: own,
    messenger: {
      ...messenger,
      send(to, shown) {
        const what = shown.summary as What;
        sent.push({ at: world.clock.now(), what, judged: judgedFor(what, hired.get(to.conversationId)) });
        return messenger.send(to, shown);
      },
    },
    readOwnerCards: async (_, morning) =>
      new Map([...hired.values()].map(({ person }) => [person.personId, morning ? ofMorning : ofWeek])),
    present: {
      ...{ reminder: of('reminder'), followUp: of('reminder'), ping: of('ping') },
      ...{ digest: of('digest'), delegation: of('delegation') },
      ownerCard: (card) => of(card === ofMorning ? 'morning-card' : 'owner-card')(),
    },
  });
  await world.stores.people.commit({ personId: chief.personId, writes: [createRow(profileRow, chief)] });
  for (let index = 0; index < hires; index += 1) {
    const one = someone(year, index, random);
    hired.set(chatOf(one.person.personId).conversationId, one);
    await hire(world, own, one);
    const { personId } = one.person;
    for (let each = 0; each < pingsEach; each += 1) {
      await setPing(
        { ...world.stores, rules: own },
        one.person,
        addDays(one.person.employedOn, Math.floor(random() * 365)),
      );
    }
    const told = { kind: 'delegation' as const, personId, leaderId: chief.personId };
    const delayMs = Math.floor(random() * 365 * 24 * 60) * minuteMs;
    others.push(new Date(world.clock.now().getTime() + delayMs));
    await world.queue.send(told, delayMs);
  }
  const nextAt = async (after: Date): Promise<Date> => {
    const dates = [await jobs.nextDueAt(after), ...others.filter((other) => other > after)];
    return new Date(Math.min(...dates.map((date) => date.getTime())));
  };
  const end = new Date(`${year + 1}-03-01T00:00:00Z`);
  for (let at = await nextAt(world.clock.now()); at < end; at = await nextAt(at)) {
    world.goTo(at.toISOString());
    await jobs.runTick(at);
    // Whoever takes it may come hours later, when the window has closed.
    if (random() < 0.3) world.pass(Math.floor(random() * 20 * 60));
    await jobs.drain();
    // Nothing in memory waits for anything: the other trials in this process get their turn.
    await setImmediate();
  }
  return sent;
}

/** Nothing of anybody's own comes due in the summer: each day of it is looked at, at any hour. */
function summerTimes(year: number, random: () => number): Date[] {
  const [from, to] = summer;
  const times: Date[] = [];
  for (let day: LocalDate = `${year}-${from}`; day <= `${year}-${to}`; day = addDays(day, 1)) {
    times.push(new Date(Date.parse(day) + Math.floor(random() * 24 * 60) * minuteMs));
  }
  return times;
}

/** Reminders come in the own hours. The rest comes in those of the unit, whatever half was chosen, and a date that somebody asked for also on leave. */
function judgedFor(what: What, hired: Hired | undefined): JudgedPerson {
  const own: JudgedPerson = hired?.judged ?? { kind: 'ordinary' };
  if (what === 'reminder') return own;
  const kind = own.kind === 'shift' ? 'shift' : 'ordinary';
  return what === 'ping' ? { kind } : { ...own, kind, isUrgent: urgent.has(what) };
}

function rulesOf(year: number): ReminderRules {
  const dates = (day: string): LocalDate[] => [`${year}-${day}` as LocalDate, `${year + 1}-${day}` as LocalDate];
  return {
    ...rules,
    policy: { ...rules.policy, steps: [...rules.policy.steps, noticeBefore] },
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
    person: {
      ...{ ...kari, personId: `p${index}`, employedOn, unitId },
      delegated: [{ unitId, by: chief.personId, at: new Date(`${year}-01-01T06:00:00Z`), until: `${year + 1}-12-31` }],
    },
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
