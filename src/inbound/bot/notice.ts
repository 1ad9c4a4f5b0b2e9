import { groupHintView } from '../../views/group-hint.view.ts';
import { noticeView } from '../../views/notice.view.ts';
import type { Render } from '../../views/render.ts';
import type { NoticeReason, RouterNeeds } from './router.ts';

/** The kind card for everything that the router refuses. `reads`: there are modules that everybody may read. */
export function createNotice(render: Render, { reads }: { reads: boolean }): RouterNeeds['notice'] {
  return (reason, locale, now) => {
    if (reason.reason === 'only-in-private') return render(groupHintView, {}, locale, now);
    return render(noticeView, reads && isOfOutside(reason) ? { ...reason, reads: true } : reason, locale, now);
  };
}

type ToOutside = Extract<NoticeReason, { reason: 'not-in-roster' | 'not-checked' | 'guest' }>;

const isOfOutside = (reason: NoticeReason): reason is ToOutside =>
  reason.reason === 'not-in-roster' || reason.reason === 'not-checked' || reason.reason === 'guest';
