import { z } from 'zod';
import { isSafeKey } from '../../../core/ids.ts';
import { readLocalDate } from '../../../core/local-date.ts';
import { findChoice } from '../../../features/catalogue/prior-learning.ts';
import { arrangeModule, type Wish } from '../../../features/use-cases/arrange-module.ts';
import { remindLate, remindPerson } from '../../../features/use-cases/remind-staff.ts';
import type { MoreTimeHint } from '../../../views/staff-more-time.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { showDigest } from './show-digest.ts';
import { areNamesHidden, askForExempt, askForMoreTime, refuse, type StaffNeeds, showStaff } from './staff-replies.ts';

const personId = z.string().refine(isSafeKey);
const moduleId = z.string().max(200);
/** From a field or a button: what is none of ours is no choice. */
const chosen = z.string().max(200).optional().catch(undefined);
const seenDate = z.string().transform((text) => readLocalDate(text));

/** What a leader can do for the own staff, there and then. Whether they are the leader's own is asked anew at every press. */
export function staffActions(needs: StaffNeeds): readonly Action[] {
  const permission = 'unit-status.see';
  return [
    defineAction({
      verb: 'staff.show',
      permission,
      input: z.object({ personId }),
      handle: (context, input) => showStaff(needs, context, 'staff.show', input.personId),
    }),
    defineAction({
      verb: 'staff.remind',
      permission,
      input: z.object({ personId }),
      handle: (context, input) => remind(needs, context, input.personId),
    }),
    defineAction({
      verb: 'staff.remind-all',
      permission,
      input: z.object({ unitId: z.string().max(200).optional() }),
      handle: (context, { unitId }) => remindAll(needs, context, unitId),
    }),
    defineAction({
      verb: 'staff.more-time',
      permission,
      input: z.object({ personId, moduleId, seen: seenDate, dueOn: chosen, reason: chosen }),
      handle: (context, input) => giveMoreTime(needs, context, input),
    }),
    defineAction({
      verb: 'staff.exempt',
      permission,
      input: z.object({ personId, moduleId, reason: chosen }),
      async handle(context, { reason, ...about }) {
        const found = findChoice(needs.catalogue.leaderChoices?.exempt ?? [], reason ?? '');
        if (!found) return askForExempt(needs, context, about);
        return arrange(needs, context, 'staff.exempt', about, { wish: 'exempt', reason: found.choiceId });
      },
    }),
    defineAction({
      verb: 'staff.lift',
      permission,
      input: z.object({ personId, moduleId, seen: z.coerce.date() }),
      handle: (context, { seen, ...about }) => arrange(needs, context, 'staff.lift', about, { wish: 'lift', seen }),
    }),
  ];
}

async function remind(needs: StaffNeeds, context: ActionContext, staffId: string): Promise<Reply> {
  const verb = 'staff.remind';
  if (areNamesHidden(needs, context)) return refuse(needs, context, verb, 'no-names');
  const result = await remindPerson(needs, actingPerson(context), staffId, context.now);
  if (result.outcome === 'not-yours') return refuse(needs, context, verb, 'not-your-staff');
  return showStaff(needs, context, verb, staffId, result.outcome);
}

/** Without a unit: of all that the leader leads. Nobody is named, so this is there without lists by name too. */
async function remindAll(needs: StaffNeeds, context: ActionContext, unitId: string | undefined): Promise<Reply> {
  const leader = actingPerson(context);
  const unitIds = unitId === undefined ? leader.leads : [unitId];
  const result = await remindLate(needs, leader, unitIds, context.now);
  if (result.outcome === 'not-yours') return refuse(needs, context, 'staff.remind-all', 'not-your-unit');
  // Where only counts are shown, and of a small unit none, the answer must tell nothing that they do not.
  return showDigest(needs, context, areNamesHidden(needs, context) ? { outcome: 'asked' } : result);
}

type About = { personId: string; moduleId: string };
type MoreTimeInput = About & {
  seen: ReturnType<typeof readLocalDate>;
  dueOn?: string | undefined;
  reason?: string | undefined;
};

/** Without a date and a reason of the pack they are asked for first, and again where the date cannot be. */
async function giveMoreTime(needs: StaffNeeds, context: ActionContext, input: MoreTimeInput): Promise<Reply> {
  const { seen, dueOn: date, reason: wanted, ...about } = input;
  const reason = findChoice(needs.catalogue.leaderChoices?.moreTime ?? [], wanted ?? '')?.choiceId;
  const dueOn = readLocalDate((date ?? '').trim());
  const again = (hint?: MoreTimeHint): Promise<Reply> =>
    askForMoreTime(needs, context, about, {
      ...(hint && { hint }),
      ...(hint && { chosen: { dueOn: dueOn ?? '', reason: reason ?? '' } }),
    });
  if (date === undefined && wanted === undefined) return again();
  if (dueOn === undefined) return again('no-date');
  if (reason === undefined) return again('no-reason');
  if (seen === undefined) return again();
  return arrange(needs, context, 'staff.more-time', about, { wish: 'more-time', dueOn, reason, seen }, again);
}

async function arrange(
  needs: StaffNeeds,
  context: ActionContext,
  verb: string,
  about: About,
  wish: Wish,
  again?: (hint: MoreTimeHint) => Promise<Reply>,
): Promise<Reply> {
  if (areNamesHidden(needs, context)) return refuse(needs, context, verb, 'no-names');
  const result = await arrangeModule(needs, actingPerson(context), about, wish, context.now);
  if (result.outcome === 'not-yours') return refuse(needs, context, verb, 'not-your-staff');
  if (result.outcome === 'not-later' || result.outcome === 'too-late') {
    return again ? again(result.outcome) : showStaff(needs, context, verb, about.personId, 'changed');
  }
  return showStaff(needs, context, verb, about.personId, result.outcome);
}
