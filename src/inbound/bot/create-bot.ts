import type { Message } from '../../core/card.ts';
import type { Clock } from '../../core/clock.ts';
import { withDeadline } from '../../core/deadline.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import type { TimeZone } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import type { Module } from '../../features/catalogue/module.ts';
import { createFinder } from '../../features/find/create-finder.ts';
import type { Word } from '../../features/find/word.ts';
import { createAnnounceChange } from '../../features/groups/announce-change.ts';
import type { GroupStore } from '../../features/groups/group-store.ts';
import type { GuideContent } from '../../features/guide/guide.ts';
import { type Triager, triage } from '../../features/guide/triage.ts';
import type { AuditStore } from '../../features/people/audit-store.ts';
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
import { completeModule } from '../../features/use-cases/complete-module.ts';
import { findLeaders } from '../../features/use-cases/find-leaders.ts';
import { farewellPerson, greetPerson } from '../../features/use-cases/greet-person.ts';
import { privacyWarningView } from '../../views/privacy-warning.view.ts';
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
import { type OwnDataActionNeeds, ownDataActions } from './actions/own-data.ts';
import { policyActions } from './actions/policy.ts';
import { preferencesActions } from './actions/preferences.ts';
import { priorActions } from './actions/prior.ts';
import { progressActions } from './actions/progress.ts';
import { reminderActions } from './actions/reminder.ts';
import { type RollupActionNeeds, rollupActions } from './actions/rollup.ts';
import { sendingActions } from './actions/sending.ts';
import { shareActions } from './actions/share.ts';
import { welcome, welcomeActions } from './actions/welcome.ts';
import type { AnswerTurnNeeds } from './answer-turn.ts';
import { createReadGroupCommand } from './group-command.ts';
import type { Identified } from './identify.ts';
import { isDanger } from './intents.ts';
import { createNotice } from './notice.ts';
import { readConversation } from './remember-conversation.ts';
import { createMayAsk, createRouter } from './router.ts';
import type { Turn } from './turn.ts';

export type BotNeeds = Pick<RollupActionNeeds, 'rollups' | 'uses'> &
  Pick<AnswerTurnNeeds, 'countUse'> & {
    clock: Clock;
    telemetry: Telemetry;
    render: Render;
    people: PersonStore;
    personKeys: PersonKeyStore;
    units: UnitStore;
    audit: AuditStore;
    rosterRuns: AdministrationNeeds['rosterRuns'];
    due: DueStore;
    sending: SendingStore;
    sendingSwitch: Pick<SendingSwitch, 'forget'>;
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

/** Every verb that the bot answers. */
function createActions(needs: BotNeeds): readonly Action[] {
  const { catalogue } = needs.rules;
  const nudgeLimit = needs.rules.policy.maxNudges;
  const shared = { ...needs, catalogue, nudgeLimit, ...(needs.diplomas && { diplomaOffer: 'offered' as const }) };
  const grouped = { ...shared, announceChange: createAnnounceChange(needs) };
  const replies = createModuleReplies(shared);
  const content = { catalogue, guide: needs.guide, words: needs.words };
  return [
    ...welcomeActions(shared),
    ...helpActions(shared),
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
    ...administrationActions(needs),
    ...guideActions({ ...needs, findLeaders: (person, today) => findLeaders(needs, person, today) }),
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
  const { clock, people, personKeys, defaultLocale, zone, telemetry, render } = needs;
  const understand = needs.triage ?? triage;
  const actions = createActions(needs);
  return {
    ...{ clock, people, personKeys, defaultLocale, zone, countUse: needs.countUse },
    ...(needs.triage && { triage: needs.triage }),
    find: createFinder({ catalogue: needs.rules.catalogue, guide: needs.guide, words: needs.words }),
    readGroupCommand: createReadGroupCommand(needs.rules.catalogue.modules, (word) => isDanger(understand(word))),
    route: createRouter({ telemetry, audit: needs.audit, notice: createNotice(render) }, actions),
    mayAsk: createMayAsk(actions),
    privacyWarning: (locale, now) => render(privacyWarningView, {}, locale, now),
    welcome: (identified, turn, now) => greet(needs, identified, turn, now),
    farewell: ({ actor, conversation }) =>
      actor.kind === 'person' ? farewellPerson(people, actor.person.personId, conversation) : Promise.resolve(),
  };
}

/** Storage that hangs must not keep somebody from the first card. */
const greetDeadlineMs = 1500;

/** Once per installation for a person we know. Somebody we do not know is greeted at every telling: nothing is kept about them. */
async function greet(needs: BotNeeds, identified: Identified, turn: Turn, now: Date): Promise<Message | undefined> {
  const { actor, locale, conversation } = identified;
  if (turn.conversation.kind !== 'personal') return undefined;
  const greeting = { ...needs, catalogue: needs.rules.catalogue };
  try {
    const address = readConversation(turn);
    if (actor.kind === 'person' && address) {
      const greeted = greetPerson(needs.people, actor.person.personId, conversation, address, now);
      if ((await withDeadline(greeted, greetDeadlineMs, 'noting a greeting')) === 'again') return undefined;
    }
    return await welcome(greeting, actor, locale, now);
  } catch (error) {
    // Storage went away in between: better greeted twice, and without modules, than met by silence on the first day.
    const kind = error instanceof Failure ? error.kind : 'bug';
    needs.telemetry.record({ event: 'background-failed', at: 'welcome', kind });
    return welcome(greeting, { kind: 'unknown', reason: 'storage-unavailable' }, locale, now);
  }
}
