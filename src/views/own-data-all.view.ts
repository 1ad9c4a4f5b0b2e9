import type { OwnData } from '../features/use-cases/read-own-data.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { type Lines, lines } from './module-words.ts';
import { type Page, pageOf } from './paging.ts';
import { type DataAround, type DataSection, ownDataSections } from './print/own-data-sections.ts';
import { printKit } from './print/print-model.ts';

/** `page` counts from 0. */
export type OwnDataAllModel = { data: OwnData; around: DataAround; page: number };

/** Lines on one card: a card has a size limit, and nobody reads more than this at once. */
const linesPerPage = 25;

/**
 * Every line of the file, read in the chat: also where files are off, and by who cannot open one. The dates have their year, as in the file:
 * some are of another year, and the same line is to say the same in both.
 */
export const ownDataAllView = defineView<OwnDataAllModel>('own-data-all', ({ data, around, page }, kit) => {
  const told = ownDataSections(data, around, printKit(kit)).flatMap(toldLines);
  const { shown, at, pages } = pageOf(told, page, linesPerPage);
  const title = kit.t('own-data.all.title');
  return {
    data: {
      title,
      intro: kit.t('own-data.all.intro'),
      sections: sectionsOf(shown, kit),
      pages: lines(pages > 1 ? kit.t('own-data.all.page', { page: at + 1, pages }) : undefined),
      actions: [...turns({ at, pages }, kit), kit.button('own-data.show', kit.t('own-data.back'))],
    },
    summary: title,
  };
});

type ToldLine = { heading: string; line: string };

const toldLines = ({ heading, lines: told }: DataSection): readonly ToldLine[] =>
  told.map((line) => ({ heading, line }));

/** A section that goes on from the page before has its heading again. The whole line is made harmless: any of them may hold a name. */
function sectionsOf(shown: readonly ToldLine[], kit: ViewKit): readonly { heading: string; rows: Lines }[] {
  const headings = [...new Set(shown.map(({ heading }) => heading))];
  return headings.map((heading) => ({
    heading,
    rows: lines(...shown.filter((told) => told.heading === heading).map(({ line }) => kit.plain(line))),
  }));
}

function turns({ at, pages }: Pick<Page<unknown>, 'at' | 'pages'>, kit: ViewKit): readonly CardAction[] {
  return [
    ...(at + 1 < pages ? [kit.button('own-data.all', kit.t('own-data.all.next'), { page: at + 1 })] : []),
    ...(at > 0 ? [kit.button('own-data.all', kit.t('own-data.all.previous'), { page: at - 1 })] : []),
  ];
}
