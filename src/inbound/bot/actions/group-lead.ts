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
import { canDo } from '../../../features/people/permissions.ts';
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
        withModule(needs, context, sessionId, async (personId, module) => {
          const result = await moveStage(needs, { sessionId, personId, stage, module });
          return replyTo(needs, context, result, (session) => showEveryone(needs, context, session, module));
        }),
    }),
    defineAction({
      verb: 'group.end',
      ...shared,
      input: sessionInput,
      handle: (context, { sessionId }) =>
        withModule(needs, context, sessionId, async (personId, _module, session) => {
          if (session.state !== 'open') return showCard(needs, context, session);
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
        withModule(needs, context, sessionId, async (personId, module) => {
          const result = await endSession(needs, { sessionId, personId }, context.now);
          return replyTo(needs, context, result, async (session) => {
            // The tick queues it again if this is lost.
            await needs.queue.send({ kind: 'attendance', sessionId }, graceMs).catch(() => undefined);
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
        withModule(needs, context, sessionId, async (personId, module) => {
          const result = await cancelSession(needs, { sessionId, personId }, context.now);
          return replyTo(needs, context, result, (session) => showEveryone(needs, context, session, module));
        }),
    }),
    defineAction({
      verb: 'group.take-over',
      ...shared,
      input: sessionInput,
      handle: (context, { sessionId }) =>
        withModule(needs, context, sessionId, async (personId) => {
          if (!canDo(context.actor, 'group.lead')) return notLeading(needs, context, sessionId);
          const result = await takeOver(needs, { sessionId, personId });
          return replyTo(needs, context, result, async () =>
            answerOne(needs, context, { answer: 'taken-over', sessionId }),
          );
        }),
    }),
  ];
}

type Run = (personId: string, module: Module, session: GroupSession) => Promise<Reply>;

/** The session and its module; who is nobody we know leads nothing. */
async function withModule(needs: GroupLeadNeeds, context: ActionContext, sessionId: string, run: Run): Promise<Reply> {
  const { actor } = context;
  if (actor.kind !== 'person') return notLeading(needs, context, sessionId);
  const session = (await needs.groups.getSession(sessionId))?.value;
  const module = session?.chat && findModule(needs.catalogue, session.moduleId);
  return module ? run(actor.person.personId, module, session) : answerOne(needs, context, { answer: 'gone' });
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
  if (result.outcome === 'ended') return showCard(needs, context, session);
  return notLeading(needs, context, session.sessionId);
}

/** Who may lead is offered to take over: the one who began may have had to go. */
function notLeading(needs: GroupLeadNeeds, context: ActionContext, sessionId: string): Reply {
  const answer = canDo(context.actor, 'group.lead') ? 'may-take-over' : 'not-leading';
  return answerOne(needs, context, { answer, sessionId });
}
