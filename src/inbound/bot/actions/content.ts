import { z } from 'zod';
import { type LocalDate, localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { Catalogue } from '../../../features/catalogue/catalogue.ts';
import { returnReasons } from '../../../features/content/content-change.ts';
import {
  decideApproval,
  decideRestoring,
  decideReturn,
  decideWithdrawal,
} from '../../../features/content/decide-change.ts';
import type { SecondPersonNeeds } from '../../../features/owners/second-person.ts';
import { localDateSchema } from '../../../features/people/local-date-schema.ts';
import { canManage } from '../../../features/people/permissions.ts';
import type { CalendarRules } from '../../../features/reminders/calendar.ts';
import { contentSections } from '../../../views/content-list.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { type ChangeNeeds, changeModule, makeChange } from './change-from-chat.ts';
import { type ContentReplies, createContentReplies } from './content-replies.ts';
import { readModuleAfter } from './read-module.ts';

export type ContentActionNeeds = ChangeNeeds &
  SecondPersonNeeds & {
    zone: TimeZone;
    rules: { calendar: CalendarRules; catalogue: Pick<Catalogue, 'startsOn'> };
  };

const id = z.string().max(200);
const version = z.number().int();
const position = z.number().int().min(0).max(1000);
const permission = 'content.manage';

/** Looking after the content from the chat: read, approve, send back, take a card away, set a number. */
export function contentActions(needs: ContentActionNeeds): readonly Action[] {
  const replies = createContentReplies(needs);
  const todayOf = ({ now }: ActionContext): LocalDate => localDateAt(now, needs.zone);
  return [
    defineAction({
      verb: 'content.list',
      permission,
      input: z.object({
        section: z.enum(contentSections).catch('modules'),
        page: position.optional().catch(undefined),
        near: id.optional().catch(undefined),
      }),
      handle: (context, place) => replies.list(context, place),
    }),
    defineAction({
      verb: 'content.module',
      permission,
      input: z.object({ moduleId: id }),
      handle: (context, { moduleId }) => replies.module(context, moduleId),
    }),
    defineAction({
      verb: 'content.card',
      permission,
      input: z.object({ moduleId: id, position }),
      handle: (context, { moduleId, position: at }) => replies.card(context, moduleId, { position: at }),
    }),
    defineAction({
      verb: 'content.group',
      permission,
      input: z.object({ moduleId: id }),
      handle: (context, { moduleId }) => replies.group(context, moduleId),
    }),
    defineAction({
      verb: 'content.approve',
      permission,
      input: z.object({ moduleId: id, version, validTo: localDateSchema.optional().catch(undefined) }),
      handle: (context, { moduleId, version: of, validTo = todayOf(context) }) =>
        changeModule(needs, replies, context, moduleId, async (module, changes) => {
          const { module: now } = await readModuleAfter(needs, module, changes);
          return decideApproval(module, changes, { version: of, validTo, now }, todayOf(context));
        }),
    }),
    defineAction({
      verb: 'content.return',
      permission,
      input: z.object({ moduleId: id, version, reason: z.enum(returnReasons).optional().catch(undefined) }),
      handle: (context, { moduleId, version: of, reason }) =>
        changeModule(needs, replies, context, moduleId, (module, changes) =>
          decideReturn(module, changes, { version: of, reason }, todayOf(context)),
        ),
    }),
    ...cardActions(needs, replies),
  ];
}

function cardActions(needs: ContentActionNeeds, replies: ContentReplies): readonly Action[] {
  const input = z.object({ moduleId: id, cardId: id });
  const turn = async (
    context: ActionContext,
    { moduleId, cardId }: z.infer<typeof input>,
    decide: typeof decideRestoring,
  ): Promise<Reply> => {
    const module = needs.baseContent.modules.find((one) => one.moduleId === moduleId);
    if (!module) return replies.list(context, { section: 'modules' }, 'gone');
    if (!canManage(actingPerson(context), module.approval.owner)) return replies.notYours(context, 'modules');
    const notice = await makeChange(needs, context, `module:${moduleId}`, async (changes) => {
      const { module: now } = await readModuleAfter(needs, module, changes);
      return decide(module, changes, { cardId, now });
    });
    return replies.card(context, moduleId, { cardId }, notice);
  };
  return [
    defineAction({
      verb: 'content.withdraw',
      permission,
      input,
      handle: (context, card) => turn(context, card, decideWithdrawal),
    }),
    defineAction({
      verb: 'content.restore',
      permission,
      input,
      handle: (context, card) => turn(context, card, decideRestoring),
    }),
  ];
}
