import type { LocalDate } from '../core/local-date.ts';
import type { LocalText } from '../core/locale.ts';
import type { AboutList } from '../features/catalogue/certificate-kind.ts';
import type { OwnCertificate } from '../features/progress/certificate.ts';
import { certificatesContentId } from '../features/reports/reportable.ts';
import { listFooter } from './content-footer.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { good, type NoticeBox, warning } from './notice-box.ts';

/** What became of the press. */
export type CertificateNotice =
  | { notice: 'gone' }
  | { notice: 'removed'; name: LocalText }
  | { notice: 'kept'; name: LocalText; validTo: LocalDate; remindAt?: Date };

/** `about`: of the list, where somebody answers for it. */
export type CertificateListModel = { own: readonly OwnCertificate[]; about?: AboutList; notice?: CertificateNotice };

/** A person's courses with an end. */
export const certificateListView = defineView<CertificateListModel>(
  'certificate-list',
  ({ own, about, notice }, kit) => ({
    data: {
      title: kit.t('certificate.title'),
      notices: notice ? [noticeOf(notice, kit)] : [],
      texts: lines(own.length === 0 ? kit.t('certificate.empty') : undefined),
      rows: own.map((item) => rowOf(item, kit)),
      notes: lines(own.length === 0 ? undefined : kit.t('certificate.leader')),
      footers: listFooter(about, { contentId: certificatesContentId, back: { to: 'certificates' } }, kit),
      actions: [kit.button('progress.show', kit.t('common.progress'))],
    },
    summary: kit.t('certificate.title'),
  }),
);

function rowOf(own: OwnCertificate, kit: ViewKit) {
  const { state, color } = certificateWords(own, kit);
  const { name, validMonths } = own.kind;
  const rule = kit.t('certificate.rule', { months: validMonths });
  return { name: kit.pick(name), state, color, rule, actions: actionsOf(own, kit) };
}

/** How one course stands for its owner; the colour says it again. */
export function certificateWords(own: OwnCertificate, kit: ViewKit): { state: string; color: string } {
  if (own.standing === 'none') return { state: kit.t('certificate.state.none'), color: 'Default' };
  const date = kit.date(own.certificate.validTo);
  return own.standing === 'valid'
    ? { state: kit.t('certificate.state.valid', { date }), color: 'Good' }
    : { state: kit.t('certificate.state.expired', { date }), color: 'Attention' };
}

function actionsOf({ kind, standing }: OwnCertificate, kit: ViewKit): readonly CardAction[] {
  const data = { kindId: kind.kindId };
  const course = kit.pick(kind.name);
  if (standing === 'none') {
    return [kit.button('certificate.ask', kit.t('certificate.register', { course }), data, 'positive')];
  }
  return [
    kit.button('certificate.ask', kit.t('certificate.renew', { course }), data),
    kit.button('certificate.remove', kit.t('certificate.remove', { course }), data),
  ];
}

function noticeOf(notice: CertificateNotice, kit: ViewKit): NoticeBox {
  if (notice.notice === 'gone') return warning(kit.t('certificate.notice.gone'));
  const course = kit.pick(notice.name);
  if (notice.notice === 'removed') return good(kit.t('certificate.notice.removed', { course }));
  const values = { course, date: kit.date(notice.validTo) };
  if (notice.validTo < kit.today()) return warning(kit.t('certificate.notice.kept-expired', values));
  return good(
    notice.remindAt
      ? kit.t('certificate.notice.kept', { ...values, remind: kit.day(notice.remindAt) })
      : kit.t('certificate.notice.kept-without', values),
  );
}
