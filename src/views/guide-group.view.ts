import type { LocalDate } from '../core/local-date.ts';
import type { GuideContent } from '../features/guide/guide.ts';
import { defineView } from './define-view.ts';
import { contactRows } from './guide-contacts.ts';

/** All that the guide says where others read along: the two emergency numbers, and where to write instead. */
export const guideGroupView = defineView<{ guide: GuideContent; today: LocalDate }>('guide-group', (model, kit) => {
  const { guide, today } = model;
  const contactIds = [...guide.contacts.values()]
    .filter(({ number }) => number === '112' || number === '113')
    .map(({ contactId }) => contactId);
  return {
    data: {
      title: kit.t('guide.group.title'),
      numbers: contactRows({ guide, today, openness: new Map() }, contactIds, kit),
      text: kit.t('guide.group.text'),
    },
    summary: kit.t('guide.summary'),
  };
});
