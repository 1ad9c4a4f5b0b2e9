import { isDraft } from '../../core/approval.ts';
import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import { type Catalogue, findModule } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { Done } from './progress.ts';
import { doneKey, doneRow, withdrawnRow } from './progress-rows.ts';

/** What the proof of a finished module says (kursbevis). All of it is stored or content: nothing comes from a card. */
export type Diploma = {
  displayName: string;
  /** As the pack has it now. */
  module: Module;
  /** The version that was taken. */
  moduleVersion: number;
  cycle: number;
  completedAt: Date;
  /** The same, in the municipality's time zone. */
  completedOn: LocalDate;
  form: 'alone' | 'group';
  /** Nobody had approved the version that was taken on the day that the module was finished, and nobody has since. */
  isDraft: boolean;
};

export type FindDiplomaResult =
  | { outcome: 'found'; diploma: Diploma }
  | { outcome: 'not-completed' }
  /** Finished, but the municipality has taken the module away: nobody knows any more what it was called. */
  | { outcome: 'module-gone' }
  /** Learned elsewhere and confirmed by the leader: not ours to prove. */
  | { outcome: 'taken-elsewhere' };

export type FindDiplomaNeeds = { people: PersonStore; catalogue: Catalogue; zone: TimeZone };

/**
 * The proof of the person's own completion, from the append-only row. Without `cycle`, of the latest time round. Throws Failure
 * `unavailable` or `throttled` as storage does.
 */
export async function findDiploma(
  needs: FindDiplomaNeeds,
  person: Person,
  asked: { moduleId: string; cycle?: number },
): Promise<FindDiplomaResult> {
  const done = await findDone(needs, person.personId, asked);
  if (!done) return { outcome: 'not-completed' };
  const { form = 'alone', completedAt, moduleVersion, cycle } = done;
  if (form === 'prior') return { outcome: 'taken-elsewhere' };
  const module = findModule(needs.catalogue, done.moduleId);
  if (!module) return { outcome: 'module-gone' };
  const { displayName } = person;
  const completedOn = localDateAt(completedAt, needs.zone);
  const when = { cycle, completedAt, completedOn, isDraft: wasDraft(done, module, completedOn) };
  return { outcome: 'found', diploma: { displayName, module, moduleVersion, form, ...when } };
}

/**
 * What is proved of the version that was taken: it was approved when it was taken, or the pack has that version still, approved since. Of
 * an old row about another version nobody can say that it was, so the diploma does not.
 */
function wasDraft(done: Done, module: Module, completedOn: LocalDate): boolean {
  if (done.isDraft === false) return false;
  return module.version !== done.moduleVersion || isDraft(module.approval, completedOn);
}

async function findDone(
  { people }: FindDiplomaNeeds,
  personId: string,
  { moduleId, cycle }: { moduleId: string; cycle?: number },
): Promise<Done | undefined> {
  // A proof that the person has said is wrong proves nothing; it is only kept.
  const withdrawn = new Set<string>();
  for await (const { value } of people.list(personId, withdrawnRow)) withdrawn.add(doneKey(value));
  let found: Done | undefined;
  for await (const { value } of people.list(personId, doneRow)) {
    if (value.moduleId !== moduleId || (cycle !== undefined && value.cycle !== cycle)) continue;
    if (withdrawn.has(doneKey(value))) continue;
    if (!found || found.cycle < value.cycle) found = value;
  }
  return found;
}
