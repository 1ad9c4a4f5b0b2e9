import { defineView, type ViewKit } from './define-view.ts';

/**
 * Why somebody gets a kind card instead of what they asked for. `referenceCode` is what the person tells and the log holds;
 * nothing else about the error is shown.
 */
export type NoticeModel =
  | { reason: 'storage-unavailable'; referenceCode?: string }
  | { reason: 'failed'; referenceCode: string }
  | { reason: 'old-card' | 'invalid-input' | 'not-permitted' }
  /** `reads`: there is something that everybody may read. */
  | { reason: 'not-checked' | 'guest'; reads?: true }
  /** `asks`: surely no guest, and may ask to be added. */
  | { reason: 'not-in-roster'; reads?: true; asks?: true };

/** One card for everything that could not be done. It always has a way on, and the guide is always one press away. */
export const noticeView = defineView<NoticeModel>('notice', (model, kit) => {
  const { title, text } = wordsByReason[model.reason](kit);
  const code = 'referenceCode' in model ? model.referenceCode : undefined;
  return {
    data: {
      title,
      text,
      isOurFault: ourFaults.includes(model.reason),
      danger: kit.t('notice.danger'),
      numbers: kit.t('notice.numbers'),
      hasReference: code !== undefined,
      reference: code === undefined ? '' : kit.t('notice.reference', { code }),
      actions: [
        kit.button('guide.start', kit.t('common.worried')),
        ...('reads' in model && model.reads ? [kit.button('general.list', kit.t('general.title'))] : []),
        ...('asks' in model && model.asks ? [kit.button('join.request', kit.t('join.request'))] : []),
        kit.button('welcome.show', kit.t('common.home')),
        kit.button('help.show', kit.t('common.help')),
      ],
    },
    summary: title,
  };
});

/** What we, or Teams, could not do: nothing that the person has done. */
const ourFaults: readonly NoticeModel['reason'][] = ['storage-unavailable', 'not-checked', 'failed'];

type Words = { title: string; text: string };

const wordsByReason: Readonly<Record<NoticeModel['reason'], (kit: ViewKit) => Words>> = {
  'storage-unavailable': (kit) => ({
    title: kit.t('notice.storage-unavailable.title'),
    text: kit.t('notice.storage-unavailable.text'),
  }),
  failed: (kit) => ({ title: kit.t('notice.failed.title'), text: kit.t('notice.failed.text') }),
  'old-card': (kit) => ({ title: kit.t('notice.old-card.title'), text: kit.t('notice.old-card.text') }),
  'invalid-input': (kit) => ({ title: kit.t('notice.invalid-input.title'), text: kit.t('notice.invalid-input.text') }),
  'not-permitted': (kit) => ({ title: kit.t('notice.not-permitted.title'), text: kit.t('notice.not-permitted.text') }),
  'not-in-roster': (kit) => ({ title: kit.t('notice.not-in-roster.title'), text: kit.t('notice.not-in-roster.text') }),
  'not-checked': (kit) => ({ title: kit.t('notice.not-checked.title'), text: kit.t('notice.not-checked.text') }),
  guest: (kit) => ({ title: kit.t('notice.guest.title'), text: kit.t('notice.guest.text') }),
};
