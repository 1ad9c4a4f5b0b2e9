import { z } from 'zod';
import { withDeadline } from '../../../core/deadline.ts';
import type { Telemetry } from '../../../core/events.ts';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { AuditStore } from '../../../features/people/audit-store.ts';
import { type Actor, canDo, canManage } from '../../../features/people/permissions.ts';
import { toArray } from '../../../features/people/person-store.ts';
import { type Back, backSchema } from '../../../features/reports/back.ts';
import { closeReports } from '../../../features/reports/close-reports.ts';
import { drawPlace, makeReport } from '../../../features/reports/make-report.ts';
import { placesADate, reportKinds } from '../../../features/reports/report.ts';
import type { ReportStore } from '../../../features/reports/report-store.ts';
import { findReportable, type ReportableContent } from '../../../features/reports/reportable.ts';
import { reportedTextsFor } from '../../../features/reports/reported-texts.ts';
import { type ContentReportModel, contentReportView } from '../../../views/content-report.view.ts';
import { type ContentReportsModel, contentReportsView } from '../../../views/content-reports.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { keepRefusal } from '../keep-refusal.ts';
import { actingPerson } from './acting-person.ts';

export type ContentReportNeeds = {
  render: Render;
  reports: ReportStore;
  audit: Pick<AuditStore, 'create'>;
  telemetry: Telemetry;
  content: ReportableContent;
  zone: TimeZone;
};

const contentId = z.string().max(200).catch('');
const back = backSchema.optional().catch(undefined);
const page = z.number().int().min(0).max(1000).catch(0);

/** Where a report is put, drawn when it was asked for: the same press twice is one report. */
export const placeInput = z
  .number()
  .int()
  .min(0)
  .max(placesADate - 1);

/** "Meld feil" on a text, and "Feil i tekstene" for those who answer for the texts. */
export function contentReportActions(needs: ContentReportNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'content.report',
      permission: 'content.report',
      input: z.object({ contentId, back }),
      handle: async (context, input) => ask(needs, context, input),
    }),
    defineAction({
      verb: 'content.report-send',
      permission: 'content.report',
      input: z.object({
        contentId,
        back,
        kind: z.enum(reportKinds),
        place: placeInput,
      }),
      handle: (context, input) => send(needs, context, input),
    }),
    defineAction({
      verb: 'content.reports',
      permission: 'content.see-reports',
      input: z.object({ page }),
      handle: async (context, input) => list(needs, context, input),
    }),
    defineAction({
      verb: 'content.reports-close',
      permission: 'content.see-reports',
      input: z.object({ contentId, seen: z.number().int().min(0) }),
      handle: (context, input) => close(needs, context, input),
    }),
  ];
}

function ask(needs: ContentReportNeeds, context: ActionContext, input: { contentId: string; back?: Back }): Reply {
  const content = findReportable(needs.content, input.contentId);
  if (!content) return reply(needs, context, { stage: 'gone', back: input.back });
  return reply(needs, context, { stage: 'ask', content, place: drawPlace(), back: input.back });
}

type Sent = { contentId: string; back?: Back; kind: (typeof reportKinds)[number]; place: number };

/** What stands in the place already is this press, or one of so many that the owner knows enough. */
async function send(needs: ContentReportNeeds, context: ActionContext, sent: Sent): Promise<Reply> {
  const content = findReportable(needs.content, sent.contentId);
  if (!content) return reply(needs, context, { stage: 'gone', back: sent.back });
  const said = { kind: sent.kind, place: sent.place };
  await needs.reports.create(makeReport(content, said, localDateAt(context.now, needs.zone)));
  return reply(needs, context, { stage: 'thanks', back: sent.back });
}

type Shown = { page: number; notice?: ContentReportsModel['notice'] };

async function list(needs: ContentReportNeeds, context: ActionContext, shown: Shown): Promise<Reply> {
  const { locale, now } = context;
  const texts = reportedTextsFor(actingPerson(context), needs.content, await toArray(needs.reports.list()));
  return { place: 'replace', message: needs.render(contentReportsView, { texts, ...shown }, locale, now) };
}

async function close(
  needs: ContentReportNeeds,
  context: ActionContext,
  { contentId: id, seen }: { contentId: string; seen: number },
): Promise<Reply> {
  const person = actingPerson(context);
  if (!canManage(person, findReportable(needs.content, id)?.approval.owner)) {
    await keepRefusal(needs, { verb: 'content.reports-close', personId: person.personId }, context.now);
    return list(needs, context, { page: 0, notice: 'not-yours' });
  }
  // An id that no text ever had names no partition either.
  const isId = /^[a-z]+(:[a-z0-9-]+){1,2}$/.test(id);
  const { outcome } = isId
    ? await closeReports(needs, { contentId: id, seen, personId: person.personId, now: context.now })
    : { outcome: 'nothing-open' as const };
  return list(needs, context, { page: 0, notice: outcome === 'more-came' ? 'more-came' : 'closed' });
}

const reply = (needs: ContentReportNeeds, { locale, now }: ActionContext, model: ContentReportModel): Reply => ({
  place: 'replace',
  message: needs.render(contentReportView, model, locale, now),
});

const countDeadlineMs = 400;

export type CountReportedNeeds = ReportableContent & { reports: ReportStore };

/** How many texts of theirs have open reports, for somebody who answers for any; `undefined` for others, and when storage is late. */
export async function countReported(needs: CountReportedNeeds, actor: Actor): Promise<number | undefined> {
  if (actor.kind !== 'person' || !canDo(actor, 'content.see-reports')) return undefined;
  try {
    const all = await withDeadline(toArray(needs.reports.list()), countDeadlineMs, 'counting reports');
    return reportedTextsFor(actor.person, needs, all).length;
  } catch {
    return undefined;
  }
}
