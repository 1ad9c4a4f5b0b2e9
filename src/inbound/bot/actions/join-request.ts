import { z } from 'zod';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { mayAskToBeAdded } from '../../../features/people/permissions.ts';
import { type AccessRequestNeeds, askForAccess, requestEndsOn } from '../../../features/use-cases/ask-for-access.ts';
import { type JoinRequestModel, joinRequestView } from '../../../views/join-request.view.ts';
import { noticeView } from '../../../views/notice.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { type WelcomeNeeds, welcome } from './welcome.ts';

export type JoinRequestActionNeeds = WelcomeNeeds & AccessRequestNeeds & { render: Render; zone: TimeZone };

type Asker = { aadObjectId: string; reason: 'not-in-roster' | 'not-checked'; asks?: true; left?: true };

/**
 * "Be om å bli lagt til", for somebody of the own tenant who is not in the staff list. A row comes only of somebody of whom Teams has said that:
 * who may be a guest is told that it could not be checked. What is kept is shown and deleted all the same. Guests, people whom we know, and
 * people who could not be read just now get the front page: of them nothing is kept.
 */
export function joinRequestActions(needs: JoinRequestActionNeeds): readonly Action[] {
  const show = ({ locale, now }: ActionContext, model: JoinRequestModel): Reply => ({
    place: 'replace',
    message: needs.render(joinRequestView, model, locale, now),
  });
  const refuse = ({ locale, now }: ActionContext, reason: 'not-in-roster' | 'not-checked'): Reply => ({
    place: 'replace',
    message: needs.render(noticeView, { reason }, locale, now),
  });
  const forUnknown =
    (run: (context: ActionContext, asker: Asker) => Promise<Reply>) =>
    async (context: ActionContext): Promise<Reply> => {
      const { actor, turn, locale, now } = context;
      const { aadObjectId } = turn.from;
      if (actor.kind === 'unknown' && actor.reason !== 'storage-unavailable' && aadObjectId) {
        const asks = mayAskToBeAdded(actor) && { asks: true as const };
        return run(context, { aadObjectId, reason: actor.reason, ...asks, ...(actor.left && { left: true as const }) });
      }
      return { place: 'replace', message: await welcome(needs, actor, locale, now) };
    };
  return [
    /** "Mine data" and "slett" of somebody of whom nothing is kept but the request. Who has left gets the card of own data instead. */
    defineAction({
      verb: 'join.show',
      permission: 'help.see',
      input: z.object({}),
      handle: forUnknown(async (context, { aadObjectId, reason, asks }) => {
        const request = await needs.accessRequests.get(aadObjectId);
        // They may be in the list by their user name, and then much is kept.
        if (!request && reason === 'not-checked') return refuse(context, reason);
        if (!request) return show(context, { state: 'nothing', asks });
        return show(context, { state: 'asked', endsOn: requestEndsOn(request, needs.requestDays) });
      }),
    }),
    defineAction({
      verb: 'join.request',
      permission: 'help.see',
      input: z.object({}),
      handle: forUnknown(async (context, { aadObjectId, reason, asks, left }) => {
        if (!asks) return refuse(context, reason);
        const request = await askForAccess(needs, aadObjectId, localDateAt(context.now, needs.zone));
        return show(context, { state: 'asked', endsOn: requestEndsOn(request, needs.requestDays), left });
      }),
    }),
    defineAction({
      verb: 'join.withdraw',
      permission: 'help.see',
      input: z.object({}),
      handle: forUnknown(async (context, { aadObjectId, asks, left }) => {
        await needs.accessRequests.delete(aadObjectId);
        return show(context, { state: 'withdrawn', asks, left });
      }),
    }),
  ];
}
