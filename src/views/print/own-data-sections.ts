import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { type Catalogue, findModule } from '../../features/catalogue/catalogue.ts';
import { findChoice } from '../../features/catalogue/prior-learning.ts';
import { type ContentChange, subjectOf } from '../../features/content/content-change.ts';
import type { MeetingOf } from '../../features/groups/group-store.ts';
import type { Arrangement } from '../../features/people/arrangement.ts';
import type { AuditEntry } from '../../features/people/audit-store.ts';
import type { Retention } from '../../features/people/retention.ts';
import { followUpSubject, readFollowUp } from '../../features/reminders/follow-up.ts';
import type { OwnData } from '../../features/use-cases/read-own-data.ts';
import { doneWords } from '../content-history-words.ts';
import type { ViewKit } from '../define-view.ts';
import { leaderFacts } from '../leader-facts.ts';
import { keptWords, switchedWords } from '../own-data-words.ts';
import { type FileSection, linesOfRows, type Words } from './own-data-rows.ts';

export type DataSection = { heading: string; lines: readonly string[] };

/** What the file is made with besides the rows. */
export type DataAround = { catalogue: Catalogue; retention?: Retention; zone: TimeZone };

/** Every row about one person in plain words, the most important first. Nothing is left out but ids and addresses, which the JSON file has. */
export function ownDataSections(data: OwnData, around: DataAround, kit: ViewKit): readonly DataSection[] {
  const { person } = data;
  const { catalogue, zone } = around;
  const words: Words = {
    kit,
    catalogue,
    on: (at) => kit.date(localDateAt(at, zone)),
    module: titleFor(catalogue, kit),
  };
  const rows = (section: FileSection): readonly string[] => linesOfRows(section, data, words);
  const sections: DataSection[] = [
    { heading: kit.t('own-data.row.who'), lines: rows('who') },
    { heading: kit.t('own-data.file.sees'), lines: seesLines(data, kit) },
    { heading: kit.t('own-data.file.kept'), lines: keptWords(around.retention, kit) },
    { heading: kit.t('own-data.row.choices'), lines: rows('choices') },
    { heading: kit.t('own-data.row.modules'), lines: rows('modules') },
    {
      heading: kit.t('own-data.row.arranged'),
      lines: (person.arrangements ?? []).map((arrangement) => arrangementLine(arrangement, words)),
    },
    { heading: kit.t('own-data.row.policies'), lines: rows('policies') },
    { heading: kit.t('own-data.row.rereads'), lines: rows('rereads') },
    { heading: kit.t('own-data.row.courses'), lines: rows('courses') },
    { heading: kit.t('own-data.row.meetings'), lines: data.meetings.map((meeting) => meetingLine(meeting, words)) },
    { heading: kit.t('own-data.row.chat'), lines: rows('chat') },
    { heading: kit.t('own-data.row.request'), lines: data.request ? [kit.date(data.request.askedOn)] : [] },
    { heading: kit.t('own-data.row.messages'), lines: rows('messages') },
    { heading: kit.t('own-data.row.pings'), lines: rows('pings') },
    {
      heading: kit.t('own-data.row.audit'),
      lines: data.audit.map((entry) => auditLine(entry, person.personId, words)),
    },
    {
      heading: kit.t('own-data.row.sending'),
      lines: data.sending ? [switchedWords(data.sending, words.on(data.sending.at), kit)] : [],
    },
    {
      heading: kit.t('own-data.row.content'),
      lines: data.contentChanges.map((change) => contentLine(change, words)),
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** A module that the pack no longer has is told by its id. A reminder may be about a course, a guideline, or what comes after a module. */
const titleFor =
  (catalogue: Catalogue, kit: ViewKit): Words['module'] =>
  (moduleId) => {
    const followUp = readFollowUp({ moduleId });
    if (followUp?.kind === 'mentor') return kit.t('mentor.summary');
    const title: LocalText | undefined =
      catalogue.policies?.find(({ policyId }) => moduleId === followUpSubject('policy', policyId))?.title ??
      findModule(catalogue, followUp?.moduleId ?? moduleId)?.title ??
      catalogue.certificates?.kinds.find(({ kindId }) => moduleId === `certificate.${kindId}`)?.name;
    return title ? kit.pick(title) : moduleId;
  };

/** Without a reason that the pack no longer has. */
function arrangementLine(arrangement: Arrangement, { kit, on, module, catalogue }: Words): string {
  const { moreTime = [], exempt = [] } = catalogue.leaderChoices ?? {};
  const isExempt = arrangement.arrangement === 'exempt';
  const values = { module: module(arrangement.moduleId), date: on(arrangement.at) };
  const line = isExempt
    ? kit.t('own-data.file.arranged-exempt', values)
    : kit.t('own-data.file.arranged-more-time', { ...values, until: kit.date(arrangement.dueOn) });
  const reason = findChoice(isExempt ? exempt : moreTime, arrangement.reason)?.name;
  return reason ? `${line}. ${kit.t('staff.reason', { reason: kit.pick(reason) })}` : line;
}

function seesLines({ person, unitNames, leaderSees, names, introduction }: OwnData, kit: ViewKit): readonly string[] {
  if (!leaderSees) return [];
  const unitName = unitNames[person.unitId] ?? person.unitId;
  const sees = { view: leaderSees, unitName, ...(names && { names }), ...(introduction && { intro: introduction }) };
  return leaderFacts(sees, kit).map(({ label, value }) => `${label}: ${value}`);
}

const meetingLine = ({ at, tickedBy, hasLed, isCancelled }: MeetingOf, { kit, on }: Words): string =>
  [
    tickedBy === undefined ? on(at) : kit.t('own-data.file.meeting-ticked', { date: on(at) }),
    ...(hasLed ? [kit.t('own-data.file.meeting-led')] : []),
    ...(isCancelled ? [kit.t('own-data.file.meeting-cancelled')] : []),
  ].join(', ');

/** With the module that it was about, where it was about one. */
function auditLine({ at, actorId, action, moduleId }: AuditEntry, personId: string, words: Words): string {
  const { kit, on, module } = words;
  const what = whatWord[action](kit);
  const values = { date: on(at), what: moduleId === undefined ? what : `${what} (${module(moduleId)})` };
  if (action === 'roster.rights') return kit.t('own-data.file.audit-by-list', values);
  return actorId === personId
    ? kit.t('own-data.file.audit-by-you', values)
    : kit.t('own-data.file.audit-about-you', values);
}

/** What it was about, as far as it has a name, and what was done. */
function contentLine(change: ContentChange, { kit, on, module, catalogue }: Words): string {
  const moduleId = 'moduleId' in change ? change.moduleId : undefined;
  const [, id] = subjectOf(change).split(/:(.*)/);
  const about = moduleId === undefined ? id : module(moduleId);
  const known = moduleId === undefined ? undefined : findModule(catalogue, moduleId);
  return [on(change.at), ...(about ? [about] : []), doneWords(change, known, kit)].join(': ');
}

const whatWord: Readonly<Record<AuditEntry['action'], (kit: ViewKit) => string>> = {
  'group.tick': (kit) => kit.t('own-data.what.tick'),
  'prior.confirm': (kit) => kit.t('own-data.what.confirm'),
  'prior.decline': (kit) => kit.t('own-data.what.decline'),
  'sending.stop': (kit) => kit.t('own-data.what.stop'),
  'sending.resume': (kit) => kit.t('own-data.what.resume'),
  'reports.close': (kit) => kit.t('own-data.what.close'),
  'intro.tick': (kit) => kit.t('own-data.what.intro'),
  'staff.remind': (kit) => kit.t('own-data.what.remind'),
  'staff.remind-unit': (kit) => kit.t('own-data.what.remind-unit'),
  'staff.more-time': (kit) => kit.t('own-data.what.more-time'),
  'staff.exempt': (kit) => kit.t('own-data.what.exempt'),
  'staff.lift': (kit) => kit.t('own-data.what.lift'),
  'staff.set-aside': (kit) => kit.t('own-data.what.set-aside'),
  'delegation.give': (kit) => kit.t('own-data.what.delegate'),
  'delegation.end': (kit) => kit.t('own-data.what.delegate-end'),
  'roster.apply': (kit) => kit.t('own-data.what.roster'),
  'roster.many-leave': (kit) => kit.t('own-data.what.roster'),
  'roster.rights': (kit) => kit.t('own-data.what.rights'),
  refused: (kit) => kit.t('own-data.what.refused'),
};
