import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { type Catalogue, findModule } from '../../features/catalogue/catalogue.ts';
import { subjectOf } from '../../features/content/content-change.ts';
import type { AuditEntry } from '../../features/people/audit-store.ts';
import type { Retention } from '../../features/people/retention.ts';
import type { Ledger } from '../../features/reminders/ledger.ts';
import type { Reminder } from '../../features/reminders/reminder-rows.ts';
import type { OwnData } from '../../features/use-cases/read-own-data.ts';
import type { ViewKit } from '../define-view.ts';
import { leaderModuleWords, overallWords } from '../leader-words.ts';
import { keptWords, roleWords } from '../own-data-words.ts';

export type DataSection = { heading: string; lines: readonly string[] };

/** What the file is made with besides the rows. */
export type DataAround = { catalogue: Catalogue; retention?: Retention; zone: TimeZone };

/** Every row about one person in plain words, the most important first. Nothing is left out but ids and addresses, which the JSON file has. */
export function ownDataSections(data: OwnData, around: DataAround, kit: ViewKit): readonly DataSection[] {
  const { person, rows } = data;
  const on = (at: Date): string => kit.date(localDateAt(at, around.zone));
  const module = titleFor(around.catalogue, kit);
  const sections: DataSection[] = [
    { heading: kit.t('own-data.row.who'), lines: whoLines(data, kit) },
    { heading: kit.t('own-data.file.sees'), lines: seesLines(data, kit) },
    { heading: kit.t('own-data.file.kept'), lines: keptWords(around.retention, kit) },
    { heading: kit.t('own-data.row.modules'), lines: moduleLines(data, module, on, kit) },
    {
      heading: kit.t('own-data.row.arranged'),
      lines: (person.arrangements ?? []).map((arrangement) =>
        arrangement.arrangement === 'exempt'
          ? kit.t('own-data.file.exempt', { module: module(arrangement.moduleId), date: on(arrangement.at) })
          : kit.t('own-data.file.more-time', {
              module: module(arrangement.moduleId),
              date: kit.date(arrangement.dueOn),
            }),
      ),
    },
    {
      heading: kit.t('own-data.row.policies'),
      lines: rows.policyReads.map(({ policyId, version, at }) => {
        const policy = around.catalogue.policies?.find((known) => known.policyId === policyId);
        const title = policy ? kit.pick(policy.title) : policyId;
        return kit.t('own-data.file.policy', { policy: title, version, date: on(at) });
      }),
    },
    {
      heading: kit.t('own-data.row.courses'),
      lines: rows.certificates.map(({ kindId, takenOn, validTo }) => {
        const kind = around.catalogue.certificates?.kinds.find((known) => known.kindId === kindId);
        const values = { taken: kit.date(takenOn), until: kit.date(validTo) };
        return kit.t('own-data.file.course', { course: kind ? kit.pick(kind.name) : kindId, ...values });
      }),
    },
    { heading: kit.t('own-data.row.meetings'), lines: data.meetings.map(({ at }) => on(at)) },
    { heading: kit.t('own-data.row.chat'), lines: chatLines(data, on, kit) },
    {
      heading: kit.t('own-data.row.messages'),
      lines: [
        ...rows.reminders.toSorted(byTime).map((reminder) => reminderLine(reminder, module, on, kit)),
        ...[...rows.days, ...rows.expiries].flatMap((day) =>
          sentOn(day).map((at) => kit.t('own-data.file.card-sent', { date: on(at) })),
        ),
        ...[...rows.digests, ...rows.ownerCards].map(({ key }) => kit.t('own-data.file.digest-sent', { period: key })),
      ],
    },
    { heading: kit.t('own-data.row.pings'), lines: rows.pings.map((ping) => kit.date(ping.on)) },
    {
      heading: kit.t('own-data.row.audit'),
      lines: data.audit.map((entry) => auditLine(entry, person.personId, on, kit)),
    },
    {
      heading: kit.t('own-data.row.content'),
      lines: data.contentChanges.map((change) => `${on(change.at)}: ${subjectOf(change)}`),
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

type On = (at: Date) => string;
type Title = (moduleId: string) => string;

/** A module that the pack no longer has is told by its id. A reminder may be about a course. */
const titleFor =
  (catalogue: Catalogue, kit: ViewKit): Title =>
  (moduleId) => {
    const title: LocalText | undefined =
      findModule(catalogue, moduleId)?.title ??
      catalogue.certificates?.kinds.find(({ kindId }) => moduleId === `certificate.${kindId}`)?.name;
    return title ? kit.pick(title) : moduleId;
  };

function whoLines({ person, unitNames, rows }: OwnData, kit: ViewKit): readonly string[] {
  const nameOf = (unitId: string): string => unitNames[unitId] ?? unitId;
  const values = { name: person.displayName, unit: nameOf(person.unitId), date: kit.date(person.employedOn) };
  return [
    kit.t('own-data.row.who-value', values),
    ...(person.endsOn === undefined ? [] : [`${kit.t('own-data.row.last-day')}: ${kit.date(person.endsOn)}`]),
    `${kit.t('own-data.row.roles')}: ${roleWords(person.roles, kit)}`,
    ...(person.leads.length === 0 ? [] : [`${kit.t('own-data.row.leads')}: ${person.leads.map(nameOf).join(', ')}`]),
    ...(person.delegated ?? []).map(({ unitId, until }) =>
      kit.t('own-data.file.follows', { unit: nameOf(unitId), date: kit.date(until) }),
    ),
    ...rows.memberships.map(({ unitId, validFrom }) =>
      kit.t('own-data.file.unit-since', { unit: nameOf(unitId), date: kit.date(validFrom) }),
    ),
  ];
}

function seesLines({ leaderSees }: OwnData, kit: ViewKit): readonly string[] {
  const modules = leaderSees.modules.map((module) => `${kit.pick(module.title)}: ${leaderModuleWords(module, kit)}`);
  return [`${kit.t('digest.sees.overall')}: ${overallWords(leaderSees, kit).text}`, ...modules];
}

function moduleLines({ rows }: OwnData, title: Title, on: On, kit: ViewKit): readonly string[] {
  return [
    ...rows.done.map(({ moduleId, completedAt }) =>
      kit.t('own-data.file.module-done', { module: title(moduleId), date: on(completedAt) }),
    ),
    ...rows.progress.flatMap(({ state, moduleId, startedAt }) =>
      state === 'started'
        ? [kit.t('own-data.file.module-started', { module: title(moduleId), date: on(startedAt) })]
        : [],
    ),
    ...rows.withdrawn.map(({ moduleId, withdrawnAt }) =>
      kit.t('own-data.file.withdrawn', { module: title(moduleId), date: on(withdrawnAt) }),
    ),
    ...rows.priors.map(({ moduleId, takenOn, state }) =>
      kit.t('own-data.file.prior', { module: title(moduleId), date: kit.date(takenOn), state: priorWord[state](kit) }),
    ),
  ];
}

const priorWord: Readonly<Record<OwnData['rows']['priors'][number]['state'], (kit: ViewKit) => string>> = {
  waiting: (kit) => kit.t('own-data.state.waiting'),
  confirmed: (kit) => kit.t('own-data.state.confirmed'),
  declined: (kit) => kit.t('own-data.state.declined'),
  withdrawn: (kit) => kit.t('own-data.state.withdrawn'),
};

function chatLines({ rows }: OwnData, on: On, kit: ViewKit): readonly string[] {
  return [
    ...rows.conversation.map(({ state }) =>
      state === 'open' ? kit.t('own-data.file.chat-open') : kit.t('own-data.file.chat-blocked'),
    ),
    ...rows.actions.map(({ at }) => kit.t('own-data.file.greeted', { date: on(at) })),
  ];
}

function reminderLine(reminder: Reminder, title: Title, on: On, kit: ViewKit): string {
  const module = title(reminder.moduleId);
  if (reminder.state === 'planned')
    return kit.t('own-data.file.reminder-planned', { module, date: on(reminder.dueAt) });
  const values = { module, date: on(reminder.settledAt) };
  return reminder.state === 'sent' || reminder.state === 'uncertain'
    ? kit.t('own-data.file.reminder-sent', values)
    : kit.t('own-data.file.reminder-ended', values);
}

const timeOf = (reminder: Reminder): number =>
  (reminder.state === 'planned' ? reminder.dueAt : reminder.settledAt).getTime();
const byTime = (a: Reminder, b: Reminder): number => timeOf(a) - timeOf(b);

const sentOn = (day: Ledger): readonly Date[] =>
  day.state === 'sent' || day.state === 'uncertain' ? [day.settledAt] : [];

function auditLine({ at, actorId, action }: AuditEntry, personId: string, on: On, kit: ViewKit): string {
  const values = { date: on(at), what: whatWord[action](kit) };
  return actorId === personId
    ? kit.t('own-data.file.audit-by-you', values)
    : kit.t('own-data.file.audit-about-you', values);
}

const whatWord: Readonly<Record<AuditEntry['action'], (kit: ViewKit) => string>> = {
  'group.tick': (kit) => kit.t('own-data.what.tick'),
  'prior.confirm': (kit) => kit.t('own-data.what.confirm'),
  'prior.decline': (kit) => kit.t('own-data.what.decline'),
  'sending.stop': (kit) => kit.t('own-data.what.stop'),
  'sending.resume': (kit) => kit.t('own-data.what.resume'),
  'reports.close': (kit) => kit.t('own-data.what.close'),
  'staff.remind': (kit) => kit.t('own-data.what.remind'),
  'staff.remind-unit': (kit) => kit.t('own-data.what.remind-unit'),
  'staff.more-time': (kit) => kit.t('own-data.what.more-time'),
  'staff.exempt': (kit) => kit.t('own-data.what.exempt'),
  'staff.lift': (kit) => kit.t('own-data.what.lift'),
  'staff.set-aside': (kit) => kit.t('own-data.what.set-aside'),
  'delegation.give': (kit) => kit.t('own-data.what.delegate'),
  'delegation.end': (kit) => kit.t('own-data.what.delegate-end'),
  refused: (kit) => kit.t('own-data.what.refused'),
};
