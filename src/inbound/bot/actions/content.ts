import { z } from 'zod';
import { type LocalDate, localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { returnReasons } from '../../../features/content/content-change.ts';
import {
  decideApproval,
  decideConfirmation,
  decideNumber,
  decideRestoring,
  decideReturn,
  decideWithdrawal,
} from '../../../features/content/decide-change.ts';
import { localDateSchema } from '../../../features/people/local-date-schema.ts';
import { type CalendarRules, nextWorkingDay } from '../../../features/reminders/calendar.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { type ChangeNeeds, change, changeModule, changeNumber } from './change-from-chat.ts';
import { type ContentReplies, createContentReplies } from './content-replies.ts';

export type ContentActionNeeds = ChangeNeeds & { zone: TimeZone; rules: { calendar: CalendarRules } };

const id = z.string().max(200);
const version = z.number().int();
const position = z.number().int().min(0).max(1000);
const permission = 'content.manage';

/** Looking after the content from the chat: read, approve, send back, take a card away, set a number. */
export function contentActions(needs: ContentActionNeeds): readonly Action[] {
  const replies = createContentReplies(needs);
  const todayOf = ({ now }: ActionContext): LocalDate => localDateAt(now, needs.zone);
  return [
    defineAction({ verb: 'content.list', permission, input: z.object({}), handle: (context) => replies.list(context) }),
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
      verb: 'content.approve',
      permission,
      input: z.object({ moduleId: id, version, validTo: localDateSchema.optional().catch(undefined) }),
      handle: (context, { moduleId, version: of, validTo = todayOf(context) }) =>
        changeModule(needs, replies, context, moduleId, (module, changes) =>
          decideApproval(module, changes, { version: of, validTo }, todayOf(context)),
        ),
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
    ...numberActions(needs, replies, todayOf),
  ];
}

function cardActions(needs: ContentActionNeeds, replies: ContentReplies): readonly Action[] {
  const input = z.object({ moduleId: id, cardId: id });
  const turn = async (
    context: ActionContext,
    { moduleId, cardId }: z.infer<typeof input>,
    decide: typeof decideWithdrawal,
  ): Promise<Reply> => {
    const module = needs.baseContent.modules.find((one) => one.moduleId === moduleId);
    if (!module) return replies.list(context, 'gone');
    const notice = await change(needs, context, `module:${moduleId}`, (changes) => decide(module, changes, cardId));
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

function numberActions(
  needs: ContentActionNeeds,
  replies: ContentReplies,
  todayOf: (context: ActionContext) => LocalDate,
): readonly Action[] {
  return [
    defineAction({
      verb: 'content.number',
      permission,
      input: z.object({ contactId: id }),
      handle: (context, { contactId }) => replies.number(context, contactId),
    }),
    defineAction({
      verb: 'content.set-number',
      permission,
      input: z.object({ contactId: id, number: z.string().max(100).catch('') }),
      handle: (context, { contactId, number }) => {
        const confirmBy = nextWorkingDay(todayOf(context), needs.rules.calendar);
        return changeNumber(needs, replies, context, contactId, (contact, changes) =>
          decideNumber(contact, changes, number, { confirmBy, today: todayOf(context) }),
        );
      },
    }),
    defineAction({
      verb: 'content.confirm',
      permission,
      input: z.object({ contactId: id, of: id }),
      handle: (context, { contactId, of }) => {
        const { personId } = actingPerson(context);
        return changeNumber(needs, replies, context, contactId, (_contact, changes) =>
          decideConfirmation(contactId, changes, { of, personId }, todayOf(context)),
        );
      },
    }),
  ];
}
