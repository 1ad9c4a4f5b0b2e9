import { z } from 'zod';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { LocalText } from '../../../core/locale.ts';
import type { AuditEntry, AuditStore } from '../../../features/people/audit-store.ts';
import { canDo } from '../../../features/people/permissions.ts';
import type { RosterRunStore } from '../../../features/people/roster-run-store.ts';
import type { UnitStore } from '../../../features/people/unit-store.ts';
import { findReportable, type ReportableContent } from '../../../features/reports/reportable.ts';
import { type AccessRequestNeeds, listAccessRequests } from '../../../features/use-cases/ask-for-access.ts';
import { readAudit } from '../../../features/use-cases/read-audit.ts';
import { auditView } from '../../../views/audit.view.ts';
import type { Render } from '../../../views/render.ts';
import { type RosterRunModel, rosterRunView } from '../../../views/roster-run.view.ts';
import { type Action, defineAction } from '../action.ts';

export type AdministrationNeeds = AccessRequestNeeds & {
  render: Render;
  audit: AuditStore;
  units: Pick<UnitStore, 'getUnit'>;
  content: ReportableContent;
  rosterRuns: RosterRunStore;
  zone: TimeZone;
};

const auditInput = z.object({
  monthsBack: z.number().int().min(0).max(120).catch(0),
  page: z.number().int().min(0).max(10_000).catch(0),
});

const titlesOf = (content: ReportableContent, entries: readonly AuditEntry[]): ReadonlyMap<string, LocalText> =>
  new Map(
    entries.flatMap(({ subjectId = '' }) => {
      const found = findReportable(content, subjectId);
      return found ? [[subjectId, found.title] as const] : [];
    }),
  );

/** What those who run Undring see: who did what, and how the staff list was read. */
export function administrationActions(needs: AdministrationNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'audit.show',
      permission: 'audit.see',
      input: auditInput,
      async handle({ actor, locale, now }, asked) {
        const audit = await readAudit(needs, asked, localDateAt(now, needs.zone));
        const content = canDo(actor, 'content.manage') ? { content: 'offered' as const } : {};
        const model = {
          audit,
          monthsBack: asked.monthsBack,
          titles: titlesOf(needs.content, audit.entries),
          ...content,
        };
        return { place: 'replace', message: needs.render(auditView, model, locale, now) };
      },
    }),
    defineAction({
      verb: 'roster.show',
      permission: 'roster.see',
      input: z.object({}),
      async handle({ actor, locale, now }) {
        const [run, requests] = await Promise.all([
          needs.rosterRuns.latest(),
          listAccessRequests(needs, localDateAt(now, needs.zone)),
        ]);
        const asked: RosterRunModel = canDo(actor, 'sending.see-names') ? { requests } : { waiting: requests.length };
        return {
          place: 'replace',
          message: needs.render(rosterRunView, { ...(run && { run }), ...asked }, locale, now),
        };
      },
    }),
  ];
}
