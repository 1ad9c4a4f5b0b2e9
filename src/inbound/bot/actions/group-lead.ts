import { z } from 'zod';
import { findModule } from '../../../features/catalogue/catalogue.ts';
import type { Module } from '../../../features/catalogue/module.ts';
import { type GroupSession, graceMs } from '../../../features/groups/group-session.ts';
import { countAttendees } from '../../../features/groups/group-store.ts';
import {
  cancelSession,
  endSession,
  type LeadResult,
  moveStage,
  takeOver,
} from '../../../features/groups/lead-session.ts';
import { canDo, mayBeAnybody } from '../../../features/people/permissions.ts';
import type { WorkQueue } from '../../../features/reminders/work-queue.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { sessionIdInput } from './group.ts';
import { answerOne, type GroupReplyNeeds, showCard, showEveryone } from './group-replies.ts';

export type GroupLeadNeeds = GroupReplyNeeds & { queue: Pick<WorkQueue, 'send'> };

const sessionInput = z.object({ sessionId: sessionIdInput });

/**
 * Moving a meeting on and ending it. The buttons stand on the card that everybody sees, so everybody may press them: who does not
 * lead gets a kind answer, and only the presses of the one who does change anything.
 */
export function groupLeadActions(needs: GroupLeadNeeds): readonly Action[] {
  const shared = { permission: 'group.join', worksInGroups: true } as const;
  return [
    defineAction({
      verb: 'group.stage',
      ...shared,
      input: z.object({ sessionId: sessionIdInput, stage: z.number().int().min(0).max(100) }),
      handle: (context, { sessionId, stage }) =>
        withSession(needs, context, sessionId, async (personId, { module }) => {
          if (!module) return answerOne(needs, context, { answer: 'gone' });
          const result = await moveStage(needs, { sessionId, personId, stage, module });
          return replyTo(needs, context, result, (session) => showEveryone(needs, context, session, module));
        }),
    }),
    defineAction({
      verb: 'group.end',
      ...shared,
      input: sessionInput,
      handle: (context, { sessionId }) =>
        withSession(needs, context, sessionId, async (personId, { session }) => {
          if (session.state !== 'open') return showEnded(needs, context, session);
          if (session.ledBy !== personId) return notLeading(needs, context, sessionId);
          const count = await countAttendees(needs.groups, sessionId);
          return answerOne(needs, context, { answer: 'sure-to-end', sessionId, count });
        }),
    }),
    defineAction({
      verb: 'group.close',
      ...shared,
      input: sessionInput,
      handle: (context, { sessionId }) =>
        withSession(needs, context, sessionId, async (personId, { module }) => {
          const result = await endSession(needs, { sessionId, personId }, context.now);
          return replyTo(needs, context, result, async (session) => {
            // The tick queues it again if this is lost.
            await needs.queue.send({ kind: 'attendance', sessionId }, graceMs).catch(() => undefined);
            if (!module) return showEnded(needs, context, session);
            const count = await countAttendees(needs.groups, sessionId);
            const shown = { state: session.state, stage: session.stage, count };
            return showEveryone(needs, context, { ...session, card: { at: context.now, shown } }, module);
          });
        }),
    }),
    defineAction({
      verb: 'group.cancel',
      ...shared,
      input: sessionInput,
      handle: (context, { sessionId }) =>
        withSession(needs, context, sessionId, async (personId, { module }) => {
          const result = await cancelSession(needs, { sessionId, personId }, context.now);
          return replyTo(needs, context, result, async (session) => {
            if (module) return showEveryone(needs, context, session, module);
            await needs.announceChange(sessionId);
            return showEnded(needs, context, session);
          });
        }),
    }),
    defineAction({
      verb: 'group.take-over',
      ...shared,
      input: sessionInput,
      handle: (context, { sessionId }) =>
        withSession(needs, context, sessionId, async (personId) => {
          if (!canDo(context.actor, 'group.lead')) return notLeading(needs, context, sessionId);
          const result = await takeOver(needs, { sessionId, personId });
          return replyTo(needs, context, result, async () =>
            answerOne(needs, context, { answer: 'taken-over', sessionId }),
          );
        }),
    }),
  ];
}

/** `module`: absent when it has been taken away during the meeting, which has to be ended all the same. */
type Meeting = { session: GroupSession; module: Module | undefined };
type Run = (personId: string, meeting: Meeting) => Promise<Reply>;

/** Who is nobody we know leads nothing; who could not be read just now may be the one who does. */
async function withSession(needs: GroupLeadNeeds, context: ActionContext, sessionId: string, run: Run): Promise<Reply> {
  const { actor } = context;
  if (mayBeAnybody(actor)) return answerOne(needs, context, { answer: 'not-checked', sessionId });
  if (actor.kind !== 'person') return notLeading(needs, context, sessionId);
  const session = (await needs.groups.getSession(sessionId))?.value;
  if (!session?.chat) return answerOne(needs, context, { answer: 'gone' });
  return run(actor.person.personId, { session, module: findModule(needs.catalogue, session.moduleId) });
}

/** The shared card says how it ended; of a module that has been taken away there is none to show. */
async function showEnded(needs: GroupLeadNeeds, context: ActionContext, session: GroupSession): Promise<Reply> {
  if (findModule(needs.catalogue, session.moduleId)) return showCard(needs, context, session);
  return answerOne(needs, context, { answer: session.state === 'cancelled' ? 'called-off' : 'ended' });
}

async function replyTo(
  needs: GroupLeadNeeds,
  context: ActionContext,
  result: LeadResult,
  done: (session: GroupSession) => Promise<Reply>,
): Promise<Reply> {
  if (result.outcome === 'gone') return answerOne(needs, context, { answer: 'gone' });
  const { session } = result;
  if (result.outcome === 'done') return done(session);
  if (result.outcome === 'ended') return showEnded(needs, context, session);
  return notLeading(needs, context, session.sessionId);
}

/** Who may lead is offered to take over: the one who began may have had to go. */
function notLeading(needs: GroupLeadNeeds, context: ActionContext, sessionId: string): Reply {
  const answer = canDo(context.actor, 'group.lead') ? 'may-take-over' : 'not-leading';
  return answerOne(needs, context, { answer, sessionId });
}
