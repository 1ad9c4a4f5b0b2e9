import type { RemindLateResult } from '../features/use-cases/remind-staff.ts';
import type { ViewKit } from './define-view.ts';
import { good, type NoticeBox } from './notice-box.ts';

/** What became of "Minn dem som er over fristen". */
export type DigestNotice = Exclude<RemindLateResult, { outcome: 'not-yours' }>;

export function digestNotice(notice: DigestNotice, kit: ViewKit): NoticeBox {
  switch (notice.outcome) {
    case 'nobody-late':
      return good(kit.t('staff.all.nobody'));
    case 'all-asked-before':
      return good(kit.t('staff.all.before'));
    case 'asked':
      return good(kit.t('staff.all.asked'));
    case 'asked-some':
      return good(kit.t('staff.all.some', { asked: notice.asked, leftOut: notice.leftOut }));
  }
}
