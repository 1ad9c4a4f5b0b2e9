import type { SheetProblem, SheetTold } from '../features/content/sheet.ts';
import type { ViewKit } from './define-view.ts';
import { placeWords } from './sheet/text-place-words.ts';
import { languageWords } from './text-change-words.ts';
import { textProblemWords } from './text-problem-words.ts';

/** The cell, what is wrong there, and what to do about it. */
export const sheetProblemRow = ({ at, told }: SheetProblem, kit: ViewKit) => ({
  cell: at === undefined ? '' : kit.t('content.sheet.cell', { cell: at }),
  text: problemWords(told, kit),
});

function problemWords(told: SheetTold, kit: ViewKit): string {
  switch (told.code) {
    case 'not-excel':
      return kit.t('content.problem.not-excel');
    case 'old-excel':
      return kit.t('content.problem.old-excel');
    case 'locked':
      return kit.t('content.problem.locked');
    case 'too-large':
      return kit.t('content.problem.too-large');
    case 'damaged':
      return kit.t('content.problem.damaged');
    case 'too-many-rows':
      return kit.t('content.problem.too-many-rows');
    case 'no-sheet':
      return kit.t('content.problem.no-sheet');
    case 'no-column':
      return kit.t('content.problem.no-column', { column: kit.plain(told.column) });
    case 'formula':
      return kit.t('content.problem.formula');
    case 'not-text':
      return kit.t('content.problem.not-text');
    case 'empty':
      return kit.t('content.problem.empty');
    case 'changed-meanwhile':
      return kit.t('content.problem.changed-meanwhile');
    case 'no-id':
      return kit.t('content.problem.no-id');
    case 'unknown-id':
      return kit.t('content.problem.unknown-id', { id: kit.plain(told.id) });
    case 'repeated-id':
      return kit.t('content.problem.repeated-id', { place: placeWords(told.place, kit) });
    case 'missing-id':
      return kit.t('content.problem.missing-id', { place: placeWords(told.place, kit) });
    case 'old-files':
      return kit.t('content.problem.old-files');
    case 'other-language': {
      const [changed, same] = [languageWords(told.changed, kit), languageWords(told.same, kit)];
      return kit.t('content.problem.other-language', { changed, same });
    }
    default:
      return textProblemWords(told, kit);
  }
}
