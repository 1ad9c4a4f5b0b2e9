import { z } from 'zod';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { type AccessRequestNeeds, askForAccess, requestEndsOn } from '../../../features/use-cases/ask-for-access.ts';
import { type JoinRequestModel, joinRequestView } from '../../../views/join-request.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { type WelcomeNeeds, welcome } from './welcome.ts';

export type JoinRequestActionNeeds = WelcomeNeeds & AccessRequestNeeds & { render: Render; zone: TimeZone };

/**
 * "Be om å bli lagt til", for somebody of the own tenant who is not in the staff list. Guests, people whom we know, and people who could
 * not be read just now get the front page: of them nothing is kept.
 */
export function joinRequestActions(needs: JoinRequestActionNeeds): readonly Action[] {
  const show = ({ locale, now }: ActionContext, model: JoinRequestModel): Reply => ({
    place: 'replace',
    message: needs.render(joinRequestView, model, locale, now),
  });
  const forUnknown =
    (run: (context: ActionContext, aadObjectId: string) => Promise<Reply>) =>
    async (context: ActionContext): Promise<Reply> => {
      const { actor, turn, locale, now } = context;
      const { aadObjectId } = turn.from;
      const isUnknown = actor.kind === 'unknown' && actor.reason === 'not-in-roster';
      if (isUnknown && aadObjectId) return run(context, aadObjectId);
      return { place: 'replace', message: await welcome(needs, actor, locale, now) };
    };
  return [
    /** "Mine data" and "slett" of somebody of whom nothing is kept but the request. */
    defineAction({
      verb: 'join.show',
      permission: 'help.see',
      input: z.object({}),
      handle: forUnknown(async (context, aadObjectId) => {
        const request = await needs.accessRequests.get(aadObjectId);
        if (!request) return show(context, { state: 'nothing' });
        return show(context, { state: 'asked', endsOn: requestEndsOn(request, needs.requestDays) });
      }),
    }),
    defineAction({
      verb: 'join.request',
      permission: 'help.see',
      input: z.object({}),
      handle: forUnknown(async (context, aadObjectId) => {
        const request = await askForAccess(needs, aadObjectId, localDateAt(context.now, needs.zone));
        return show(context, { state: 'asked', endsOn: requestEndsOn(request, needs.requestDays) });
      }),
    }),
    defineAction({
      verb: 'join.withdraw',
      permission: 'help.see',
      input: z.object({}),
      handle: forUnknown(async (context, aadObjectId) => {
        await needs.accessRequests.delete(aadObjectId);
        return show(context, { state: 'withdrawn' });
      }),
    }),
  ];
}
