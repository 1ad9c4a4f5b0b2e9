import { newId } from '../../core/ids.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { AuditStore } from '../people/audit-store.ts';
import { countLeaving, diffRoster, type RosterDiff, removesMany } from '../people/diff-roster.ts';
import { type KnownWords, noteUnknown } from '../people/note-unknown.ts';
import type { Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { toArray } from '../people/person-store.ts';
import { readRoster } from '../people/read-roster.ts';
import type { Roster, RosterProblem, RosterRules } from '../people/roster.ts';
import { createHeaderOf } from '../people/roster-headers.ts';
import type { RosterRun, RosterRunStore } from '../people/roster-run-store.ts';
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

/** `try`: only says what would happen. `apply-also-many-leaving`: somebody has looked at how many leave, and said yes. */
export type ImportMode = 'try' | 'apply' | 'apply-also-many-leaving';

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
  const roster = needs.known ? noteUnknown(read, needs.known) : read;
  const known = await readEverybody(needs);
  const diff = diffRoster(roster, known, today);
  const headerOf = createHeaderOf(needs.rules, source, rows[0] ?? []);
  const run = { ...runOf(diff, headerOf, now), source };
  const outcome = await settle(needs, roster, { run, diff, known, today }, mode, { today, now });
  const told = { ...run, outcome };
  await needs.runs.create(told);
  return told;
}

async function settle(
  needs: ImportRosterNeeds,
  roster: Roster,
  about: Parameters<typeof auditImport>[1],
  mode: ImportMode,
  day: RosterDay,
): Promise<RosterRun['outcome']> {
  const { diff } = about;
  // A header that cannot be read, or a file without anybody, is no file of ours.
  if (roster.people.length === 0) return 'refused';
  if (mode === 'try') return 'tried';
  if (mode === 'apply' && removesMany(diff)) return 'stopped';
  // The same list again is nothing that somebody did.
  const isNothing = diff.joined.length + diff.changed.length + diff.left.length === 0;
  if (!isNothing) await auditImport(needs, about);
  const { failed } = await applyRoster(needs, roster, diff, day);
  await auditJoined(needs, about);
  return failed > 0 ? 'partly' : 'applied';
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

/** A note on every row must not hide the row that was refused. */
const byWeight = (a: RosterProblem, b: RosterProblem): number =>
  Number(a.severity === 'noted') - Number(b.severity === 'noted');
