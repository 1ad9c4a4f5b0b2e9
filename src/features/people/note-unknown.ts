import { ownerKey } from './permissions.ts';
import type { Roster, RosterColumn, RosterPerson, RosterProblem } from './roster.ts';

/** What a row may name that is in the content, and not in the list: the ids of modules, and posts by `ownerKey`. */
export type KnownWords = { modules: ReadonlySet<string>; posts: ReadonlySet<string> };

/** Pure: the roster with a note for each row that names a mentor, a module or a post that nobody knows: it says nothing, and looks as if it did. */
export function noteUnknown(roster: Roster, { modules, posts }: KnownWords): Roster {
  const upns = new Set([...roster.people.map(({ upn }) => upn), ...roster.held]);
  const notes = roster.people.flatMap(({ row, mentors = [], exemptFrom = [], answersFor = [] }: RosterPerson) => [
    ...(mentors.every((upn) => upns.has(upn)) ? [] : [note(row, 'mentor', 'unknown-mentor')]),
    ...(exemptFrom.every((id) => modules.has(id)) ? [] : [note(row, 'exemptFrom', 'unknown-module')]),
    ...(answersFor.every((post) => posts.has(ownerKey(post))) ? [] : [note(row, 'answersFor', 'unknown-post')]),
  ]);
  return { ...roster, problems: [...roster.problems, ...notes].toSorted((a, b) => a.row - b.row) };
}

const note = (row: number, column: RosterColumn, problem: RosterProblem['problem']): RosterProblem => ({
  ...{ row, column, problem },
  severity: 'noted',
});
