import { alwaysNumbers, type GuideContent } from '../../features/guide/guide.ts';
import { groupHintView } from '../../views/group-hint.view.ts';
import { noticeView } from '../../views/notice.view.ts';
import { plainNoticeView } from '../../views/plain-notice.view.ts';
import type { Render } from '../../views/render.ts';
import type { NoticeReason, RouterNeeds } from './router.ts';

/** The kind card for everything that the router refuses. `reads`: there are modules that everybody may read. */
export function createNotice(
  { render, guide }: { render: Render; guide: Pick<GuideContent, 'contacts'> },
  { reads }: { reads: boolean },
): RouterNeeds['notice'] {
  const contacts = [...guide.contacts.values()].filter(
    ({ kind, number }) => kind === 'emergency' || number === alwaysNumbers.helpline,
  );
  return (reason, locale, now) => {
    try {
      if (reason.reason === 'only-in-private') return render(groupHintView, {}, locale, now);
      return render(noticeView, reads && isOfOutside(reason) ? { ...reason, reads: true } : reason, locale, now);
    } catch {
      // A text that no language has, told at start. Whoever asks for help gets the numbers all the same.
      return render(plainNoticeView, { contacts }, locale, now);
    }
  };
}

type ToOutside = Extract<NoticeReason, { reason: 'not-in-roster' | 'not-checked' | 'guest' }>;

const isOfOutside = (reason: NoticeReason): reason is ToOutside =>
  reason.reason === 'not-in-roster' || reason.reason === 'not-checked' || reason.reason === 'guest';
