import { z } from 'zod';
import type { Telemetry } from '../../../core/events.ts';
import { isSafeKey } from '../../../core/ids.ts';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { type Catalogue, findModule } from '../../../features/catalogue/catalogue.ts';
import { findChoice } from '../../../features/catalogue/prior-learning.ts';
import type { PendingPrior } from '../../../features/digests/unit-status.ts';
import type { AuditStore } from '../../../features/people/audit-store.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import type { UnitStore } from '../../../features/people/unit-store.ts';
import type { PriorVerdict } from '../../../features/progress/decide-prior.ts';
import { answerPrior } from '../../../features/use-cases/answer-prior.ts';
import { findStaff } from '../../../features/use-cases/find-staff.ts';
import { listPendingPriors } from '../../../features/use-cases/list-pending-priors.ts';
import { priorDeclineView } from '../../../views/prior-decline.view.ts';
import { type PriorPendingNotice, priorPendingView } from '../../../views/prior-pending.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { keepRefusal } from '../keep-refusal.ts';
import { actingPerson } from './acting-person.ts';

export type PriorLeaderNeeds = {
  render: Render;
  people: PersonStore;
  units: UnitStore;
  audit: AuditStore;
  catalogue: Catalogue;
  zone: TimeZone;
  telemetry: Telemetry;
};

/** What stood on the leader's card. Whether it is the leader's to answer is asked again. */
const target = z.object({
  personId: z.string().refine(isSafeKey),
  moduleId: z.string().max(200),
  askedAt: z.coerce.date(),
});
type Target = z.infer<typeof target>;

/** Saying yes or no to what the own staff say that they have learnt before. */
export function priorLeaderActions(needs: PriorLeaderNeeds): readonly Action[] {
  const permission = 'unit-status.see';
  return [
    defineAction({
      verb: 'prior.pending',
      permission,
      input: z.object({}),
      handle: (context) => showPending(needs, context),
    }),
    defineAction({
      verb: 'prior.confirm',
      permission,
      input: target,
      handle: (context, input) => decide(needs, context, input, { ...verdictOf(context, input), verdict: 'confirm' }),
    }),
    defineAction({
      verb: 'prior.decline',
      permission,
      input: target.extend({ reason: z.string().max(200).optional().catch(undefined) }),
      handle: (context, { reason, ...input }) => decline(needs, context, input, reason),
    }),
  ];
}

const verdictOf = (context: ActionContext, { askedAt }: Target) => ({
  leaderId: actingPerson(context).personId,
  askedAt,
});

/** Without a reason of the pack it is asked for first. */
async function decline(
  needs: PriorLeaderNeeds,
  context: ActionContext,
  input: Target,
  reason: string | undefined,
): Promise<Reply> {
  const reasons = needs.catalogue.priorLearning?.reasons ?? [];
  const chosen = findChoice(reasons, reason ?? '');
  if (chosen) {
    return decide(needs, context, input, { ...verdictOf(context, input), verdict: 'decline', reason: chosen.choiceId });
  }
  const item = (await listPending(needs, context)).find((pending) => isSame(pending, input));
  if (!item) await keepIfForeign(needs, context, input);
  if (!item || reasons.length === 0) return showPending(needs, context, { outcome: 'not-yours' });
  const message = needs.render(priorDeclineView, { item, reasons }, context.locale, context.now);
  return { place: 'replace', message };
}

/** What one of the own staff has withdrawn, or was answered already, is nobody else's. */
async function keepIfForeign(needs: PriorLeaderNeeds, context: ActionContext, { personId }: Target): Promise<void> {
  const leader = actingPerson(context);
  if (await findStaff(needs, leader, personId, localDateAt(context.now, needs.zone))) return;
  await keepRefusal(needs, { verb: 'prior.decline', personId: leader.personId }, context.now);
}

async function decide(
  needs: PriorLeaderNeeds,
  context: ActionContext,
  { personId, moduleId }: Target,
  verdict: PriorVerdict,
): Promise<Reply> {
  const leader = actingPerson(context);
  const module = findModule(needs.catalogue, moduleId);
  if (!module) return showPending(needs, context, { outcome: 'not-yours' });
  const result = await answerPrior(needs, leader, personId, module, verdict, context.now);
  if (result.outcome === 'not-yours') {
    const verb = verdict.verdict === 'confirm' ? 'prior.confirm' : 'prior.decline';
    await keepRefusal(needs, { verb, personId: leader.personId }, context.now);
    return showPending(needs, context, result);
  }
  if (result.outcome === 'confirmed') needs.telemetry.record({ event: 'module-completed', moduleId, personId });
  const { person, ...told } = result;
  return showPending(needs, context, { ...told, name: person.displayName, module: module.title });
}

async function showPending(
  needs: PriorLeaderNeeds,
  context: ActionContext,
  notice?: PriorPendingNotice,
): Promise<Reply> {
  const pending = await listPending(needs, context);
  return {
    place: 'replace',
    message: needs.render(priorPendingView, { pending, notice }, context.locale, context.now),
  };
}

const listPending = (needs: PriorLeaderNeeds, context: ActionContext): Promise<readonly PendingPrior[]> =>
  listPendingPriors(needs, actingPerson(context), localDateAt(context.now, needs.zone));

const isSame = ({ person, prior }: PendingPrior, { personId, moduleId, askedAt }: Target): boolean =>
  person.personId === personId && prior.moduleId === moduleId && prior.askedAt.getTime() === askedAt.getTime();
