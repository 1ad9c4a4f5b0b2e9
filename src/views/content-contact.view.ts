import type { ContentChange } from '../features/content/content-change.ts';
import type { NumberStatus } from '../features/content/content-status.ts';
import type { Outdone } from '../features/content/newer-files.ts';
import { isPlainOpening, mostName, mostUse, type TypedDetails } from '../features/content/typed-details.ts';
import type { Contact } from '../features/guide/facts.ts';
import { type ContentNotice, noticeOf, outdoneDetailsWords } from './content-change-words.ts';
import { historyOf } from './content-history-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';

export type ContentContactModel = {
  contact: Contact;
  status: NumberStatus;
  changes: readonly ContentChange[];
  /** The change that the fields show, '' where there is none. */
  of: string;
  outdone: Outdone;
  /** Who looks: the one who changed it is not asked to confirm it. */
  personId: string;
  /** What was refused, so that nobody has to write it again. */
  typed?: TypedDetails;
  notice?: ContentNotice;
};

/** What is told of one of the municipality's own contacts: change it, or confirm what somebody else has changed. */
export const contentContactView = defineView<ContentContactModel>('content-contact', (model, kit) => {
  const { contact, status, changes, notice, of } = model;
  const { contactId } = contact;
  return {
    data: {
      title: kit.t('content.contact.title'),
      about: kit.t('content.contact.about', { name: kit.pick(contact.name) }),
      notices: noticeOf(notice, kit),
      waits: lines(waitingText(status, kit), outdoneDetailsWords(model.outdone, kit), standsText(model, kit)),
      // The fields hold what was typed: who confirms must read what stands.
      confirms: model.typed ? [] : confirmOf(model, kit),
      ...fieldsOf(model.typed ?? typedOf(contact), kit),
      choices: openingChoices(contact, kit),
      save: [kit.button('content.set-contact', kit.t('content.contact.save'), { contactId, of }, 'positive')],
      historyTitle: changes.length > 0 ? kit.t('content.module.history') : '',
      history: historyOf(changes, undefined, kit),
      actions: [
        kit.exit('content.number', kit.t('content.contact.back'), { contactId }),
        kit.exit('content.list', kit.t('content.back'), { section: 'numbers', near: contactId }),
      ],
    },
    summary: kit.t('content.summary'),
  };
});

function typedOf({ name, use, opening }: Contact): TypedDetails {
  const hours = opening?.kind === 'weekdays' ? { from: opening.from, to: opening.to } : { from: '', to: '' };
  if (!isPlainOpening(opening)) return { name, use, opening: 'as-now', ...hours };
  const kind = opening?.kind === 'always' || opening?.kind === 'weekdays' ? opening.kind : 'unknown';
  return { name, use, opening: kind, ...hours };
}

function fieldsOf({ name, use, opening, from, to }: TypedDetails, kit: ViewKit) {
  const { t } = kit;
  return {
    fields: [
      { id: 'name_nb', label: t('content.contact.name-nb'), value: name.nb, most: mostName, isLong: false },
      { id: 'name_nn', label: t('content.contact.name-nn'), value: name.nn, most: mostName, isLong: false },
      { id: 'name_en', label: t('content.contact.name-en'), value: name.en, most: mostName, isLong: false },
      { id: 'use_nb', label: t('content.contact.use-nb'), value: use.nb, most: mostUse, isLong: true },
      { id: 'use_nn', label: t('content.contact.use-nn'), value: use.nn, most: mostUse, isLong: true },
      { id: 'use_en', label: t('content.contact.use-en'), value: use.en, most: mostUse, isLong: true },
    ],
    opening: { label: t('content.contact.opening'), value: opening },
    from: { label: t('content.contact.opens'), value: from },
    to: { label: t('content.contact.closes'), value: to },
  };
}

function openingChoices({ opening }: Contact, kit: ViewKit) {
  return [
    ...(isPlainOpening(opening) ? [] : [{ value: 'as-now', title: kit.t('content.contact.as-now') }]),
    { value: 'unknown', title: kit.t('content.contact.unknown') },
    { value: 'weekdays', title: kit.t('content.contact.weekdays') },
    { value: 'always', title: kit.t('content.contact.always') },
  ];
}

function waitingText(status: NumberStatus, kit: ViewKit): string | undefined {
  if (status.status !== 'waiting') return undefined;
  const values = { name: kit.plain(status.by), date: kit.date(status.confirmBy) };
  return status.confirmBy >= kit.today()
    ? kit.t('content.contact.waits', values)
    : kit.t('content.contact.late', values);
}

/** Somebody else was first, and the fields have what was typed: what saving would undo is told beside them. */
function standsText({ notice, contact, typed }: ContentContactModel, kit: ViewKit): string | undefined {
  if (notice !== 'other-change' || !typed) return undefined;
  const now = typedOf(contact);
  const shown = fieldsOf(typed, kit);
  const stands = fieldsOf(now, kit).fields.filter(({ value }, at) => value !== shown.fields[at]?.value);
  const hours = now.opening === 'weekdays' ? ` ${now.from}–${now.to}` : '';
  const opening = openingChoices(contact, kit).find(({ value }) => value === now.opening)?.title;
  const isOtherHours = [now.opening, now.from, now.to].join() !== [typed.opening, typed.from, typed.to].join();
  return [
    kit.t('content.contact.stands'),
    ...stands.map(({ label, value }) => `- ${label}: ${kit.plain(value)}`),
    ...(isOtherHours ? [`- ${shown.opening.label}: ${opening}${hours}`] : []),
  ].join('\n');
}

type Confirm = { text: string; actions: readonly CardAction[] };

function confirmOf(
  { contact: { contactId }, status, personId }: ContentContactModel,
  kit: ViewKit,
): readonly Confirm[] {
  if (status.status !== 'waiting' || status.personId === personId) return [];
  const title = kit.t('content.contact.confirm');
  const confirm = kit.exit('content.confirm-contact', title, { contactId, of: status.changeId });
  return [{ text: kit.t('content.contact.check'), actions: [{ ...confirm, style: 'positive' }] }];
}
