import type { RemindLateResult } from '../features/use-cases/remind-staff.ts';
import type { ViewKit } from './define-view.ts';
import { good, type NoticeBox } from './notice-box.ts';

/** What became of "Minn dem som er over fristen". Without `people` no number is told: where names are not shown, nor are the numbers of few. */
export type DigestNotice =
  | Exclude<RemindLateResult, { outcome: 'not-yours' | 'asked' }>
  | { outcome: 'asked'; people?: number };

export function digestNotice(notice: DigestNotice, kit: ViewKit): NoticeBox {
  switch (notice.outcome) {
    case 'nobody-late':
      return good(kit.t('staff.all.nobody'));
    case 'all-asked-before':
      return good(kit.t('staff.all.before'));
    case 'asked':
      return good(
        notice.people === undefined
          ? kit.t('staff.all.asked')
          : kit.t('staff.all.asked-about', { people: notice.people }),
      );
  }
}
