import type { AuditEntry, AuditStore } from '../people/audit-store.ts';
import { personFrom, type RosterDiff, removesMany } from '../people/diff-roster.ts';
import { ledUnits, type Person } from '../people/person.ts';
import { type PersonKeyStore, upnKey } from '../people/person-key-store.ts';
import type { RosterRun } from '../people/roster-run-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';

type Needs = { audit: AuditStore; personKeys: Pick<PersonKeyStore, 'get'> };
type Import = { run: Pick<RosterRun, 'runId' | 'at' | 'source'>; diff: RosterDiff; known: readonly Person[] };

/** No person: the machine at night, or whoever ran the command. */
const importActor = ({ source }: Pick<RosterRun, 'source'>): string => `roster:${source}`;

const atOnce = 16;

/** Before a list is applied, so that one that breaks off is told: that it is, whether many leave with it, and who gets or loses rights by it. */
export async function auditImport({ audit }: Needs, { run, diff, known }: Import): Promise<void> {
  const { joined, changed, left } = diff;
  const counts = { joined: joined.length, changed: changed.length, left: left.length };
  await audit.create({ ...entryOf(run, 'roster.apply'), ...counts });
  if (removesMany(diff)) await audit.create({ ...entryOf(run, 'roster.many-leave'), ...counts });
  const byId = new Map(known.map((person) => [person.personId, person]));
  const others = changed.flatMap(({ personId, row }) => {
    const before = byId.get(personId);
    return before && rightsOf(before) !== rightsOf(personFrom(row, before)) ? [personId] : [];
  });
  const leaving = left.filter((personId) => rightsOf(byId.get(personId)) !== rightsOf(undefined));
  await tellRights(audit, run, [...others, ...leaving]);
}

/** Who is new has an id only afterwards. */
export async function auditJoined({ audit, personKeys }: Needs, { run, diff }: Omit<Import, 'known'>): Promise<void> {
  const withRights = diff.joined.filter((row) => rightsOf(personFrom(row, { personId: '' })) !== rightsOf(undefined));
  const ids = await Promise.all(withRights.map(({ upn }) => personKeys.get(upnKey(upn))));
  await tellRights(
    audit,
    run,
    ids.filter((id) => id !== undefined),
  );
}

const tellRights = (audit: AuditStore, run: Import['run'], personIds: readonly string[]): Promise<void> =>
  inParallel(personIds, atOnce, (subjectId) =>
    audit.create({ ...entryOf(run, 'roster.rights'), entryId: `${run.runId}:${subjectId}`, subjectId }),
  );

const entryOf = (run: Import['run'], action: AuditEntry['action']): AuditEntry => ({
  ...{ entryId: `${run.runId}:${action}`, at: run.at, actorId: importActor(run), action },
});

/** Every role but that of an employee, and the units that go with it. */
function rightsOf(person: Person | undefined): string {
  if (!person) return '[[],[]]';
  const roles = person.roles.filter((role) => role !== 'employee').toSorted();
  return JSON.stringify([roles, ledUnits(person).toSorted()]);
}
