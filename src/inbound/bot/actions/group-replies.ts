import { type Catalogue, findModule } from '../../../features/catalogue/catalogue.ts';
import type { Module } from '../../../features/catalogue/module.ts';
import type { AnnounceChange } from '../../../features/groups/announce-change.ts';
import { groupCardModel } from '../../../features/groups/group-card-model.ts';
import type { GroupSession } from '../../../features/groups/group-session.ts';
import { countAttendees, type GroupStore } from '../../../features/groups/group-store.ts';
import { type Actor, mayBeAnybody } from '../../../features/people/permissions.ts';
import type { View } from '../../../views/define-view.ts';
import { type GroupAnswerModel, groupAnswerView } from '../../../views/group-answer.view.ts';
import { groupCardView } from '../../../views/group-card.view.ts';
import type { Render } from '../../../views/render.ts';
import type { ActionContext, Reply } from '../action.ts';

export type GroupReplyNeeds = {
  render: Render;
  catalogue: Catalogue;
  groups: GroupStore;
  announceChange: AnnounceChange;
};

/** One person's own answer in a group. */
export function answerOne(
  needs: Pick<GroupReplyNeeds, 'render'>,
  context: ActionContext,
  model: GroupAnswerModel,
): Reply {
  return showView(needs, context, groupAnswerView, model);
}

/** Who is nobody we know has no row, and a way back to the card of the meeting. */
export function answerUnknown(
  needs: Pick<GroupReplyNeeds, 'render'>,
  context: ActionContext,
  actor: Exclude<Actor, { kind: 'person' }>,
  sessionId: string,
): Reply {
  if (actor.kind === 'guest') return answerOne(needs, context, { answer: 'guest', sessionId });
  return answerOne(needs, context, { answer: mayBeAnybody(actor) ? 'try-again' : 'unknown', sessionId });
}

export function showView<M>(
  { render }: Pick<GroupReplyNeeds, 'render'>,
  { locale, now }: ActionContext,
  view: View<M>,
  model: M,
): Reply {
  return { place: 'replace', message: render(view, model, locale, now) };
}

/** The shared card as it is, for who asks. */
export async function showCard(needs: GroupReplyNeeds, context: ActionContext, session: GroupSession): Promise<Reply> {
  const module = findModule(needs.catalogue, session.moduleId);
  if (!module) return answerOne(needs, context, { answer: 'gone' });
  const count = await countAttendees(needs.groups, session.sessionId);
  const { locale, now } = context;
  return {
    place: 'replace',
    message: needs.render(groupCardView, groupCardModel(session, module, count), locale, now),
  };
}

/**
 * The shared card for everybody, at once, since somebody has pressed; in the language that the meeting was begun in. The number is the one
 * that was shown last: only jobs write a new one, at most every five seconds, and one is asked to look.
 */
export async function showEveryone(
  needs: GroupReplyNeeds,
  context: ActionContext,
  session: GroupSession,
  module: Module,
): Promise<Reply> {
  await needs.announceChange(session.sessionId);
  const model = groupCardModel(session, module, session.card?.shown?.count ?? 0);
  const locale = session.chat?.locale ?? context.locale;
  return { place: 'everyone', message: needs.render(groupCardView, model, locale, context.now) };
}
