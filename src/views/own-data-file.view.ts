import { type CardAction, defineView, type ViewKit } from './define-view.ts';

/** What came of the question about the file. */
export type OwnDataFileModel = { outcome: 'declined' | 'expired' | 'not-uploaded' | 'off'; format?: 'pdf' | 'json' };

/** A kind word instead of the file, and the next thing to press. */
export const ownDataFileView = defineView<OwnDataFileModel>('own-data-file', ({ outcome, format = 'pdf' }, kit) => {
  const { title, text } = wordsOf[outcome](kit);
  const again = kit.button('own-data.offer', kit.t('own-data.again'), { format }, 'positive');
  const canTryAgain = outcome === 'expired' || outcome === 'not-uploaded';
  const actions: readonly CardAction[] = [
    ...(canTryAgain ? [again] : []),
    ...(outcome === 'off' ? [kit.button('own-data.all', kit.t('own-data.show-all'), { page: 0 }, 'positive')] : []),
    kit.button('own-data.show', kit.t('own-data.back')),
  ];
  return { data: { title, text, actions }, summary: title };
});

const wordsOf: Readonly<Record<OwnDataFileModel['outcome'], (kit: ViewKit) => { title: string; text: string }>> = {
  declined: (kit) => ({ title: kit.t('own-data.declined.title'), text: kit.t('own-data.declined.text') }),
  expired: (kit) => ({ title: kit.t('own-data.expired.title'), text: kit.t('own-data.expired.text') }),
  'not-uploaded': (kit) => ({
    title: kit.t('own-data.not-uploaded.title'),
    text: kit.t('own-data.not-uploaded.text'),
  }),
  off: (kit) => ({ title: kit.t('own-data.off.title'), text: kit.t('own-data.off.text') }),
};
