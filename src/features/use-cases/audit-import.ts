import type { LocalDate } from '../../core/local-date.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import type { AuditEntry, AuditStore } from '../people/audit-store.ts';
import { personFrom, type RosterDiff, removesMany } from '../people/diff-roster.ts';
import { ownerKey } from '../people/permissions.ts';
import { isEmployed, isWorking, ledUnits, type Person } from '../people/person.ts';
import { type PersonKeyStore, upnKey } from '../people/person-key-store.ts';
import type { RosterRun } from '../people/roster-run-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';

type Needs = { audit: AuditStore; personKeys: Pick<PersonKeyStore, 'get'> };
type Import = {
  run: Pick<RosterRun, 'runId' | 'at' | 'source' | 'joined' | 'changed' | 'moved' | 'left'>;
  diff: RosterDiff;
  known: readonly Person[];
  today: LocalDate;
};

/** No person: the machine at night, or whoever ran the command. */
const importActor = ({ source }: Pick<RosterRun, 'source'>): string => `roster:${source}`;

const atOnce = 16;

/** Before a list is applied, so that one that breaks off is told: that it is, whether many leave with it, and who gets or loses rights by it. */
export async function auditImport({ audit }: Needs, { run, diff, known, today }: Import): Promise<void> {
  const { joined, changed, moved, left } = run;
  const counts = { joined, changed: changed + moved, left };
  await audit.create({ ...entryOf(run, 'roster.apply'), ...counts });
  if (removesMany(diff)) await audit.create({ ...entryOf(run, 'roster.many-leave'), ...counts });
  const byId = new Map(known.map((person) => [person.personId, person]));
  const changes = diff.changed.flatMap(({ personId, row, kind }) => {
    const before = byId.get(personId);
    const after = before && kind !== 'left' ? rightsOf(personFrom(row, before), today) : none;
    return before && rightsOf(before, today) !== after ? [personId] : [];
  });
  const leaving = diff.left.filter((personId) => rightsOf(byId.get(personId), today) !== none);
  await tellRights(audit, run, [...changes, ...leaving]);
}

/** Who is new has an id only afterwards. A user name whose key names somebody whom we knew has made nobody new. */
export async function auditJoined({ audit, personKeys }: Needs, { run, diff, known, today }: Import): Promise<void> {
  const withRights = diff.joined.filter((row) => rightsOf(personFrom(row, { personId: '' }), today) !== none);
  const ids = await mapWithLimit(withRights, atOnce, ({ upn }) => personKeys.get(upnKey(upn)));
  const before = new Set<string | undefined>(known.map(({ personId }) => personId));
  const joined = ids.flatMap((id) => (id === undefined || before.has(id) ? [] : [id]));
  await tellRights(audit, run, joined);
}

const tellRights = (audit: AuditStore, run: EntryRun, personIds: readonly string[]): Promise<void> =>
  inParallel(personIds, atOnce, (subjectId) =>
    audit.create({ ...entryOf(run, 'roster.rights'), entryId: `${run.runId}:${subjectId}`, subjectId }),
  );

type EntryRun = Pick<RosterRun, 'runId' | 'at' | 'source'>;

const entryOf = (run: EntryRun, action: AuditEntry['action']): AuditEntry => ({
  ...{ entryId: `${run.runId}:${action}`, at: run.at, actorId: importActor(run), action },
});

const none = '';

/**
 * Every role but that of an employee, the units that go with it, what somebody answers for in the content, and whether it has begun; who has
 * left has none of them.
 */
function rightsOf(person: Person | undefined, today: LocalDate): string {
  if (!person || !isEmployed(person, today)) return none;
  const roles = person.roles.filter((role) => role !== 'employee').toSorted();
  const posts = (person.answersFor ?? []).map(ownerKey).toSorted();
  const given = [roles, ledUnits(person).toSorted(), posts];
  return given.every((each) => each.length === 0) ? none : JSON.stringify([...given, isWorking(person, today)]);
}
