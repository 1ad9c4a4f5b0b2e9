import type { LocalDate } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { setPing } from '../../../src/features/reminders/set-ping.ts';
import { backNextDayTrial } from './back-next-day.ts';
import { startTown, type Town } from './town.ts';
import type { TrialReport } from './trial-report.ts';

type Post = Town['posts'][number];
const isDigest = ({ summary }: Post): boolean => /, uke \d/.test(summary);
const isOwnerCard = ({ summary }: Post): boolean => /du svarer for|venter på deg/.test(summary);
const isAskedFor = ({ summary }: Post): boolean => summary.includes('påminnelsen du ba om');

/**
 * R7: down from Thursday evening to Tuesday morning, with a nudge, a deadline notice and a digest due for each person meanwhile, and for some a card
 * to owners, or a date that they asked for.
 */
export async function weekendTrial(people: number): Promise<readonly TrialReport[]> {
  const town = await startTown({
    ...{ people, startsAt: new Date('2026-11-26T17:00:00Z'), employedOn: '2026-11-16', leads: 'solbakken' },
    ...{ coordinators: 3, requestTimeoutMs: 10_000 },
  });
  const [changer, ...owners] = town.people.slice(0, 3);
  if (!changer) throw new Error('nobody to change anything');
  await town.presses(changer, 'content.set-number', { contactId: 'ppt', number: '77001234' });
  const askers = town.people.slice(2, 5);
  for (const person of askers) for (const on of ['2026-11-27', '2026-11-30'] as const) await askFor(town, person, on);
  const withAll = await countWithBoth(town, new Date('2026-12-01T07:00:00Z'));
  const days: Town['posts'][] = [];
  for (const [index, from] of ['2026-12-01T07:59:00Z', '2026-12-02T07:30:00Z', '2026-12-03T07:29:00Z'].entries()) {
    town.goTo(new Date(from));
    const before = town.posts.length;
    await playUntilQuiet(town, ({ length }) => index < 2 && length - before >= people);
    days.push(town.posts.slice(before));
  }
  const asked = town.posts.filter(isAskedFor);
  const digests = town.posts.filter(isDigest);
  const ownerCards = town.posts.filter(isOwnerCard);
  const most = Math.max(...days.map((posts) => mostToOne(posts.filter((post) => !isAskedFor(post)))));
  const onTuesday = (days[0] ?? []).filter((post) => !isAskedFor(post));
  const told = countPeople(onTuesday);
  const led = countPeople(digests);
  const due = town.people.length;
  const isEachTold =
    [changer, ...owners].every(({ personId }) => ownerCards.some((post) => post.personId === personId)) &&
    askers.every(({ personId }) => asked.filter((post) => post.personId === personId).length === 1);
  return [
    {
      id: 'R7',
      did: `${due} people, down from Thursday evening to Tuesday morning; a nudge, a deadline notice and a digest came due for ${withAll} of them`,
      counted: `${onTuesday.length} cards to ${told} people on Tuesday, ${digests.length} digests to ${led} leaders, ${ownerCards.length} cards to ${countPeople(ownerCards)} owners by Thursday, ${asked.length} messages to ${askers.length} who asked for a date`,
      found: `at most ${most} card to one person on one day`,
      holds: most === 1 && isEachTold && told === due && led === due && digests.length === due && withAll === due,
    },
  ];
}

/** As "Minn meg" keeps it. */
async function askFor({ stores, service }: Town, person: Person, on: LocalDate): Promise<void> {
  const { catalogue, calendar, reminderPolicy: policy } = service.pack;
  await setPing({ people: stores.people, due: stores.dues, rules: { catalogue, calendar, policy } }, person, on);
}

/** How many have both a nudge and a deadline notice waiting at this time. Everybody's digest was due on Monday. */
async function countWithBoth({ people, stores }: Town, by: Date): Promise<number> {
  const each = await Promise.all(people.map(({ personId }) => toArray(stores.people.list(personId, reminderRow))));
  return each.filter((rows) => {
    const waiting = rows.filter(({ value }) => value.state === 'planned' && value.dueAt < by);
    return new Set(waiting.map(({ value }) => value.class)).size === 2;
  }).length;
}

/** Some minutes more than it takes, for what should not come. */
async function playUntilQuiet(town: Town, isDone: (posts: Town['posts']) => boolean): Promise<void> {
  for (let minute = 0; minute < 30 && !isDone(town.posts); minute += 1) await town.minute();
  for (let minute = 0; minute < 5; minute += 1) await town.minute();
}

/** R8b: the clock jumps a day forth and back while a nudge, a deadline notice or a digest is due; the tick goes on all the while. */
export async function clockTrial(people: number): Promise<readonly TrialReport[]> {
  const cases = [
    { what: 'nudge', employedOn: '2026-11-23', days: ['2026-11-26', '2026-11-27'] },
    { what: 'deadline', employedOn: '2026-11-12', days: ['2026-11-26', '2026-11-27'] },
    { what: 'digest', employedOn: '2020-08-03', days: ['2026-11-30', '2026-12-01'], leads: 'solbakken' },
  ] as const;
  const [next, ...others] = await Promise.all([backNextDayTrial(people), ...cases.map((each) => jump(people, each))]);
  return [...others, ...next];
}

type Case = {
  what: string;
  employedOn: '2026-11-23' | '2026-11-12' | '2020-08-03';
  days: readonly [string, string];
  leads?: 'solbakken';
};

async function jump(people: number, { what, employedOn, days, leads }: Case): Promise<TrialReport> {
  const startsAt = new Date(`${days[0]}T07:58:00Z`);
  const town = await startTown({ people, startsAt, employedOn, requestTimeoutMs: 10_000, ...(leads && { leads }) });
  const jumps = [days[0], days[1], days[0], days[1]];
  const minutesEach = 4;
  // A message for each day that has one of its own; whatever was told on the one is not told again on the other.
  for (const [index, day] of jumps.entries()) {
    town.goTo(new Date(`${day}T08:${index}0:00Z`));
    for (let minute = 0; minute < minutesEach; minute += 1) await town.minute();
  }
  const missed = jumps.length * minutesEach - countTicks(town);
  const told = countPeople(town.posts);
  const reminders = await Promise.all(
    town.people.map(({ personId }) => toArray(town.stores.people.list(personId, reminderRow))),
  );
  const days1 = reminders.map((rows) => countSendings(rows.map(({ value }) => value)));
  const wanted = leads ? people : days1.reduce((sum, each) => sum + each, 0);
  const most = mostToOne(town.posts);
  return {
    ...{ id: 'R8b', did: `${people} people with a ${what} due, the clock jumps a day forth, back and forth again` },
    ...{ counted: `${town.posts.length} messages to ${told} people` },
    ...{
      found: `${town.posts.length - wanted} doubled, at most ${most} to one person, ${missed} minutes without a tick`,
      holds: told === people && most === 1 && town.posts.length === wanted && missed === 0,
    },
  };
}

/** What was sent together was settled at one time. */
function countSendings(reminders: readonly { state: string; settledAt?: Date }[]): number {
  const sent = reminders.filter(({ state }) => state === 'sent');
  return new Set(sent.map(({ settledAt }) => settledAt?.getTime())).size;
}

const countTicks = ({ events }: Town): number =>
  events.filter((each) => each.event === 'tick-finished' && each.job === 'tick').length;

const countPeople = (posts: Town['posts']): number => new Set(posts.map(({ personId }) => personId)).size;

function mostToOne(posts: Town['posts']): number {
  const each = Map.groupBy(posts, ({ personId }) => personId);
  return Math.max(0, ...[...each.values()].map((own) => own.length));
}
