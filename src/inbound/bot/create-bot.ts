import type { Clock } from '../../core/clock.ts';
import type { Telemetry } from '../../core/events.ts';
import type { TimeZone } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { generalModules } from '../../features/catalogue/catalogue.ts';
import type { Module } from '../../features/catalogue/module.ts';
import { createFinder } from '../../features/find/create-finder.ts';
import { foundThings } from '../../features/find/found-things.ts';
import type { Word } from '../../features/find/word.ts';
import { createAnnounceChange } from '../../features/groups/announce-change.ts';
import type { GroupStore } from '../../features/groups/group-store.ts';
import type { GuideContent } from '../../features/guide/guide.ts';
import { type Triager, triage } from '../../features/guide/triage.ts';
import type { AccessRequestStore } from '../../features/people/access-request.ts';
import type { AuditStore } from '../../features/people/audit-store.ts';
import type { MemberDirectory } from '../../features/people/member-directory.ts';
import type { PersonKeyStore } from '../../features/people/person-key-store.ts';
import type { PersonStore } from '../../features/people/person-store.ts';
import type { UnitStore } from '../../features/people/unit-store.ts';
import type { CompleteModuleResult } from '../../features/progress/decide-completion.ts';
import type { DueStore } from '../../features/reminders/due-store.ts';
import type { ReminderRules } from '../../features/reminders/schedule-reminders.ts';
import type { SendingStore } from '../../features/reminders/sending-store.ts';
import type { SendingSwitch } from '../../features/reminders/sending-switch.ts';
import type { WorkQueue } from '../../features/reminders/work-queue.ts';
import type { ReportStore } from '../../features/reports/report-store.ts';
import { usualRequestDays } from '../../features/use-cases/ask-for-access.ts';
import { completeModule } from '../../features/use-cases/complete-module.ts';
import { namesToAsk } from '../../features/use-cases/find-bti-contacts.ts';
import { farewellPerson } from '../../features/use-cases/greet-person.ts';
import type { Render } from '../../views/render.ts';
import type { Action } from './action.ts';
import { type AdministrationNeeds, administrationActions } from './actions/administration.ts';
import { certificateActions } from './actions/certificate.ts';
import { meetingReportActions } from './actions/content-report-meeting.ts';
import { contentReportActions } from './actions/content-reports.ts';
import { type ContentRoomNeeds, contentRoomActions } from './actions/content-room.ts';
import { type Diplomas, diplomaActions } from './actions/diploma.ts';
import { findActions } from './actions/find.ts';
import { followUpActions } from './actions/follow-up.ts';
import { groupActions } from './actions/group.ts';
import { groupLeadActions } from './actions/group-lead.ts';
import { groupRosterActions } from './actions/group-roster.ts';
import { guideActions } from './actions/guide.ts';
import { guideRemindActions } from './actions/guide-remind.ts';
import { helpActions } from './actions/help.ts';
import { type LeaderRoomNeeds, leaderRoomActions } from './actions/leader-room.ts';
import { moduleActions } from './actions/module.ts';
import { createModuleReplies } from './actions/module-replies.ts';
import { newcomerActions } from './actions/newcomers.ts';
import { type OwnDataActionNeeds, ownDataActions } from './actions/own-data.ts';
import { policyActions } from './actions/policy.ts';
import { preferencesActions } from './actions/preferences.ts';
import { priorActions } from './actions/prior.ts';
import { progressActions } from './actions/progress.ts';
import { reminderActions } from './actions/reminder.ts';
import { type RollupActionNeeds, rollupActions } from './actions/rollup.ts';
import { sendingActions } from './actions/sending.ts';
import { shareActions } from './actions/share.ts';
import { welcomeActions } from './actions/welcome.ts';
import type { AnswerTurnNeeds } from './answer-turn.ts';
import { greet } from './greet.ts';
import { createReadGroupCommand } from './group-command.ts';
import { isDanger } from './intents.ts';
import { createJoin } from './join.ts';
import { createNotice, createPrivacyWarning } from './notice.ts';
import { createMayAsk, createRouter } from './router.ts';

