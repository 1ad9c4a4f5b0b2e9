import type { LocalDate } from '../core/local-date.ts';
import type { OwnData } from '../features/use-cases/read-own-data.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { roleWords } from './own-data-words.ts';

/** `files`: whether the municipality lets files be put in OneDrive. `asked`: Teams has been made to ask about the file. */
export type OwnDataModel = {
  data: OwnData;
  files: 'offered' | 'off';
  notice?: 'asked';
  /** The person does not work here any more. Without a day, the municipality has not set one. */
  left?: { goesOn?: LocalDate };
};

type Row = { label: string; value: string };

/** What is stored about the one who asks: each kind with how much of it there is. The file has every row. */
export const ownDataView = defineView<OwnDataModel>('own-data', ({ data, files, notice, left }, kit) => ({
  data: {
    title: kit.t('own-data.title'),
    notices: notice === 'asked' ? [{ heading: kit.t('own-data.asked.title'), text: kit.t('own-data.asked.text') }] : [],
    intro: lines(
      left && leftWords(left, kit),
      kit.t('own-data.intro'),
      files === 'offered' ? kit.t('own-data.intro-files') : undefined,
    ),
    rows: [...rowsAboutPerson(data, kit), ...rowsAboutLearning(data, kit), ...rowsAboutMessages(data, kit)],
    end: kit.t('own-data.nothing-else'),
    actions: [
      ...(files === 'offered' && notice !== 'asked' ? fileButtons(kit) : []),
      ...(left ? [] : [kit.button('digest.what-leader-sees', kit.t('common.what-leader-sees'))]),
      kit.button('own-data.erase', kit.t('own-data.delete')),
      ...(left && data.request ? [kit.button('join.withdraw', kit.t('own-data.request-withdraw'))] : []),
      kit.button('welcome.show', kit.t('common.home')),
    ],
  },
  summary: kit.t('own-data.title'),
}));

const leftWords = ({ goesOn }: { goesOn?: LocalDate }, kit: ViewKit): string =>
  goesOn ? kit.t('own-data.left', { date: kit.date(goesOn) }) : kit.t('own-data.left-not-set');

const fileButtons = (kit: ViewKit): readonly CardAction[] => [
  kit.button('own-data.offer', kit.t('own-data.get-pdf'), { format: 'pdf' }, 'positive'),
  kit.button('own-data.offer', kit.t('own-data.get-json'), { format: 'json' }),
];

function rowsAboutPerson({ person, unitNames, rows, request }: OwnData, kit: ViewKit): readonly Row[] {
  const values = {
    name: kit.plain(person.displayName),
    unit: kit.plain(unitNames[person.unitId] ?? person.unitId),
    date: kit.date(person.employedOn),
  };
  return [
    { label: kit.t('own-data.row.who'), value: kit.t('own-data.row.who-value', values) },
    ...(person.endsOn === undefined ? [] : [{ label: kit.t('own-data.row.last-day'), value: kit.date(person.endsOn) }]),
    { label: kit.t('own-data.row.roles'), value: roleWords(person.roles, kit) },
    ...counted(kit.t('own-data.row.leads'), person.leads.length, kit),
    ...counted(kit.t('own-data.row.follows'), person.delegated?.length ?? 0, kit),
    ...counted(kit.t('own-data.row.arranged'), person.arrangements?.length ?? 0, kit),
    ...(rows.conversation.length === 0
      ? []
      : [{ label: kit.t('own-data.row.chat'), value: kit.t('own-data.row.chat-value') }]),
    ...counted(kit.t('own-data.row.choices'), rows.preferences.length, kit),
    ...(request ? [{ label: kit.t('own-data.row.request'), value: kit.date(request.askedOn) }] : []),
  ];
}

function rowsAboutLearning({ rows, meetings }: OwnData, kit: ViewKit): readonly Row[] {
  const started = rows.progress.filter(({ state }) => state === 'started').length;
  const answered = rows.progress.filter(
    (progress) => progress.state === 'started' && Object.keys(progress.answers).length > 0,
  ).length;
  const modules = kit.t('own-data.row.modules-value', { done: rows.done.length, started });
  const answers = kit.t('own-data.row.answers-value', { count: answered });
  return [
    { label: kit.t('own-data.row.modules'), value: modules },
    ...(answered === 0 ? [] : [{ label: kit.t('own-data.row.answers'), value: answers }]),
    ...counted(kit.t('own-data.row.priors'), rows.priors.length, kit),
    ...counted(
      kit.t('own-data.row.assigned'),
      rows.assigned.reduce((sum, { since }) => sum + Object.keys(since).length, 0),
      kit,
    ),
    ...counted(kit.t('own-data.row.policies'), rows.policyReads.length, kit),
    ...counted(kit.t('own-data.row.rereads'), rows.rereads.length, kit),
    ...counted(kit.t('own-data.row.courses'), rows.certificates.length, kit),
    ...counted(kit.t('own-data.row.meetings'), meetings.length, kit),
  ];
}

function rowsAboutMessages({ person, rows, audit, contentChanges }: OwnData, kit: ViewKit): readonly Row[] {
  const planned = rows.reminders.filter(({ state }) => state === 'planned').length;
  const sent = rows.days.filter(({ state }) => state === 'sent' || state === 'uncertain').length;
  const by = audit.filter(({ actorId }) => actorId === person.personId).length;
  const pings = kit.t('own-data.row.pings-value', { count: rows.pings.length });
  const logged = kit.t('own-data.row.audit-value', { about: audit.length - by, by });
  return [
    { label: kit.t('own-data.row.messages'), value: kit.t('own-data.row.messages-value', { sent, planned }) },
    ...counted(kit.t('own-data.row.digests'), rows.digests.length + rows.ownerCards.length, kit),
    ...(rows.pings.length === 0 ? [] : [{ label: kit.t('own-data.row.pings'), value: pings }]),
    ...(audit.length === 0 ? [] : [{ label: kit.t('own-data.row.audit'), value: logged }]),
    ...counted(kit.t('own-data.row.content'), contentChanges.length, kit),
  ];
}

const counted = (label: string, count: number, kit: ViewKit): readonly Row[] =>
  count === 0 ? [] : [{ label, value: kit.t('own-data.row.count', { count }) }];
