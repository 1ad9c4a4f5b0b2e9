import type { Message } from '../../core/card.ts';
import type { Telemetry } from '../../core/events.ts';
import type { Locale } from '../../core/locale.ts';
import { alwaysNumbers, type GuideContent } from '../../features/guide/guide.ts';
import { groupHintView } from '../../views/group-hint.view.ts';
import { noticeView } from '../../views/notice.view.ts';
import { plainNoticeView } from '../../views/plain-notice.view.ts';
import { privacyWarningView } from '../../views/privacy-warning.view.ts';
import type { Render } from '../../views/render.ts';
import type { NoticeReason, RouterNeeds } from './router.ts';

/** The kind card for everything that the router refuses. `reads`: there are modules that everybody may read. */
export function createNotice(needs: NoticeNeeds, { reads }: { reads: boolean }): RouterNeeds['notice'] {
  const { render } = needs;
  return orPlainNotice(needs, (reason, locale, now) => {
    if (reason.reason === 'only-in-private') return render(groupHintView, {}, locale, now);
    return render(noticeView, reads && isOfOutside(reason) ? { ...reason, reads: true } : reason, locale, now);
  });
}

/** The kind warning after a message that held what tells of a person. */
export function createPrivacyWarning(needs: NoticeNeeds): (locale: Locale, now: Date) => Message {
  const warn = orPlainNotice(needs, (_: undefined, locale, now) => needs.render(privacyWarningView, {}, locale, now));
  return (locale, now) => warn(undefined, locale, now);
}

export type PlainNoticeNeeds = { render: Render; guide: Pick<GuideContent, 'contacts'> };
type NoticeNeeds = PlainNoticeNeeds & { telemetry: Telemetry };

/** The numbers that always answer. */
export function createPlainNotice({ render, guide }: PlainNoticeNeeds): (locale: Locale, now: Date) => Message {
  const contacts = [...guide.contacts.values()].filter(
    ({ kind, number }) => kind === 'emergency' || number === alwaysNumbers.helpline,
  );
  return (locale, now) => render(plainNoticeView, { contacts }, locale, now);
}

/**
 * `draw`, or the numbers that always answer where it fails: a text that no language has was told at start, and whoever asks for help gets
 * something all the same.
 */
function orPlainNotice<A>(
  needs: NoticeNeeds,
  draw: (about: A, locale: Locale, now: Date) => Message,
): (about: A, locale: Locale, now: Date) => Message {
  const plainNotice = createPlainNotice(needs);
  return (about, locale, now) => {
    try {
      return draw(about, locale, now);
    } catch {
      needs.telemetry.record({ event: 'background-failed', at: 'notice', kind: 'bug' });
      return plainNotice(locale, now);
    }
  };
}

type ToOutside = Extract<NoticeReason, { reason: 'not-in-roster' | 'not-checked' | 'guest' }>;

const isOfOutside = (reason: NoticeReason): reason is ToOutside =>
  reason.reason === 'not-in-roster' || reason.reason === 'not-checked' || reason.reason === 'guest';
