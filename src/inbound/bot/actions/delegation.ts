import { z } from 'zod';
import { isSafeKey } from '../../../core/ids.ts';
import { readLocalDate } from '../../../core/local-date.ts';
import { profileRow } from '../../../features/people/person-rows.ts';
import type { WorkQueue } from '../../../features/reminders/work-queue.ts';
import {
  type DelegateResult,
  giveUnits,
  listDeputies,
  takeUnitsBack,
} from '../../../features/use-cases/delegate-units.ts';
import { type DelegationNotice, delegationView } from '../../../views/delegation.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { keepRefusal } from '../keep-refusal.ts';
import { actingPerson } from './acting-person.ts';
import { areNamesHidden, refuse, type StaffNeeds, todayOf } from './staff-replies.ts';

/** What a press leads to for the one who is chosen comes by the queue. */
export type DelegationNeeds = StaffNeeds & { queue: Pick<WorkQueue, 'send'> };

const person = z.string().refine(isSafeKey);

/** Who follows the units of a leader who is away. */
export function delegationActions(needs: DelegationNeeds): readonly Action[] {
  const permission = 'unit-status.see';
  return [
    defineAction({
      verb: 'delegation.show',
      permission,
      input: z.object({ page: z.number().int().min(0).max(1000).catch(0) }),
      handle: (context, { page }) => show(needs, context, 'delegation.show', { page }),
    }),
    defineAction({
      verb: 'delegation.give',
      permission,
      input: z.object({
        personId: person.optional().catch(undefined),
        until: z.string().max(20).catch(''),
      }),
      async handle(context, { personId, until: date }) {
        const verb = 'delegation.give';
        const until = readLocalDate(date.trim());
        if (areNamesHidden(needs, context)) return refuse(needs, context, verb, 'no-names');
        if (personId === undefined) {
          return show(needs, context, verb, { notice: { outcome: until === undefined ? 'bad-date' : 'not-yours' } });
        }
        const { personId: leaderId } = actingPerson(context);
        return tell(needs, context, verb, await giveUnits(needs, leaderId, { personId, until }, context.now));
      },
    }),
    defineAction({
      verb: 'delegation.end',
      permission,
      input: z.object({ personId: person }),
      async handle(context, { personId }) {
        const verb = 'delegation.end';
        if (areNamesHidden(needs, context)) return refuse(needs, context, verb, 'no-names');
        const { personId: leaderId } = actingPerson(context);
        return tell(needs, context, verb, await takeUnitsBack(needs, leaderId, personId, context.now));
      },
    }),
  ];
}

async function tell(
  needs: DelegationNeeds,
  context: ActionContext,
  verb: string,
  result: DelegateResult,
): Promise<Reply> {
  if (result.outcome === 'not-yours') {
    await keepRefusal(needs, { verb, personId: actingPerson(context).personId }, context.now);
    return show(needs, context, verb, { notice: { outcome: 'not-yours' } });
  }
  if (result.outcome === 'bad-date') return show(needs, context, verb, { notice: { outcome: 'bad-date' } });
  const { person: chosen, ...told } = result;
  return show(needs, context, verb, { notice: { ...told, name: chosen.givenName } });
}

async function show(
  needs: StaffNeeds,
  context: ActionContext,
  verb: string,
  { page = 0, notice }: { page?: number; notice?: DelegationNotice },
): Promise<Reply> {
  if (areNamesHidden(needs, context)) return refuse(needs, context, verb, 'no-names');
  const { personId } = actingPerson(context);
  const today = todayOf(needs, context);
  const leader = (await needs.people.get(personId, profileRow))?.value;
  const isLeader = leader !== undefined && leader.leads.length > 0;
  const deputies = isLeader ? await listDeputies(needs, personId, today) : ('not-leader' as const);
  const model = { deputies, page, ...(notice && { notice }) };
  return { place: 'replace', message: needs.render(delegationView, model, context.locale, context.now) };
}
