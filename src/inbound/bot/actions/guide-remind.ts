import { z } from 'zod';
import { withDeadline } from '../../../core/deadline.ts';
import type { LocalDate } from '../../../core/local-date.ts';
import { firstDeadlineDays } from '../../../features/guide/levels.ts';
import { localDateSchema } from '../../../features/people/local-date-schema.ts';
import { shiftRules } from '../../../features/reminders/own-calendar.ts';
import { pingDateAfter } from '../../../features/reminders/ping-rows.ts';
import type { SendingSwitch } from '../../../features/reminders/sending-switch.ts';
import { dropPing, type PingNeeds, setPing } from '../../../features/reminders/set-ping.ts';
import { type GuideRemindModel, guideRemindView } from '../../../views/guide-remind.view.ts';
import { type Action, type ActionContext, defineAction } from '../action.ts';
import { type GuideNeeds, groupReply, isShared } from './guide.ts';
import { isStoppedNow } from './sending-standing.ts';

export type GuideRemindNeeds = Omit<GuideNeeds, 'findLeaders' | 'findBtiContacts'> &
  PingNeeds & { sendingSwitch: Pick<SendingSwitch, 'isStopped'> };

/** So long that a slow storage is waited for, and so short that the router's own limit, which tells the verb, is never met. */
const storeDeadlineMs = 1500;

const dateInput = z.object({ on: localDateSchema.optional().catch(undefined) }).catch({ on: undefined });

/**
 * "Minn meg": the only thing in the guide that stores anything, and only when asked. A failure is answered here and told to nobody: an
 * event would say that somebody pressed it.
 */
export function guideRemindActions(needs: GuideRemindNeeds): readonly Action[] {
  const show = ({ locale, now }: ActionContext, model: GuideRemindModel) =>
    needs.render(guideRemindView, model, locale, now);
  return [
    defineAction({
      verb: 'guide.remind',
      permission: 'guide.use',
      worksInGroups: true,
      input: z.unknown(),
      handle: async (context) =>
        isShared(context)
          ? groupReply(needs, context)
          : // Below, so that the guide stays where it is and the button to delete stays in the chat.
            { place: 'below', message: show(context, await remind(needs, context)) },
    }),
    defineAction({
      verb: 'guide.forget',
      permission: 'guide.use',
      worksInGroups: true,
      input: dateInput,
      handle: async (context, { on }) =>
        isShared(context)
          ? groupReply(needs, context)
          : { place: 'replace', message: show(context, await forget(needs, context, on)) },
    }),
  ];
}

async function remind(needs: GuideRemindNeeds, { actor, now }: ActionContext): Promise<GuideRemindModel> {
  const on = dateFrom(needs, actor, now);
  if (on === undefined || actor.kind !== 'person') return { outcome: 'cannot', ...(on && { on }) };
  const [result, isStopped] = await Promise.all([
    quietly(setPing(needs, actor.person, on)),
    isStoppedNow(needs.sendingSwitch),
  ]);
  if (result?.outcome !== 'set') return { outcome: 'cannot', on };
  return { outcome: 'set', on, ...(isStopped && { isStopped }) };
}

async function forget(
  needs: GuideRemindNeeds,
  { actor }: ActionContext,
  on: LocalDate | undefined,
): Promise<GuideRemindModel> {
  // No date on the card: it is none of ours, and nothing stands to be deleted.
  if (on === undefined) return { outcome: 'dropped' };
  if (actor.kind !== 'person') return { outcome: 'not-dropped', on };
  const dropped = await quietly(dropPing(needs, actor.person.personId, on).then(() => 'dropped' as const));
  return dropped ? { outcome: 'dropped' } : { outcome: 'not-dropped', on };
}

/** `undefined` where the municipality has no deadline (an old card), or a calendar without working days. */
function dateFrom({ guide, rules }: GuideRemindNeeds, actor: ActionContext['actor'], now: Date): LocalDate | undefined {
  const days = firstDeadlineDays(guide.levels);
  if (days === undefined) return undefined;
  try {
    return pingDateAfter(days, now, actor.kind === 'person' ? shiftRules(rules, actor.person) : rules);
  } catch {
    return undefined;
  }
}

async function quietly<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await withDeadline(work, storeDeadlineMs, 'keeping a date');
  } catch {
    return undefined;
  }
}
