import type { LocalDate } from '../core/local-date.ts';
import type { OwnData } from '../features/use-cases/read-own-data.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { ownDataCardRows } from './own-data-card-rows.ts';

/** `files`: whether the municipality lets files be put in OneDrive. `asked`: Teams has been made to ask about the file. */
export type OwnDataModel = {
  data: OwnData;
  files: 'offered' | 'off';
  notice?: 'asked';
  /** The person does not work here any more. Without a day, the municipality has not set one. */
  left?: { goesOn?: LocalDate };
};

/** What is stored about the one who asks: each kind with how much of it there is. "Vis alt" and the file have every row. */
export const ownDataView = defineView<OwnDataModel>('own-data', ({ data, files, notice, left }, kit) => ({
  data: {
    title: kit.t('own-data.title'),
    notices: notice === 'asked' ? [{ heading: kit.t('own-data.asked.title'), text: kit.t('own-data.asked.text') }] : [],
    intro: lines(
      left && leftWords(left, kit),
      kit.t('own-data.intro'),
      kit.t('own-data.intro-all'),
      files === 'offered' ? kit.t('own-data.intro-files') : undefined,
    ),
    rows: ownDataCardRows(data, kit),
    end: kit.t('own-data.nothing-else'),
    actions: [
      kit.button('own-data.all', kit.t('own-data.show-all'), { page: 0 }, 'positive'),
      ...(files === 'offered' && notice !== 'asked' ? fileButtons(kit) : []),
      ...(left ? [] : [kit.button('digest.what-leader-sees', kit.t('common.what-leader-sees'))]),
      kit.button('own-data.erase', kit.t('own-data.delete')),
      ...(left && data.request ? [kit.button('join.withdraw', kit.t('own-data.request-withdraw'))] : []),
      kit.button('welcome.show', kit.t('common.home')),
    ],
  },
  summary: kit.t('own-data.title'),
}));

const leftWords = ({ goesOn }: { goesOn?: LocalDate }, kit: ViewKit): string =>
  goesOn ? kit.t('own-data.left', { date: kit.date(goesOn) }) : kit.t('own-data.left-not-set');

const fileButtons = (kit: ViewKit): readonly CardAction[] => [
  kit.button('own-data.offer', kit.t('own-data.get-pdf'), { format: 'pdf' }),
  kit.button('own-data.offer', kit.t('own-data.get-json'), { format: 'json' }),
];
