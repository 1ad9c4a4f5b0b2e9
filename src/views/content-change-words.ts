import type { LocalDate } from '../core/local-date.ts';
import type { ReturnReason } from '../features/content/content-change.ts';
import type { ModuleStatus, NumberStatus } from '../features/content/content-status.ts';
import type { RefusalReason } from '../features/content/decide-change.ts';
import type { Outdone } from '../features/content/newer-files.ts';
import { mostName, mostUse } from '../features/content/typed-details.ts';
import type { Contact } from '../features/guide/facts.ts';
import type { ViewKit } from './define-view.ts';

/** What came of the press that led to a card. `…-alone`: and there is no second person who could say yes to it. */
export type ContentNotice = 'changed' | Alone | 'unchanged' | 'in-files' | GoodNews | RefusalReason;
type Alone = 'changed-alone' | 'texts-sent-alone';
type GoodNews = 'sheet-asked' | 'texts-sent' | 'texts-dropped' | 'texts-accepted' | 'texts-taken-back';

export type Notices = readonly { text: string; style: 'good' | 'warning' }[];

/** `changed`: what a card says of a change that applies only when a second person has said yes. */
export function noticeOf(
  notice: ContentNotice | undefined,
  kit: ViewKit,
  changed: string = kit.t('content.told.changed'),
): Notices {
  if (notice === undefined) return [];
  switch (notice) {
    case 'changed':
      return good(changed);
    case 'changed-alone':
      return [...good(changed), { text: kit.t('content.told.nobody-else'), style: 'warning' }];
    case 'unchanged':
      return good(kit.t('content.told.unchanged'));
    case 'sheet-asked':
      return good(kit.t('content.told.sheet-asked'));
    case 'texts-sent':
      return good(kit.t('content.told.texts-sent'));
    case 'texts-sent-alone':
      return [
        ...good(kit.t('content.told.texts-sent')),
        { text: kit.t('content.told.nobody-else-texts'), style: 'warning' },
      ];
    case 'texts-dropped':
      return good(kit.t('content.told.texts-dropped'));
    case 'texts-accepted':
      return good(kit.t('content.told.texts-accepted'));
    case 'texts-taken-back':
      return good(kit.t('content.told.texts-taken-back'));
    case 'in-files':
      return [{ text: kit.t('content.told.in-files'), style: 'warning' }];
    default:
      return [{ text: refusedWords(notice, kit), style: 'warning' }];
  }
}

const good = (text: string): Notices => [{ text, style: 'good' }];

export function refusedWords(reason: RefusalReason, kit: ViewKit): string {
  switch (reason) {
    case 'other-version':
      return kit.t('content.refused.other-version');
    case 'no-reason':
      return kit.t('content.refused.no-reason');
    case 'date-past':
      return kit.t('content.refused.date-past');
    case 'date-too-far':
      return kit.t('content.refused.date-too-far');
    case 'date-years-off':
      return kit.t('content.refused.date-years-off');
    case 'last-card':
      return kit.t('content.refused.last-card');
    case 'not-written':
      return kit.t('content.refused.not-written');
    case 'gone':
      return kit.t('content.refused.gone');
    case 'no-number':
      return kit.t('content.refused.no-number');
    case 'national':
      return kit.t('content.refused.national');
    case 'same-person':
      return kit.t('content.refused.same-person');
    case 'other-number':
      return kit.t('content.refused.other-number');
    case 'other-texts-wait':
      return kit.t('content.refused.other-texts-wait');
    case 'texts-gone':
      return kit.t('content.refused.texts-gone');
    case 'same-person-texts':
      return kit.t('content.refused.same-person-texts');
    case 'not-last-texts':
      return kit.t('content.refused.not-last-texts');
    case 'other-change':
      return kit.t('content.refused.other-change');
    case 'number-waits':
      return kit.t('content.refused.number-waits');
    case 'not-yours':
      return kit.t('content.refused.not-yours');
    case 'text-missing':
      return kit.t('content.refused.text-missing');
    case 'text-too-long':
      return kit.t('content.refused.text-too-long', { name: mostName, use: mostUse });
    case 'text-not-plain':
      return kit.t('content.refused.text-not-plain');
    case 'text-about-person':
      return kit.t('content.refused.text-about-person');
    case 'text-number':
      return kit.t('content.refused.text-number');
    case 'hours':
      return kit.t('content.refused.hours');
    case 'before-start':
      return kit.t('content.refused.before-start');
  }
}

export function reasonWords(reason: ReturnReason, kit: ViewKit): string {
  switch (reason) {
    case 'wrong-fact':
      return kit.t('content.reason.wrong-fact');
    case 'hard-to-read':
      return kit.t('content.reason.hard-to-read');
    case 'out-of-date':
      return kit.t('content.reason.out-of-date');
    case 'not-for-us':
      return kit.t('content.reason.not-for-us');
  }
}

/** What the files say of a contact since somebody changed it here. */
export const outdoneDetailsWords = ({ details }: Outdone, kit: ViewKit): string | undefined =>
  details && kit.t('content.contact.files-newer', { day: kit.day(details.at) });

export type Told = { text: string; color: 'Default' | 'Good' | 'Attention' | 'Warning' };

export function moduleStatusWords(status: ModuleStatus, kit: ViewKit): Told {
  switch (status.status) {
    case 'draft':
      return { text: kit.t('content.status.draft'), color: 'Default' };
    case 'returned': {
      const reason = reasonWords(status.reason, kit);
      return { text: kit.t('content.status.returned', { name: kit.plain(status.by), reason }), color: 'Attention' };
    }
    case 'approved': {
      const values = { name: kit.plain(status.by), date: kit.date(status.validTo) };
      return { text: kit.t('content.status.approved', values), color: 'Good' };
    }
    case 'run-out':
      return { text: kit.t('content.status.run-out', { date: kit.date(status.validTo) }), color: 'Attention' };
  }
}

export function numberStatusWords({ number }: Contact, status: NumberStatus, kit: ViewKit): Told {
  switch (status.status) {
    case 'unset':
      return { text: kit.t('content.status.unset'), color: 'Attention' };
    case 'waiting': {
      const isLate = status.confirmBy < kit.today();
      return {
        text: waitingWords(number, isLate ? status.confirmBy : undefined, kit),
        color: isLate ? 'Attention' : 'Warning',
      };
    }
    case 'stale':
      return { text: kit.t('content.status.stale', { number: number ?? '' }), color: 'Warning' };
    case 'fresh':
      return { text: kit.t('content.status.fresh', { number: number ?? '' }), color: 'Good' };
  }
}

/** `late`: the day by which nobody did. What waits may be the name of a contact that has no number yet. */
function waitingWords(number: string | undefined, late: LocalDate | undefined, kit: ViewKit): string {
  if (number !== undefined) {
    return late
      ? kit.t('content.status.waiting-late', { number, date: kit.date(late) })
      : kit.t('content.status.waiting', { number });
  }
  const words = late
    ? kit.t('content.status.waiting-no-number-late', { date: kit.date(late) })
    : kit.t('content.status.waiting-no-number');
  return `${kit.t('content.status.unset')} · ${words}`;
}
