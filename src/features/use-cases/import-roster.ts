import { newId } from '../../core/ids.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { AuditStore } from '../people/audit-store.ts';
import { countLeaving, diffRoster, type RosterDiff, removesMany } from '../people/diff-roster.ts';
import { findGoneColumns, toldBy } from '../people/gone-columns.ts';
import { type KnownWords, noteUnknown } from '../people/note-unknown.ts';
import type { Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { toArray } from '../people/person-store.ts';
import { readRoster } from '../people/read-roster.ts';
import type { Roster, RosterProblem, RosterRules } from '../people/roster.ts';
import { createHeaderOf } from '../people/roster-headers.ts';
import { hasChangedPeople, type RosterRun, type RosterRunStore } from '../people/roster-run-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { listEverybody } from '../reminders/repair-due.ts';
import { applyRoster } from './apply-roster.ts';
import { auditImport, auditJoined } from './audit-import.ts';
import type { ApplyRosterNeeds, RosterDay } from './change-person.ts';

export type ImportRosterNeeds = ApplyRosterNeeds & {
  runs: RosterRunStore;
  audit: AuditStore;
  rules: RosterRules;
  /** Absent: what the list names of the content is not looked up. */
  known?: KnownWords;
};

/** `try`: only says what would happen. Where it says `also`, somebody has looked at how many leave, or what the list lacks, and said yes. */
export type ImportMode = 'try' | 'apply' | `apply-also-${'many-leaving' | 'fewer-columns' | 'both'}`;

const atOnce = 24;
/** What a coordinator can look through. */
const mostProblems = 50;

/**
 * One file of the HR system: compared with those who are known, and applied when that was asked for and not too many would leave. How it
 * went is kept, in counts. Throws Failure `unavailable` or `throttled`; run again, it goes on where it was.
 */
export async function importRoster(
  needs: ImportRosterNeeds,
  rows: readonly (readonly string[])[],
  mode: ImportMode,
  today: LocalDate,
  now: Date,
  source: RosterRun['source'] = 'file',
): Promise<RosterRun> {
  const read = readRoster(rows, needs.rules, today, await toArray(needs.units.listUnits()));
  const [known, before] = await Promise.all([readEverybody(needs), findStanding(needs.runs)]);
  const gone = findGoneColumns(read, before?.told, known, today);
  const noted = needs.known ? noteUnknown(read, needs.known) : read;
  const roster = { ...noted, problems: [...gone, ...noted.problems] };
  const diff = diffRoster(roster, known, today);
  const headerOf = createHeaderOf(needs.rules, source, rows[0] ?? []);
  const run = { ...runOf(diff, headerOf, now), source, told: toldBy(roster) };
  const about = { run, diff, known, today };
  const outcome = whyNot(roster, gone, diff, mode) ?? (await settle(needs, roster, about, { today, now }));
  const told = { ...run, outcome };
  await needs.runs.create(told);
  return told;
}

/** Why the list is not applied, if it is not. */
function whyNot(
  { people }: Roster,
  gone: readonly RosterProblem[],
  diff: RosterDiff,
  mode: ImportMode,
): RosterRun['outcome'] | undefined {
  // A header that cannot be read, or a file without anybody, is no file of ours.
  if (people.length === 0) return 'refused';
  if (mode === 'try') return 'tried';
  if (gone.length > 0 && !accepts(mode, 'fewer-columns')) return 'fewer-columns';
  return removesMany(diff) && !accepts(mode, 'many-leaving') ? 'stopped' : undefined;
}

const accepts = (mode: ImportMode, what: 'many-leaving' | 'fewer-columns'): boolean =>
  mode === `apply-also-${what}` || mode === 'apply-also-both';

async function settle(
  needs: ImportRosterNeeds,
  roster: Roster,
  about: Parameters<typeof auditImport>[1],
  day: RosterDay,
): Promise<RosterRun['outcome']> {
  const { diff } = about;
  // The same list again is nothing that somebody did.
  const isNothing = diff.joined.length + diff.changed.length + diff.left.length === 0;
  if (!isNothing) await auditImport(needs, about);
  const { failed } = await applyRoster(needs, roster, diff, day);
  await auditJoined(needs, about);
  return failed > 0 ? 'partly' : 'applied';
}

/** The list that people are as it left them. */
async function findStanding(runs: RosterRunStore): Promise<RosterRun | undefined> {
  for await (const run of runs.list()) if (hasChangedPeople(run)) return run;
  return undefined;
}

/** The profiles of all whom a unit has, each once. */
async function readEverybody({ people, units }: ImportRosterNeeds): Promise<readonly Person[]> {
  const found: Person[] = [];
  await inParallel(new Set(await toArray(listEverybody(units))), atOnce, async (personId) => {
    const profile = await people.get(personId, profileRow);
    if (profile) found.push(profile.value);
  });
  return found;
}

function runOf(
  diff: RosterDiff,
  headerOf: ReturnType<typeof createHeaderOf>,
  at: Date,
): Omit<RosterRun, 'outcome' | 'source'> {
  const { joined, changed, same, problems } = diff;
  return {
    ...{ runId: newId(), at, joined: joined.length, left: countLeaving(diff), same },
    changed: changed.filter(({ kind }) => kind === 'other').length,
    moved: changed.filter(({ kind }) => kind === 'moved').length,
    refused: problems.filter(({ severity }) => severity === 'refused').length,
    noted: problems.filter(({ severity }) => severity === 'noted').length,
    problems: problems
      .toSorted(byWeight)
      .slice(0, mostProblems)
      .map((problem) => {
        const header = problem.column === undefined ? undefined : headerOf(problem.column);
        return { ...problem, ...(header !== undefined && { header }) };
      }),
  };
}

/** A note on every row must not hide the row that was refused, or the header. */
const byWeight = (a: RosterProblem, b: RosterProblem): number => Number(isMinor(a)) - Number(isMinor(b));
const isMinor = ({ row, severity }: RosterProblem): boolean => severity === 'noted' && row > 1;
