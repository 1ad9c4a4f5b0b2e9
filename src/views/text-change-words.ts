import type { Locale } from '../core/locale.ts';
import type { TextPlace } from '../features/content/module-editor.ts';
import type { ViewKit } from './define-view.ts';
import { placeWords } from './sheet/text-place-words.ts';

/** One text before and after. */
export type TextChange = { place: TextPlace; locale: Locale; before: string; after: string };

export const textChangeRow = ({ place, locale, before, after }: TextChange, kit: ViewKit) => ({
  where: `${placeWords(place, kit)} · ${languageWords(locale, kit)}`,
  ...{ beforeLabel: kit.t('content.texts.before'), before },
  ...{ afterLabel: kit.t('content.texts.after'), after },
});

export function languageWords(locale: Locale, kit: ViewKit): string {
  switch (locale) {
    case 'nb':
      return kit.t('content.language.nb');
    case 'nn':
      return kit.t('content.language.nn');
    case 'en':
      return kit.t('content.language.en');
  }
}
