import type { ContentChange } from '../features/content/content-change.ts';
import type { NumberStatus } from '../features/content/content-status.ts';
import type { Outdone } from '../features/content/newer-files.ts';
import type { Contact } from '../features/guide/facts.ts';
import { type ContentNotice, noticeOf, outdoneDetailsWords } from './content-change-words.ts';
import { historyOf } from './content-history-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { unbroken } from './guide-contacts.ts';
import { lines } from './module-words.ts';

export type ContentNumberModel = {
  contact: Contact;
  status: NumberStatus;
  /** How what is told of it stands. */
  details: NumberStatus;
  outdone: Outdone;
  changes: readonly ContentChange[];
  /** Who looks: the one who set a number is not asked to confirm it. */
  personId: string;
  notice?: ContentNotice;
};

/** One of the municipality's own numbers: set it, or confirm what somebody else has set. */
export const contentNumberView = defineView<ContentNumberModel>('content-number', (model, kit) => {
  const { contact, status, changes, notice } = model;
  const { number } = contact;
  return {
    data: {
      title: kit.pick(contact.name),
      about: kit.pick(contact.use),
      now: number ? kit.t('content.number.now', { number: unbroken(number) }) : kit.t('content.number.none'),
      notices: noticeOf(notice, kit),
      waits: lines(waitingText(status, kit), wordsText(model.details, kit), ...outdoneTexts(model, kit)),
      confirms: confirmOf(model, kit),
      label: kit.t('content.number.label'),
      placeholder: kit.t('content.number.placeholder'),
      save: [kit.button('content.set-number', kit.t('content.number.save'), { contactId: contact.contactId })],
      historyTitle: changes.length > 0 ? kit.t('content.module.history') : '',
      history: historyOf(changes, undefined, kit),
      actions: [
        kit.exit('content.contact', kit.t('content.contact.open'), { contactId: contact.contactId }),
        kit.exit('content.list', kit.t('content.back'), { section: 'numbers', near: contact.contactId }),
      ],
    },
    summary: kit.t('content.summary'),
  };
});

function waitingText(status: NumberStatus, kit: ViewKit): string | undefined {
  if (status.status !== 'waiting') return undefined;
  const values = { name: kit.plain(status.by), date: kit.date(status.confirmBy) };
  return status.confirmBy >= kit.today() ? kit.t('content.number.live', values) : kit.t('content.number.late', values);
}

function wordsText(details: NumberStatus, kit: ViewKit): string | undefined {
  if (details.status !== 'waiting') return undefined;
  const values = { date: kit.date(details.confirmBy) };
  return details.confirmBy >= kit.today()
    ? kit.t('content.contact.waits-number', values)
    : kit.t('content.contact.late-number', values);
}

/** Whoever set it should see why it is no more, and that somebody has written another. */
function outdoneTexts({ contact, outdone }: ContentNumberModel, kit: ViewKit): readonly (string | undefined)[] {
  const { number: set } = outdone;
  const values = set && { number: unbroken(kit.plain(set.number)), date: kit.date(contact.verifiedAt) };
  return [values && kit.t('content.number.files-newer', values), outdoneDetailsWords(outdone, kit)];
}

type Confirm = { text: string; actions: readonly CardAction[] };

function confirmOf({ contact, status, personId }: ContentNumberModel, kit: ViewKit): readonly Confirm[] {
  const { number, contactId } = contact;
  if (status.status !== 'waiting' || status.personId === personId || number === undefined) return [];
  const data = { contactId, of: status.changeId };
  const confirm = kit.exit('content.confirm', kit.t('content.number.confirm', { number }), data);
  return [{ text: kit.t('content.number.check'), actions: [{ ...confirm, style: 'positive' }] }];
}
