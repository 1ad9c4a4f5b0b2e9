import { z } from 'zod';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { type Catalogue, findModule } from '../../../features/catalogue/catalogue.ts';
import type { Module } from '../../../features/catalogue/module.ts';
import { canDo } from '../../../features/people/permissions.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import { readOwnModules } from '../../../features/progress/own-modules.ts';
import { isStillTheirs } from '../../../features/progress/still-theirs.ts';
import type { Render } from '../../../views/render.ts';
import { shareView } from '../../../views/share.view.ts';
import { shareChooseView } from '../../../views/share-choose.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import type { ModuleReplies } from './module-replies.ts';

export type ShareActionNeeds = { render: Render; people: PersonStore; catalogue: Catalogue; zone: TimeZone };

/** A card has room for so many buttons; the latest are what one has in mind. */
const mostToChoose = 6;

/** "Del med kollegaene": a card for the team meeting. Undring posts it nowhere: the person shows it, or reads it aloud. */
export function shareActions(needs: ShareActionNeeds, replies: ModuleReplies): readonly Action[] {
  return [
    defineAction({
      verb: 'share.show',
      permission: 'module.take',
      input: z.object({ moduleId: z.string().max(200).optional().catch(undefined) }),
      handle: (context, { moduleId }) =>
        moduleId === undefined ? choose(needs, context) : showNamed(needs, replies, context, moduleId),
    }),
  ];
}

/** An id from a card may name anything. */
async function showNamed(
  needs: ShareActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  moduleId: string,
): Promise<Reply> {
  const module = findModule(needs.catalogue, moduleId);
  if (!module) return replies.list(context, 'gone');
  return (await isStillTheirs(needs.people, actingPerson(context), module))
    ? show(needs, context, module)
    : replies.list(context, 'not-for-you');
}

/** Below, so that the card that it was asked for on stays where it is. */
function show(needs: ShareActionNeeds, { actor, locale, now }: ActionContext, module: Module): Reply {
  const group = canDo(actor, 'group.lead') ? { group: 'offered' as const } : {};
  return { place: 'below', message: needs.render(shareView, { module, ...group }, locale, now) };
}

async function choose(needs: ShareActionNeeds, context: ActionContext): Promise<Reply> {
  const { locale, now } = context;
  const person = actingPerson(context);
  const own = await readOwnModules(needs, person, localDateAt(now, needs.zone));
  const done = own.flatMap((one) => (one.standing === 'done' ? [one] : []));
  const [only, ...more] = done;
  if (only && more.length === 0) return show(needs, context, only.module);
  const latest = done.toSorted((a, b) => b.completedAt.getTime() - a.completedAt.getTime()).slice(0, mostToChoose);
  const model = { modules: latest.map(({ module }) => module) };
  return { place: 'replace', message: needs.render(shareChooseView, model, locale, now) };
}