export type BotNeeds = Pick<RollupActionNeeds, 'rollups' | 'uses' | 'figureFiles'> &
  Pick<AnswerTurnNeeds, 'countUse'> & {
    clock: Clock;
    telemetry: Telemetry;
    render: Render;
    people: PersonStore;
    personKeys: PersonKeyStore;
    /** Absent: people are known by their object id only. */
    members?: MemberDirectory;
    units: UnitStore;
    audit: AuditStore;
    rosterRuns: AdministrationNeeds['rosterRuns'];
    accessRequests: AccessRequestStore;
    due: DueStore;
    sending: SendingStore;
    sendingSwitch: Pick<SendingSwitch, 'forget' | 'isStopped'>;
    reports: ReportStore;
    groups: GroupStore;
    queue: WorkQueue;
    rules: ReminderRules;
    guide: GuideContent;
    words: readonly Word[];
    municipality: { name: string };
    defaultLocale: Locale;
    zone: TimeZone;
    /** Understands what people write, with the municipality's own phrases. */
    triage?: Triager;
    content: ContentRoomNeeds['content'];
    baseContent: ContentRoomNeeds['baseContent'];
    texts: ContentRoomNeeds['texts'];
    refreshContent: ContentRoomNeeds['refreshContent'];
    /** Absent: nobody is offered a workbook. */
    sheets?: ContentRoomNeeds['sheets'];
    /** Absent: nobody is offered one. */
    diplomas?: Diplomas;
    calendarFiles?: LeaderRoomNeeds['calendarFiles'];
    dataFiles?: OwnDataActionNeeds['dataFiles'];
    retention?: OwnDataActionNeeds['retention'];
  };

/** What several rooms of actions ask for. */
function sharedOf(needs: BotNeeds) {
  const { catalogue, policy } = needs.rules;
  const requestDays = needs.retention?.requestDays ?? usualRequestDays;
  const offers = needs.diplomas && { diplomaOffer: 'offered' as const };
  return { ...needs, catalogue, requestDays, nudgeLimit: policy.maxNudges, ...offers };
}

/** Every verb that the bot answers. */
function createActions(needs: BotNeeds): readonly Action[] {
  const { catalogue } = needs.rules;
  const shared = sharedOf(needs);
  const grouped = { ...shared, announceChange: createAnnounceChange(needs) };
  const replies = createModuleReplies(shared);
  const content = { catalogue, guide: needs.guide, words: needs.words };
  return [
    ...welcomeActions(shared),
    ...helpActions(shared),
    ...newcomerActions(shared),
    ...moduleActions({
      ...shared,
      completeModule: (personId, module, now) => completeAndTell(needs, personId, module, now),
    }),
    ...progressActions(shared),
    ...priorActions(shared),
    ...policyActions(shared),
    ...certificateActions(needs),
    ...diplomaActions(shared, replies),
    ...followUpActions(shared, replies),
    ...shareActions(shared, replies),
    ...preferencesActions(shared),
    ...ownDataActions(shared),
    ...administrationActions({ ...shared, content }),
    ...guideActions({ ...needs, ...namesToAsk(needs) }),
    ...guideRemindActions(needs),
    ...reminderActions(needs),
    ...sendingActions(needs),
    ...rollupActions(shared),
    ...leaderRoomActions(shared),
    ...groupActions(grouped),
    ...groupLeadActions(grouped),
    ...groupRosterActions(grouped),
    ...contentRoomActions(needs),
    ...findActions({ ...needs, content }),
    ...contentReportActions({ ...needs, content }),
    ...meetingReportActions({ ...needs, content }),
  ];
}

async function completeAndTell(
  needs: BotNeeds,
  personId: string,
  module: Module,
  now: Date,
): Promise<CompleteModuleResult> {
  const result = await completeModule(needs, personId, module, now);
  if (result.outcome === 'completed') {
    needs.telemetry.record({ event: 'module-completed', moduleId: module.moduleId, personId });
  }
  return result;
}

/** All that answering a turn takes, wired from features, views and actions. */
export function createBot(needs: BotNeeds): AnswerTurnNeeds {
  const { clock, people, personKeys, defaultLocale, zone, telemetry } = needs;
  const understand = needs.triage ?? triage;
  const actions = createActions(needs);
  const content = { catalogue: needs.rules.catalogue, guide: needs.guide, words: needs.words };
  return {
    ...{ clock, telemetry, people, personKeys, defaultLocale, zone, countUse: needs.countUse },
    ...(needs.triage && { triage: needs.triage }),
    ...(needs.members && { join: createJoin({ ...needs, members: needs.members }) }),
    find: createFinder(content),
    mayOpen: (actor, ref) =>
      foundThings(content, [ref], actor.kind === 'person' ? actor.person : undefined).things.length > 0,
    readGroupCommand: createReadGroupCommand(needs.rules.catalogue.modules, (word) => isDanger(understand(word))),
    route: createRouter(
      {
        telemetry,
        audit: needs.audit,
        notice: createNotice(needs, { reads: generalModules(needs.rules.catalogue).length > 0 }),
      },
      actions,
    ),
    mayAsk: createMayAsk(actions),
    privacyWarning: createPrivacyWarning(needs),
    welcome: (identified, turn, now) => greet(sharedOf(needs), identified, turn, now),
    farewell: ({ actor, conversation }) =>
      actor.kind === 'person' ? farewellPerson(people, actor.person.personId, conversation) : Promise.resolve(),
  };
}
