import { addDays } from '../core/local-date.ts';
import { type Deputy, mostDelegatedDays } from '../features/use-cases/delegate-units.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { good, type NoticeBox, warning } from './notice-box.ts';

export type DelegationNotice =
  | { outcome: 'given'; name: string; until: NonNullable<Deputy['until']> }
  | { outcome: 'ended'; name: string }
  | { outcome: 'bad-date' | 'not-yours' };

/** `page` counts from 0. `not-leader`: leads nothing that can be given away. */
export type DelegationModel = { deputies: readonly Deputy[] | 'not-leader'; page: number; notice?: DelegationNotice };

/** So many fit in one field of a card with room for the rest. */
const namesPerPage = 100;
/** Each is a name, a day and a button. */
const rowsPerPage = 10;

/** Who follows the unit while its leader is away. */
export const delegationView = defineView<DelegationModel>('delegation', ({ deputies, page, notice }, kit) => {
  const all = deputies === 'not-leader' ? [] : deputies;
  const current = all.filter(({ until }) => until !== undefined);
  const pages = Math.max(1, Math.ceil(all.length / namesPerPage), Math.ceil(current.length / rowsPerPage));
  const at = Math.min(page, pages - 1);
  const rows = pageOf(current, at, rowsPerPage);
  // Those who follow too: chosen again, they get another last day.
  const shown = pageOf(all, at, namesPerPage);
  return {
    data: {
      title: kit.t('delegation.title'),
      notices: notice ? [noticeOf(notice, kit)] : [],
      texts: [...textsOf(deputies, kit), ...lines(current.length > 0 ? kit.t('delegation.move') : undefined)],
      rows: rows.map((deputy) => rowOf(deputy, kit)),
      forms: shown.length > 0 ? [formOf(shown, kit)] : [],
      actions: [
        ...(at + 1 < pages ? [kit.exit('delegation.show', kit.t('delegation.more'), { page: at + 1 })] : []),
        ...(at > 0 ? [kit.exit('delegation.show', kit.t('delegation.previous'), { page: at - 1 })] : []),
        kit.exit('digest.show', kit.t('staff.to-digest')),
      ],
    },
    summary: kit.t('delegation.title'),
  };
});

const pageOf = (all: readonly Deputy[], page: number, size: number): readonly Deputy[] =>
  all.slice(page * size, (page + 1) * size);

function textsOf(deputies: DelegationModel['deputies'], kit: ViewKit) {
  if (deputies === 'not-leader') return lines(kit.t('delegation.not-leader'));
  if (deputies.length === 0) return lines(kit.t('delegation.nobody'));
  return lines(kit.t('delegation.lead'), kit.t('delegation.own'));
}

function rowOf({ person, until }: Deputy, kit: ViewKit) {
  const end = kit.t('delegation.end', { name: kit.plain(person.givenName) });
  return {
    name: kit.plain(person.displayName),
    about: until ? kit.t('delegation.current', { date: kit.date(until) }) : '',
    actions: [kit.exit('delegation.end', end, { personId: person.personId })],
  };
}

function formOf(people: readonly Deputy[], kit: ViewKit) {
  const actions: readonly CardAction[] = [
    kit.button('delegation.give', kit.t('delegation.give'), undefined, 'positive'),
  ];
  return {
    who: kit.t('delegation.who'),
    whoError: kit.t('delegation.who-error'),
    choices: people.map(({ person }) => ({ title: kit.plain(person.displayName), value: person.personId })),
    when: kit.t('delegation.when'),
    dateError: kit.t('delegation.date-error'),
    earliest: kit.today(),
    latest: addDays(kit.today(), mostDelegatedDays),
    actions,
  };
}

function noticeOf(notice: DelegationNotice, kit: ViewKit): NoticeBox {
  switch (notice.outcome) {
    case 'given':
      return good(kit.t('delegation.notice.given', { name: kit.plain(notice.name), date: kit.date(notice.until) }));
    case 'ended':
      return good(kit.t('delegation.notice.ended', { name: kit.plain(notice.name) }));
    case 'bad-date':
      return warning(kit.t('delegation.notice.bad-date'));
    case 'not-yours':
      return warning(kit.t('delegation.notice.not-yours'));
  }
}
