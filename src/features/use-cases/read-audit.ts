import { addMonths, type LocalDate } from '../../core/local-date.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import type { AuditEntry, AuditStore } from '../people/audit-store.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';

/** One page of a month, the newest first, with the names of those whom we still know. */
export type AuditPage = {
  /** The first of the month. */
  month: LocalDate;
  entries: readonly AuditEntry[];
  /** By personId, and of a unit by its unitId. */
  names: ReadonlyMap<string, string>;
  page: number;
  pages: number;
  /** Whether there is anything older than this month. */
  hasOlder: boolean;
};

const auditPageSize = 15;
const atOnce = 8;

/** `monthsBack` and `page` count from 0; what is beyond the end is the end. Throws Failure `unavailable` or `throttled`. */
export async function readAudit(
  needs: { audit: AuditStore; people: PersonStore; units: Pick<UnitStore, 'getUnit'> },
  { monthsBack, page: wanted }: { monthsBack: number; page: number },
  today: LocalDate,
): Promise<AuditPage> {
  const month: LocalDate = `${addMonths(today, -monthsBack).slice(0, 7) as `${number}-${number}`}-01`;
  const key = month.slice(0, 7).replace('-', '');
  const months = await toArray(needs.audit.listMonths());
  const all = months.includes(key) ? await toArray(needs.audit.listMonth(key)) : [];
  const newest = all.toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.entryId < b.entryId ? -1 : 1));
  const pages = Math.max(1, Math.ceil(newest.length / auditPageSize));
  const page = Math.min(wanted, pages - 1);
  const entries = newest.slice(page * auditPageSize, (page + 1) * auditPageSize);
  const ids = new Set(entries.flatMap(peopleIn));
  const names = await mapWithLimit([...ids], atOnce, async (personId) => {
    const profile = await needs.people.get(personId, profileRow);
    return profile ? ([[personId, profile.value.displayName]] as const) : [];
  });
  const unitIds = new Set(
    entries.flatMap(({ action, subjectId }) => (action === 'staff.remind-unit' ? (subjectId ?? []) : [])),
  );
  const units = await mapWithLimit([...unitIds], atOnce, async (unitId) => {
    return [unitId, (await needs.units.getUnit(unitId))?.name ?? unitId] as const;
  });
  return {
    month,
    entries,
    names: new Map([...names.flat(), ...units]),
    page,
    pages,
    hasOlder: months.some((known) => known < key),
  };
}

/** What is about a text or a unit names no second person. */
const aboutNobody: readonly AuditEntry['action'][] = ['reports.close', 'staff.remind-unit'];
const peopleIn = ({ actorId, subjectId, action }: AuditEntry): readonly string[] =>
  subjectId === undefined || aboutNobody.includes(action) ? [actorId] : [actorId, subjectId];
