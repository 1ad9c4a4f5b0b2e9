import { localeTag } from '../core/locale.ts';
import type { Person } from '../features/people/person.ts';
import type { OwnData } from '../features/use-cases/read-own-data.ts';
import type { StoredRows } from '../features/use-cases/stored-kinds.ts';
import type { ViewKit } from './define-view.ts';
import { roleWords, sectorWords, switchedWords } from './own-data-words.ts';

type CardRow = { label: string; value: string };
type RowsOf = (data: OwnData, kit: ViewKit) => readonly CardRow[];

/** All that is stored about the person: each kind with how much of it there is. */
export const ownDataCardRows: RowsOf = (data, kit) =>
  [ofPerson, ofRows, besideRows].flatMap((kinds) => Object.values(kinds).flatMap((rowsOf) => rowsOf(data, kit)));

const row = (label: string, value: string | undefined): readonly CardRow[] => (value ? [{ label, value }] : []);
const counted = (label: string, count: number, kit: ViewKit): readonly CardRow[] =>
  row(label, count === 0 ? undefined : kit.t('own-data.row.count', { count }));
/** Told in the row of another one. */
const above: RowsOf = () => [];

/** What the profile holds. What is new there does not compile before it is told here. */
const ofPerson: Readonly<Record<keyof Person, RowsOf>> = {
  displayName: ({ person, unitNames }, kit) => {
    const unit = kit.plain(unitNames[person.unitId] ?? person.unitId);
    const values = { name: kit.plain(person.displayName), unit, date: kit.date(person.employedOn) };
    return row(kit.t('own-data.row.who'), kit.t('own-data.row.who-value', values));
  },
  ...{ givenName: above, unitId: above, employedOn: above },
  endsOn: ({ person }, kit) => row(kit.t('own-data.row.last-day'), person.endsOn && kit.date(person.endsOn)),
  personId: ({ person }, kit) => row(kit.t('own-data.row.keys'), keyWords(person, kit)),
  ...{ aadObjectId: above, upnKey: above },
  sector: ({ person }, kit) => row(kit.t('own-data.row.sector'), sectorWords(person.sector, kit)),
  roles: ({ person }, kit) => row(kit.t('own-data.row.roles'), roleWords(person.roles, kit)),
  answersFor: ({ person }, kit) =>
    row(kit.t('own-data.file.answers-for'), kit.plain((person.answersFor ?? []).join(', '))),
  competenceLevel: ({ person }, kit) => row(kit.t('own-data.file.level'), person.competenceLevel?.toString()),
  exemptFrom: ({ person }, kit) => counted(kit.t('own-data.file.exempt'), person.exemptFrom?.length ?? 0, kit),
  profiles: ({ profileNames = [] }, kit) =>
    row(kit.t('own-data.row.profiles'), profileNames.map((name) => kit.plain(kit.pick(name))).join(', ')),
  leads: ({ person }, kit) => counted(kit.t('own-data.row.leads'), person.leads.length, kit),
  actsFor: ({ person }, kit) => counted(kit.t('own-data.row.acts-for'), person.actsFor?.length ?? 0, kit),
  delegated: ({ person }, kit) => counted(kit.t('own-data.row.follows'), person.delegated?.length ?? 0, kit),
  arrangements: ({ person }, kit) => counted(kit.t('own-data.row.arranged'), person.arrangements?.length ?? 0, kit),
  mentorKey: ({ person }, kit) =>
    row(kit.t('own-data.row.mentor'), person.mentorKey && kit.t('own-data.row.mentor-value')),
};

