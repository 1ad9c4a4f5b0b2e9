import { z } from 'zod';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { Catalogue } from '../../../features/catalogue/catalogue.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import { readOwnProgress } from '../../../features/progress/own-progress.ts';
import { progressView } from '../../../views/progress.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, defineAction } from '../action.ts';
import { actingPerson } from './acting-person.ts';

export type ProgressActionNeeds = {
  render: Render;
  people: PersonStore;
  catalogue: Catalogue;
  zone: TimeZone;
  diplomaOffer?: 'offered';
};

/** Own progress, for oneself. */
export function progressActions(needs: ProgressActionNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'progress.show',
      permission: 'progress.see-own',
      input: z.object({}),
      async handle(context) {
        const own = await readOwnProgress(needs, actingPerson(context), localDateAt(context.now, needs.zone));
        const model = { ...own, diplomas: needs.diplomaOffer };
        return { place: 'replace', message: needs.render(progressView, model, context.locale, context.now) };
      },
    }),
  ];
}
