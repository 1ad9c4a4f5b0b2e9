import { z } from 'zod';
import { type LocalDate, localDateAt } from '../../../core/local-date.ts';
import type { ContentChange } from '../../../features/content/content-change.ts';
import type { ChangeDecision } from '../../../features/content/decide-change.ts';
import { decideConfirmation, decideNumber } from '../../../features/content/decide-number.ts';
import type { Contact } from '../../../features/guide/facts.ts';
import { canManage } from '../../../features/people/permissions.ts';
import { nextOfficeDay } from '../../../features/reminders/calendar.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { makeChange, noticeOfWaiting } from './change-from-chat.ts';
import type { ContentActionNeeds } from './content.ts';
import { type ContentReplies, createContentReplies } from './content-replies.ts';

const id = z.string().max(200);
const permission = 'content.manage';

/** The municipality's own numbers: each is live at once, and a second person confirms it. */
export function contentNumberActions(needs: ContentActionNeeds): readonly Action[] {
  const replies = createContentReplies(needs);
  const dateOf = (at: Date): LocalDate => localDateAt(at, needs.zone);
  const todayOf = ({ now }: ActionContext): LocalDate => dateOf(now);
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
        const confirmBy = nextOfficeDay(todayOf(context), needs.rules.calendar);
        return changeNumber(
          needs,
          replies,
          context,
          contactId,
          (contact, changes) => decideNumber(contact, changes, number, { confirmBy, today: todayOf(context) }, dateOf),
          'waits',
        );
      },
    }),
    defineAction({
      verb: 'content.confirm',
      permission,
      input: z.object({ contactId: id, of: id }),
      handle: (context, { contactId, of }) => {
        const { personId } = actingPerson(context);
        return changeNumber(
          needs,
          replies,
          context,
          contactId,
          (contact, changes) => decideConfirmation(contact, changes, { of, personId }, todayOf(context), dateOf),
          'done',
        );
      },
    }),
  ];
}

async function changeNumber(
  needs: ContentActionNeeds,
  replies: ContentReplies,
  context: ActionContext,
  contactId: string,
  decide: (contact: Contact, changes: readonly ContentChange[]) => ChangeDecision,
  after: 'waits' | 'done',
): Promise<Reply> {
  const contact = needs.baseContent.contacts.get(contactId);
  if (!contact) return replies.list(context, { section: 'numbers' }, 'gone');
  if (!canManage(actingPerson(context), contact.owner)) return replies.notYours(context, 'numbers');
  const notice = await makeChange(needs, context, `contact:${contactId}`, (changes) => decide(contact, changes));
  return replies.number(
    context,
    contactId,
    after === 'waits' ? await noticeOfWaiting(needs, context, contact.owner, notice) : notice,
  );
}
