import { groupHintView } from '../../views/group-hint.view.ts';
import { noticeView } from '../../views/notice.view.ts';
import type { Render } from '../../views/render.ts';
import type { RouterNeeds } from './router.ts';

/** The kind card for everything that the router refuses. */
export function createNotice(render: Render): RouterNeeds['notice'] {
  return (reason, locale, now) =>
    reason.reason === 'only-in-private'
      ? render(groupHintView, {}, locale, now)
      : render(noticeView, reason, locale, now);
}
