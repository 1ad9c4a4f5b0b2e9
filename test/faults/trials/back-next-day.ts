import { localDateAt } from '../../../src/core/local-date.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { dayRow, type Reminder, reminderKey, reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { startTown, type Town } from './town.ts';
import type { TrialReport } from './trial-report.ts';

const cases = [
  { what: 'nudge', employedOn: '2026-11-23', most: 1 },
  { what: 'deadline', employedOn: '2026-11-12', most: 2 },
] as const;
const day = '2026-11-26';

/** R8b: whoever posts in the last minute of the window dies of it, comes back when it has closed, and again the next morning. */
export const backNextDayTrial = (people: number): Promise<TrialReport[]> =>
  Promise.all(cases.map((each) => killedInTheLastMinute(people, each)));

async function killedInTheLastMinute(
  people: number,
  { what, employedOn, most }: (typeof cases)[number],
): Promise<TrialReport> {
  const startsAt = new Date(`${day}T13:58:00Z`);
  const diesOn = (at: Date) => localDateAt(at, 'UTC') === day;
  const town = await startTown({ people, startsAt, employedOn, requestTimeoutMs: 10_000, diesOn });
  await town.minute();
  const first = town.posts.length;
  for (const at of [`${day}T14:02:00Z`, '2026-11-27T08:00:00Z']) {
    town.goTo(new Date(at));
    for (let minute = 0; minute < 5; minute += 1) await town.minute();
  }
  const settled = await Promise.all(town.people.map(({ personId }) => endOf(town, personId)));
  const wrong = settled.filter(
    ({ state, told }) => state !== 'uncertain' || told.length === 0 || !told.every(isAsItMust),
  ).length;
  const doubled = [...Map.groupBy(town.posts, ({ personId }) => personId)].filter(
    ([, own]) => own.length > most,
  ).length;
  return {
    ...{ id: 'R8b', did: `${people} people with a ${what} posted by a worker that dies, in the last minute of a day` },
    counted: `${first} messages on that day, ${town.posts.length - first} on the next`,
    found: `${doubled} got it more often than they may, ${wrong} not settled as they must`,
    holds: first === people && doubled === 0 && wrong === 0,
  };
}

/** Nobody knows of a nudge; what has to be told is told again, also where they were on one card. */
const isAsItMust = ({ class: kind, state }: Reminder): boolean => state === (kind === 'nudge' ? 'uncertain' : 'sent');

/** What became of the card of the day, and of what it told about. */
async function endOf({ stores }: Town, personId: string): Promise<{ state: string | undefined; told: Reminder[] }> {
  const ledger = (await stores.people.get(personId, dayRow, day))?.value;
  const items = ledger && 'items' in ledger ? ledger.items : [];
  const rows = await toArray(stores.people.list(personId, reminderRow));
  const told = rows.flatMap(({ value }) => (items.includes(reminderKey(value)) ? [value] : []));
  return { state: ledger?.state, told };
}
