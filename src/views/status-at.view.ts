import type { LocalDate } from '../core/local-date.ts';
import type { PastFigures, PublishedRow } from '../features/rollups/publish-past-day.ts';
import type { StatusAt } from '../features/rollups/read-status-at.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { good } from './notice-box.ts';
import { pageOf } from './paging.ts';
import { printKit } from './print/print-model.ts';
import { progressBar } from './progress-bar.ts';

/** `page` counts from 0. `asked`: Teams' question about the file stands below. */
export type StatusAtModel = { status: StatusAt; page: number; files: 'offered' | 'off'; notice?: 'asked' };

/** Lines on one card: nobody reads more than this at once. */
const rowsPerPage = 25;

/** How it stood on a past day, as sums. */
export const statusAtView = defineView<StatusAtModel>('status-at', (model, kit) => {
  const { on, rows, fewUnits, units } = model.status;
  const [whole, ...places] = rows;
  const { shown, at: page, pages } = pageOf(places, model.page, rowsPerPage);
  const figures = whole && whole.figures.people > 0 ? whole.figures : undefined;
  // It is kept and passed on: the year belongs to it.
  const title = kit.t('status-at.title', { date: printKit(kit).date(on) });
  return {
    data: {
      title,
      notices: model.notice ? [good(kit.t('status-at.asked'))] : [],
      headline: headlineOf(figures, kit),
      rest: lines(figures ? kit.t('status-at.rest', { late: figures.late, open: figures.open }) : undefined),
      bars: figures ? progressBar(figures.done, figures.people, 'Good') : [],
      rows: shown.map((row) => rowOf(row, kit)),
      pages: lines(pages > 1 ? kit.t('status-at.page', { page: page + 1, pages }) : undefined),
      small: lines(
        units === 'first-of-month-only' ? kit.t('status-at.month-only') : undefined,
        fewUnits > 0 ? kit.t('status-at.few-units', { count: fewUnits }) : undefined,
        kit.t('status-at.in-fives'),
        kit.t('status-at.known'),
      ),
      actions: [
        ...(page + 1 < pages
          ? [kit.button('status-at.show', kit.t('status-at.button.next'), { on, page: page + 1 })]
          : []),
        ...(page > 0 ? [kit.button('status-at.show', kit.t('status-at.button.previous'), { on, page: page - 1 })] : []),
        ...(units === 'told' ? [] : [kit.button('status-at.show', kit.t('status-at.button.month'), monthOf(on))]),
        ...(model.files === 'offered' && figures ? fileButtons(on, kit) : []),
      ],
    },
    summary: title,
  };
});

function headlineOf(figures: PastFigures | undefined, kit: ViewKit): string {
  if (!figures) return kit.t('status-at.too-few');
  return kit.t('status-at.headline', { done: figures.done, people: figures.people });
}

function rowOf(row: PublishedRow, kit: ViewKit) {
  const { level } = row;
  const place = kit.plain(row.name);
  const weight = level === 'area' ? 'Bolder' : 'Default';
  const name = level === 'own-staff' ? kit.t('status-at.own-staff', { area: place }) : place;
  const { done, people, late, open } = row.figures;
  return { name, weight, text: kit.t('status-at.row', { done, people, late, open }) };
}

const monthOf = (on: LocalDate) => ({ on: `${on.slice(0, 8)}01` });

const fileButtons = (on: LocalDate, kit: ViewKit): readonly CardAction[] => [
  kit.button('status-at.offer', kit.t('status-at.button.xlsx'), { on, format: 'xlsx' }),
  kit.button('status-at.offer', kit.t('status-at.button.pdf'), { on, format: 'pdf' }),
  kit.button('status-at.offer', kit.t('status-at.button.csv'), { on, format: 'csv' }),
];
