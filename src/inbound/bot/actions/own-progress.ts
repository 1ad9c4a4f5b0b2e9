import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { Catalogue } from '../../../features/catalogue/catalogue.ts';
import { arrangementsFor } from '../../../features/digests/leader-arrangement.ts';
import { profileRow } from '../../../features/people/person-rows.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import type { OwnModule } from '../../../features/progress/own-modules.ts';
import { readOwnProgress } from '../../../features/progress/own-progress.ts';
import { type ProgressNotice, progressView } from '../../../views/progress.view.ts';
import type { Render } from '../../../views/render.ts';
import type { ActionContext, Reply } from '../action.ts';
import { learningPerson } from './acting-person.ts';

export type OwnProgressNeeds = {
  render: Render;
  people: PersonStore;
  catalogue: Catalogue;
  zone: TimeZone;
  diplomaOffer?: 'offered';
};

/** The card of own progress, whatever led to it. */
export async function showOwnProgress(
  needs: OwnProgressNeeds,
  context: ActionContext,
  notice?: ProgressNotice,
): Promise<Reply> {
  const person = learningPerson(context);
  const own = await readOwnProgress(needs, person, localDateAt(context.now, needs.zone));
  const arrangements = arrangementsFor(needs.catalogue, person, own.own);
  const model = {
    ...own,
    arrangements,
    names: await readNames(needs.people, own.own),
    notice,
    diplomas: needs.diplomaOffer,
  };
  return { place: 'replace', message: needs.render(progressView, model, context.locale, context.now) };
}

/** What those are called who registered something: few, and mostly the same one. */
async function readNames(people: PersonStore, own: readonly OwnModule[]): Promise<ReadonlyMap<string, string>> {
  const ids = own.flatMap((item) => (item.standing === 'done' && item.tickedBy ? [item.tickedBy] : []));
  const names = new Map<string, string>();
  for (const personId of new Set(ids)) {
    const profile = await people.get(personId, profileRow);
    if (profile) names.set(personId, profile.value.displayName);
  }
  return names;
}
