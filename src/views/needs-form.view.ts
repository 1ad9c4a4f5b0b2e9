import type { FocusArea } from '../features/catalogue/catalogue.ts';
import { defineView } from './define-view.ts';
import { lines } from './module-words.ts';

export type NeedsFormModel = { areas: readonly FocusArea[]; hint?: 'nothing-chosen' };

/** What a leader thinks that the unit has to learn, by the areas of the municipality's survey. Choices only, and nothing is stored. */
export const needsFormView = defineView<NeedsFormModel>('needs-form', ({ areas, hint }, kit) => ({
  data: {
    title: kit.t('needs.title'),
    hints: lines(hint && kit.t('needs.nothing-chosen')),
    texts: lines(areas.length > 0 ? kit.t('needs.intro') : kit.t('needs.no-areas')),
    areas: areas.map(({ areaId, name }) => ({
      inputId: `area-${areaId}`,
      label: capital(kit.pick(name)),
      choices: [
        { title: kit.t('needs.little'), value: 'little' },
        { title: kit.t('needs.some'), value: 'some' },
        { title: kit.t('needs.much'), value: 'much' },
      ],
    })),
    actions: [
      ...(areas.length > 0 ? [kit.button('needs.answer', kit.t('needs.answer'), {}, 'positive')] : []),
      kit.exit('welcome.show', kit.t('common.home')),
    ],
  },
  summary: kit.t('needs.title'),
}));

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('nb') + text.slice(1);
