import type { LocalDate, TimeZone } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { areNamesShown, type Catalogue } from '../catalogue/catalogue.ts';
import type { ContentChange } from '../content/content-change.ts';
import type { ContentStore } from '../content/content-store.ts';
import { type LeaderView, readLeaderView } from '../digests/leader-view.ts';
import type { GroupStore, MeetingOf } from '../groups/group-store.ts';
import type { AccessRequest, AccessRequestStore } from '../people/access-request.ts';
import type { AuditEntry, AuditStore } from '../people/audit-store.ts';
import { isEmployed, ledUnits, type Person } from '../people/person.ts';
import type { PersonKeyStore } from '../people/person-key-store.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import type { SendingState, SendingStore } from '../reminders/sending-store.ts';
import { type IntroSeen, readIntroSeen } from './intro-seen.ts';
import { readStoredRows, type StoredRows } from './stored-kinds.ts';

/** All that is stored about one person, also who has left, and what the leader of the unit sees of it. */
export type OwnData = {
  person: Person;
  /** What the municipality calls the person's kind of work; a profile that it no longer has goes by its id. */
  profileNames?: readonly LocalText[];
  /** By unitId: where the person works, has worked and leads. A unit that is gone goes by its id. */
  unitNames: Readonly<Record<string, string>>;
  rows: StoredRows;
  meetings: readonly MeetingOf[];
  /** What the person did about others, and others about the person; the newest first. */
  audit: readonly AuditEntry[];
  /** What the person has changed in the content from the chat. */
  contentChanges: readonly ContentChange[];
  /** Absent for who has left: no leader sees them any more. */
  leaderSees?: LeaderView;
  /** Leaders see counts only. */
  names?: 'hidden';
  /** What leader and mentor see of the introduction, while it lasts. */
  introduction?: IntroSeen;
  /** That the account has asked to be added, and was not in the list then. */
  request?: AccessRequest;
  /** That the person was the last to stop all sending, or to start it again. */
  sending?: SendingState;
};

export type ReadOwnDataNeeds = {
  people: PersonStore;
  personKeys: PersonKeyStore;
  units: UnitStore;
  groups: GroupStore;
  audit: AuditStore;
  content: ContentStore;
  accessRequests: Pick<AccessRequestStore, 'get'>;
  sending: Pick<SendingStore, 'get'>;
  catalogue: Catalogue;
  zone: TimeZone;
};

/**
 * The profile as it is stored: `asking` has the rights of a day. Throws Failure `unavailable` or `throttled`: half an answer would say that
 * the rest is not there.
 */
export async function readOwnData(needs: ReadOwnDataNeeds, asking: Person, today: LocalDate): Promise<OwnData> {
  const person = (await needs.people.get(asking.personId, profileRow))?.value ?? asking;
  const { personId, aadObjectId } = person;
  const [rows, meetings, audit, changes, leaderSees, introduction, request, switched] = await Promise.all([
    readStoredRows(needs.people, personId),
    toArray(needs.groups.listMeetingsOf(personId)),
    readAudit(needs.audit, personId),
    toArray(needs.content.list()),
    isEmployed(person, today) ? readLeaderView(needs, needs.catalogue, person, today, needs.zone) : undefined,
    readIntroSeen(needs, personId, today),
    aadObjectId === undefined ? undefined : needs.accessRequests.get(aadObjectId),
    needs.sending.get(),
  ]);
  const contentChanges = changes.filter(({ by }) => by.personId === personId);
  const unitIds = [person.unitId, ...ledUnits(person), ...rows.memberships.map(({ unitId }) => unitId)];
  const profileNames = person.profiles?.map((id) => needs.catalogue.profiles?.get(id) ?? { nb: id, nn: id, en: id });
  return {
    person,
    ...(profileNames && { profileNames }),
    unitNames: await readNames(needs.units, unitIds),
    rows,
    meetings,
    audit,
    contentChanges,
    ...(leaderSees && { leaderSees }),
    ...(!areNamesShown(needs.catalogue, today) && { names: 'hidden' as const }),
    ...(introduction && { introduction }),
    ...(request && { request }),
    ...(switched?.value.by === personId && { sending: switched.value }),
  };
}

async function readNames(units: UnitStore, unitIds: readonly string[]): Promise<Record<string, string>> {
  const read = [...new Set(unitIds)].map(async (unitId) => [unitId, (await units.getUnit(unitId))?.name ?? unitId]);
  return Object.fromEntries(await Promise.all(read));
}

async function readAudit(audit: AuditStore, personId: string): Promise<readonly AuditEntry[]> {
  const months = await toArray(audit.listMonths());
  const entries = await Promise.all(months.map((month) => toArray(audit.listAbout(month, personId))));
  return entries.flat().toSorted((a, b) => b.at.getTime() - a.at.getTime());
}
