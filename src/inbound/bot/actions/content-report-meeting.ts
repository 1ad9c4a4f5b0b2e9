import { z } from 'zod';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { GroupStore } from '../../../features/groups/group-store.ts';
import { drawPlace, makeReport } from '../../../features/reports/make-report.ts';
import { reportKinds } from '../../../features/reports/report.ts';
import type { ReportStore } from '../../../features/reports/report-store.ts';
import {
  findReportable,
  meetingPartOf,
  moduleContentId,
  type ReportableContent,
} from '../../../features/reports/reportable.ts';
import { type ContentReportModel, contentReportView, type ToMeeting } from '../../../views/content-report.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { placeInput } from './content-reports.ts';
import { sessionIdInput } from './group.ts';
import { answerOne, answerUnknown } from './group-replies.ts';

export type MeetingReportNeeds = {
  render: Render;
  reports: ReportStore;
  groups: Pick<GroupStore, 'getSession'>;
  content: ReportableContent;
  zone: TimeZone;
};

const said = {
  kind: z.enum(reportKinds).optional(),
  place: placeInput.optional(),
};
const input = z.object({ sessionId: sessionIdInput, part: z.number().int().min(0).max(100), ...said });
type MeetingReport = z.infer<typeof input>;

/**
 * "Meld feil" on the card that a group shares. Only who presses sees what comes: the choices, and the thanks. A meeting is named, so that the
 * press reaches no other text, and nothing is kept of who was in it.
 */
export function meetingReportActions(needs: MeetingReportNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'content.report-meeting',
      // Who is nobody we know is answered as kindly as when "Jeg er med" is pressed.
      permission: 'group.join',
      worksInGroups: true,
      input,
      handle: (context, pressed) => report(needs, context, pressed),
    }),
  ];
}

async function report(needs: MeetingReportNeeds, context: ActionContext, pressed: MeetingReport): Promise<Reply> {
  const { actor, now } = context;
  const { sessionId, part, kind, place } = pressed;
  if (actor.kind !== 'person') return answerUnknown(needs, context, actor, sessionId);
  const session = (await needs.groups.getSession(sessionId))?.value;
  if (!session?.chat) return answerOne(needs, context, { answer: 'gone' });
  const back: ToMeeting = { to: 'meeting', sessionId, part };
  const content = findReportable(needs.content, moduleContentId(session.moduleId, meetingPartOf(part)));
  if (!content) return reply(needs, context, { stage: 'gone', back });
  if (kind === undefined || place === undefined) {
    return reply(needs, context, { stage: 'ask', content, place: drawPlace(), back });
  }
  await needs.reports.create(makeReport(content, { kind, place }, localDateAt(now, needs.zone)));
  return reply(needs, context, { stage: 'thanks', back });
}

const reply = ({ render }: MeetingReportNeeds, { locale, now }: ActionContext, model: ContentReportModel): Reply => ({
  place: 'replace',
  message: render(contentReportView, model, locale, now),
});