/** One for each kind of row. A new kind does not compile before it is told here. */
const ofRows: Readonly<Record<keyof StoredRows, RowsOf>> = {
  profile: above,
  memberships: ({ rows }, kit) => counted(kit.t('own-data.row.work'), rows.memberships.length, kit),
  mentees: ({ rows }, kit) => counted(kit.t('own-data.row.mentees'), rows.mentees.length, kit),
  conversation: ({ rows }, kit) =>
    row(kit.t('own-data.row.chat'), rows.conversation.length > 0 ? kit.t('own-data.row.chat-value') : undefined),
  actions: ({ rows }, kit) => counted(kit.t('own-data.row.welcome'), rows.actions.length, kit),
  preferences: ({ rows }, kit) => counted(kit.t('own-data.row.choices'), rows.preferences.length, kit),
  progress: ({ rows }, kit) => {
    const started = rows.progress.filter(({ state }) => state === 'started').length;
    const answered = rows.progress.filter(
      (progress) => progress.state === 'started' && Object.keys(progress.answers).length > 0,
    ).length;
    const modules = kit.t('own-data.row.modules-value', { done: rows.done.length, started });
    const answers = answered === 0 ? undefined : kit.t('own-data.row.answers-value', { count: answered });
    return [...row(kit.t('own-data.row.modules'), modules), ...row(kit.t('own-data.row.answers'), answers)];
  },
  done: above,
  withdrawn: ({ rows }, kit) => counted(kit.t('own-data.row.withdrawn'), rows.withdrawn.length, kit),
  priors: ({ rows }, kit) => counted(kit.t('own-data.row.priors'), rows.priors.length, kit),
  assigned: ({ rows }, kit) => {
    const count = rows.assigned.reduce((sum, { since }) => sum + Object.keys(since).length, 0);
    return counted(kit.t('own-data.row.assigned'), count, kit);
  },
  policyReads: ({ rows }, kit) => counted(kit.t('own-data.row.policies'), rows.policyReads.length, kit),
  introTicks: ({ rows }, kit) => counted(kit.t('own-data.row.intro'), rows.introTicks.length, kit),
  rereads: ({ rows }, kit) => counted(kit.t('own-data.row.rereads'), rows.rereads.length, kit),
  certificates: ({ rows }, kit) => counted(kit.t('own-data.row.courses'), rows.certificates.length, kit),
  reminders: ({ rows }, kit) => {
    const planned = rows.reminders.filter(({ state }) => state === 'planned').length;
    const ended = rows.reminders.filter(({ state }) => !['planned', 'sent', 'uncertain'].includes(state)).length;
    const sent = rows.days.filter(({ state }) => state === 'sent' || state === 'uncertain').length;
    return row(kit.t('own-data.row.messages'), kit.t('own-data.row.messages-value', { sent, planned, ended }));
  },
  days: above,
  digests: ({ rows }, kit) => counted(kit.t('own-data.row.digests'), rows.digests.length + rows.ownerCards.length, kit),
  ownerCards: above,
  delegations: ({ rows }, kit) =>
    counted(kit.t('own-data.row.other-cards'), rows.delegations.length + rows.expiries.length, kit),
  expiries: above,
  pings: ({ rows }, kit) => {
    const count = rows.pings.length + rows.pingClaims.length;
    return row(kit.t('own-data.row.pings'), count === 0 ? undefined : kit.t('own-data.row.pings-value', { count }));
  },
  pingClaims: above,
};

/** What stands in other tables than the person's own rows. */
const besideRows: Readonly<Record<string, RowsOf>> = {
  request: ({ request }, kit) => row(kit.t('own-data.row.request'), request && kit.date(request.askedOn)),
  meetings: ({ meetings }, kit) => counted(kit.t('own-data.row.meetings'), meetings.length, kit),
  audit: ({ person, audit }, kit) => {
    const by = audit.filter(({ actorId }) => actorId === person.personId).length;
    const logged = kit.t('own-data.row.audit-value', { about: audit.length - by, by });
    return row(kit.t('own-data.row.audit'), audit.length === 0 ? undefined : logged);
  },
  sending: ({ sending }, kit) =>
    row(kit.t('own-data.row.sending'), sending && switchedWords(sending, kit.day(sending.at), kit)),
  content: ({ contentChanges }, kit) => counted(kit.t('own-data.row.content'), contentChanges.length, kit),
};

function keyWords({ aadObjectId, upnKey }: Person, kit: ViewKit): string {
  const keys = [
    ...(aadObjectId ? [kit.t('own-data.row.key-account')] : []),
    ...(upnKey ? [kit.t('own-data.row.key-user-name')] : []),
    kit.t('own-data.row.key-own'),
  ];
  return new Intl.ListFormat(localeTag(kit.locale), { type: 'conjunction' }).format(keys);
}
