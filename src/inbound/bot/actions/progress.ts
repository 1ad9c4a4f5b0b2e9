import { z } from 'zod';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { type Catalogue, findModule } from '../../../features/catalogue/catalogue.ts';
import { profileRow } from '../../../features/people/person-rows.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import type { OwnModule } from '../../../features/progress/own-modules.ts';
import { readOwnProgress } from '../../../features/progress/own-progress.ts';
import type { DueStore } from '../../../features/reminders/due-store.ts';
import { withdrawCompletion } from '../../../features/use-cases/withdraw-completion.ts';
import { type ProgressNotice, progressView } from '../../../views/progress.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';

export type ProgressActionNeeds = {
  render: Render;
  people: PersonStore;
  due: DueStore;
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
      handle: (context) => show(needs, context),
    }),
    defineAction({
      verb: 'progress.dispute',
      permission: 'progress.see-own',
      input: z.object({ moduleId: z.string().max(200) }),
      async handle(context, { moduleId }) {
        const { personId } = actingPerson(context);
        // An id from a card: of no module of ours there is nothing to withdraw.
        if (!findModule(needs.catalogue, moduleId)) return show(needs, context);
        const { outcome } = await withdrawCompletion(needs, personId, moduleId, context.now);
        return show(needs, context, outcome === 'withdrawn' ? 'withdrawn' : undefined);
      },
    }),
  ];
}

async function show(needs: ProgressActionNeeds, context: ActionContext, notice?: ProgressNotice): Promise<Reply> {
  const own = await readOwnProgress(needs, actingPerson(context), localDateAt(context.now, needs.zone));
  const model = { ...own, names: await readNames(needs.people, own.own), notice, diplomas: needs.diplomaOffer };
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
