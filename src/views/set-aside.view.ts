import { localDateAt, localTimeAt, type TimeZone } from '../core/local-date.ts';
import { localeTag } from '../core/locale.ts';
import type { TimeSlot } from '../features/reminders/propose-times.ts';
import type { TimeProposal } from '../features/use-cases/set-aside-time.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { newMeetingLink } from './new-meeting-link.ts';
import { good, type NoticeBox, warning } from './notice-box.ts';

export type SetAsideModel = {
  person: { personId: string; givenName: string };
  proposal: TimeProposal;
  zone: TimeZone;
  files: 'offered' | 'off';
  notice?: 'noted' | 'gone' | 'asked' | 'declined' | 'failed';
  /** When the time begins that was chosen as a meeting, and is noted: it has the link. */
  chosen?: Date;
};

/** When somebody could be given time, as a meeting to open or a file for the calendar. */
export const setAsideView = defineView<SetAsideModel>('set-aside', (model, kit) => {
  const { person, proposal, notice } = model;
  const name = kit.plain(person.givenName);
  const title = kit.t('staff.aside.title', { name });
  return {
    data: {
      title,
      notices: notice && isSaid(notice, proposal) ? [noticeOf(notice, name, kit)] : [],
      texts: lines(textOf(proposal, name, kit)),
      rows: proposal.slots.map((slot) => rowOf(slot, model, kit)),
      actions: [kit.button('staff.show', kit.t('staff.back'), { personId: person.personId })],
    },
    summary: title,
  };
});

const minuteMs = 60_000;

function textOf(proposal: TimeProposal, name: string, kit: ViewKit): string {
  const { modules, minutes, slots } = proposal;
  if (modules.length === 0) return kit.t('staff.aside.none', { name });
  const values = { minutes, modules: modulesIn(proposal, kit), name };
  const [slot] = slots;
  if (!slot) return kit.t('staff.aside.no-time', values);
  const isEnough = slot.to.getTime() - slot.from.getTime() >= minutes * minuteMs;
  return isEnough ? kit.t('staff.aside.text', values) : kit.t('staff.aside.several', values);
}

/** Names of people are left out of both: a calendar is read by many. */
export const calendarWords = (proposal: TimeProposal, kit: ViewKit): { summary: string; description: string } => ({
  summary: kit.t('staff.aside.subject'),
  description: kit.t('staff.aside.body', { modules: modulesIn(proposal, kit) }),
});

function modulesIn({ modules }: TimeProposal, kit: ViewKit): string {
  const titles = modules.map(({ title }) => kit.pick(title));
  return new Intl.ListFormat(localeTag(kit.locale), { type: 'conjunction' }).format(titles);
}

function rowOf(slot: TimeSlot, { person, proposal, zone, files, chosen }: SetAsideModel, kit: ViewKit) {
  const time = (at: Date): string => localTimeAt(at, zone).replace(':', '.');
  const date = kit.date(localDateAt(slot.from, zone));
  const words = kit.t('staff.aside.slot', { from: time(slot.from), to: time(slot.to) });
  const tooltip = `${date}, ${words}`;
  const data = { personId: person.personId, start: slot.from.toISOString() };
  const meeting =
    chosen?.getTime() === slot.from.getTime()
      ? { ...kit.link(kit.t('staff.aside.open'), meetingUrl(slot, proposal, kit)), style: 'positive' }
      : kit.button('staff.time-meeting', kit.t('staff.aside.choose'), data);
  return {
    date: date.charAt(0).toLocaleUpperCase('nb') + date.slice(1),
    text: words,
    actions: [
      { ...meeting, tooltip },
      ...(files === 'offered' ? [{ ...kit.button('staff.time-file', kit.t('staff.aside.file'), data), tooltip }] : []),
    ],
  };
}

function meetingUrl(slot: TimeSlot, proposal: TimeProposal, kit: ViewKit): string {
  const { summary, description } = calendarWords(proposal, kit);
  return newMeetingLink({ subject: summary, content: description }, slot);
}

/** Where nothing is left to take, or no time is found, the text says so, and there is no other to choose. */
const isSaid = (notice: NonNullable<SetAsideModel['notice']>, { slots }: TimeProposal): boolean =>
  slots.length > 0 || (notice !== 'gone' && notice !== 'failed');

function noticeOf(notice: NonNullable<SetAsideModel['notice']>, name: string, kit: ViewKit): NoticeBox {
  switch (notice) {
    case 'noted':
      return good(kit.t('staff.aside.noted', { name }));
    case 'gone':
      return warning(kit.t('staff.aside.gone'));
    case 'asked':
      return good(kit.t('staff.aside.asked'));
    case 'declined':
      return good(kit.t('staff.aside.declined'));
    case 'failed':
      return warning(kit.t('staff.aside.failed'));
  }
}
