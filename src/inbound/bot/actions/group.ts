import { z } from 'zod';
import { newId } from '../../../core/ids.ts';
import type { TimeZone } from '../../../core/local-date.ts';
import { findModule } from '../../../features/catalogue/catalogue.ts';
import { isMadeForThem, readAttendanceMeans } from '../../../features/groups/attendance-means.ts';
import { joinSession, leaveSession } from '../../../features/groups/join-session.ts';
import { modulesToRun } from '../../../features/groups/modules-to-run.ts';
import { startSession } from '../../../features/groups/start-session.ts';
import { canDo, mayBeAnybody } from '../../../features/people/permissions.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import type { UnitStore } from '../../../features/people/unit-store.ts';
import { groupChooseView } from '../../../views/group-choose.view.ts';
import { groupPlanView } from '../../../views/group-plan.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { readConversation } from '../remember-conversation.ts';
import { actingPerson } from './acting-person.ts';
import { answerOne, answerUnknown, type GroupReplyNeeds, showCard, showEveryone, showView } from './group-replies.ts';
import { isShared } from './guide.ts';

/** As `newId` makes them; anything else names nothing. */
export const sessionIdInput = z.string().regex(/^[a-z2-7]{20}$/);
const moduleIdInput = z.string().max(200).optional().catch(undefined);

export type GroupNeeds = GroupReplyNeeds & { people: PersonStore; units: UnitStore; zone: TimeZone };

/** Beginning a meeting, being there, and leaving it. */
export function groupActions(needs: GroupNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'group.open',
      // Whoever may not lead is told who does, in place of a refusal that others read.
      permission: 'group.join',
      worksInGroups: true,
      input: z.object({ moduleId: moduleIdInput }),
      handle: (context, { moduleId }) => open(needs, context, moduleId),
    }),
    defineAction({
      verb: 'group.start',
      permission: 'group.join',
      worksInGroups: true,
      input: z.object({ moduleId: moduleIdInput, sessionId: sessionIdInput }),
      handle: (context, input) => start(needs, context, input),
    }),
    defineAction({
      verb: 'group.show',
      permission: 'group.join',
      worksInGroups: true,
      input: z.object({ sessionId: sessionIdInput }),
      handle: (context, { sessionId }) => show(needs, context, sessionId),
    }),
    defineAction({
      verb: 'group.join',
      permission: 'group.join',
      worksInGroups: true,
      input: z.object({ sessionId: sessionIdInput }),
      handle: (context, { sessionId }) => join(needs, context, sessionId),
    }),
    defineAction({
      verb: 'group.leave',
      permission: 'group.join',
      worksInGroups: true,
      input: z.object({ sessionId: sessionIdInput }),
      handle: (context, { sessionId }) => leave(needs, context, sessionId),
    }),
  ];
}

async function open(needs: GroupNeeds, context: ActionContext, moduleId: string | undefined): Promise<Reply> {
  if (!canDo(context.actor, 'group.lead')) return notForYou(needs, context);
  const leader = actingPerson(context);
  const modules = await modulesToRun(needs, leader);
  const module = moduleId === undefined ? undefined : findModule(needs.catalogue, moduleId);
  if (module && !modules.includes(module)) return answerOne(needs, context, { answer: 'not-yours' });
  const chosen = module && { chosenId: module.moduleId };
  if (isShared(context)) {
    return showView(needs, context, groupChooseView, { place: 'shared', modules, ...chosen, sessionId: newId() });
  }
  if (!module) return showView(needs, context, groupChooseView, { place: 'private', modules });
  return showView(needs, context, groupPlanView, { module, ticks: leader.leads.length > 0 ? 'own-units' : 'nobody' });
}

/** Who leads, or that we could not look whether this person does: others may read it. */
const notForYou = (needs: GroupNeeds, context: ActionContext): Reply =>
  answerOne(needs, context, { answer: mayBeAnybody(context.actor) ? 'not-checked' : 'only-leaders' });

async function start(
  needs: GroupNeeds,
  context: ActionContext,
  { moduleId, sessionId }: { moduleId?: string; sessionId: string },
): Promise<Reply> {
  const { turn, locale, now } = context;
  const module = moduleId === undefined ? undefined : findModule(needs.catalogue, moduleId);
  if (!isShared(context) || !module) return open(needs, context, moduleId);
  if (!canDo(context.actor, 'group.lead')) return notForYou(needs, context);
  const leader = actingPerson(context);
  if (!(await modulesToRun(needs, leader)).includes(module)) return answerOne(needs, context, { answer: 'not-yours' });
  const conversation = readConversation(turn);
  if (!conversation || !turn.replyToId) return answerOne(needs, context, { answer: 'gone' });
  const chat = { conversation, activityId: turn.replyToId, locale };
  const result = await startSession(needs, { sessionId, module, startedBy: leader.personId, chat }, now);
  if (result.outcome === 'not-yours') return show(needs, context, sessionId);
  return showEveryone(needs, context, result.session, findModule(needs.catalogue, result.session.moduleId) ?? module);
}

async function show(needs: GroupReplyNeeds, context: ActionContext, sessionId: string): Promise<Reply> {
  const session = (await needs.groups.getSession(sessionId))?.value;
  return session?.chat ? showCard(needs, context, session) : answerOne(needs, context, { answer: 'gone' });
}

async function join(needs: GroupNeeds, context: ActionContext, sessionId: string): Promise<Reply> {
  const { actor, now } = context;
  if (actor.kind !== 'person') return answerUnknown(needs, context, actor, sessionId);
  const { personId } = actor.person;
  const result = await joinSession(needs, sessionId, personId, now);
  if (result.outcome === 'joined' || result.outcome === 'already-with') {
    // Also at a second press: the first may have been stored and not announced.
    await needs.announceChange(sessionId);
    const means = isSeenByAll(context) ? 'not-shown' : await readAttendanceMeans(needs, personId, result.module, now);
    return answerOne(needs, context, { answer: result.outcome, sessionId, means });
  }
  if (result.outcome !== 'was-with') return answerOne(needs, context, { answer: result.outcome });
  const isRegistered = isSeenByAll(context) ? 'not-shown' : await isMadeForThem(needs, personId, result.module);
  return answerOne(needs, context, { answer: 'was-with', isRegistered });
}

/** An older client's press, Action.Submit, is answered by a message to the whole chat. */
const isSeenByAll = (context: ActionContext): boolean =>
  isShared(context) && context.turn.kind === 'action' && context.turn.door === 'submit';

async function leave(needs: GroupNeeds, context: ActionContext, sessionId: string): Promise<Reply> {
  const { actor } = context;
  if (actor.kind !== 'person') return join(needs, context, sessionId);
  const result = await leaveSession(needs, sessionId, actor.person.personId);
  if (result.outcome !== 'left') return show(needs, context, sessionId);
  await needs.announceChange(sessionId);
  return answerOne(needs, context, { answer: 'left', sessionId });
}
