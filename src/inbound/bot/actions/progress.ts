import { z } from 'zod';
import { findModule } from '../../../features/catalogue/catalogue.ts';
import type { DueStore } from '../../../features/reminders/due-store.ts';
import { withdrawCompletion } from '../../../features/use-cases/withdraw-completion.ts';
import { type Action, defineAction } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { type OwnProgressNeeds, showOwnProgress } from './own-progress.ts';

export type ProgressActionNeeds = OwnProgressNeeds & { due: DueStore };

/** Own progress, for oneself. */
export function progressActions(needs: ProgressActionNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'progress.show',
      permission: 'progress.see-own',
      input: z.object({}),
      handle: (context) => showOwnProgress(needs, context),
    }),
    defineAction({
      verb: 'progress.dispute',
      permission: 'progress.see-own',
      input: z.object({ moduleId: z.string().max(200) }),
      async handle(context, { moduleId }) {
        const { personId } = actingPerson(context);
        // An id from a card: of no module of ours there is nothing to withdraw.
        if (!findModule(needs.catalogue, moduleId)) return showOwnProgress(needs, context);
        const { outcome } = await withdrawCompletion(needs, personId, moduleId, context.now);
        return showOwnProgress(needs, context, outcome === 'withdrawn' ? 'withdrawn' : undefined);
      },
    }),
  ];
}
