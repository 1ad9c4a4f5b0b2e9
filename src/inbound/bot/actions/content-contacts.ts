import { z } from 'zod';
import { localDateAt } from '../../../core/local-date.ts';
import { applyContact } from '../../../features/content/apply-contact.ts';
import { decideDetails, decideDetailsConfirmation } from '../../../features/content/contact-details.ts';
import type { ContentChange } from '../../../features/content/content-change.ts';
import type { ChangeDecision } from '../../../features/content/decide-change.ts';
import { numbersOf } from '../../../features/content/phone-numbers.ts';
import type { TypedDetails } from '../../../features/content/typed-details.ts';
import type { Contact } from '../../../features/guide/facts.ts';
import { canManage } from '../../../features/people/permissions.ts';
import { nextOfficeDay } from '../../../features/reminders/calendar.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { makeChange, noticeOfWaiting } from './change-from-chat.ts';
import type { ContentActionNeeds } from './content.ts';
import { type ContentReplies, createContentReplies } from './content-replies.ts';

const id = z.string().max(200);
const words = z.string().max(1000).catch('');
const time = z.string().max(10).catch('');
const permission = 'content.manage';

/** What is told of the municipality's own contacts: live at once, as their numbers are, and a second person confirms it. */
export function contentContactActions(needs: ContentActionNeeds): readonly Action[] {
  const replies = createContentReplies(needs);
  const dateOf = (at: Date) => localDateAt(at, needs.zone);
  return [
    defineAction({
      verb: 'content.contact',
      permission,
      input: z.object({ contactId: id }),
      handle: (context, { contactId }) => replies.contact(context, contactId),
    }),
    defineAction({
      verb: 'content.set-contact',
      permission,
      input: z.object({
        contactId: id,
        // A card from before this was asked has none.
        of: id.catch(''),
        ...{ name_nb: words, name_nn: words, name_en: words, use_nb: words, use_nn: words, use_en: words },
        ...{ opening: z.enum(['unknown', 'always', 'weekdays', 'as-now']).catch('as-now'), from: time, to: time },
      }),
      handle: (context, { contactId, of, opening, from, to, ...typed }) => {
        const details: TypedDetails = {
          name: { nb: typed.name_nb, nn: typed.name_nn, en: typed.name_en },
          use: { nb: typed.use_nb, nn: typed.use_nn, en: typed.use_en },
          ...{ opening, from, to },
        };
        const confirmBy = nextOfficeDay(dateOf(context.now), needs.rules.calendar);
        const decide: Decide = (contact, changes) =>
          decideDetails(applyContact(contact, changes, dateOf), changes, {
            ...{ typed: details, of, confirmBy, inFiles: contact },
            numbers: numbersOf(needs.guide.contacts),
          });
        return changeContact(needs, replies, context, contactId, decide, details);
      },
    }),
    defineAction({
      verb: 'content.confirm-contact',
      permission,
      input: z.object({ contactId: id, of: id }),
      handle: (context, { contactId, of }) => {
        const { personId } = actingPerson(context);
        return changeContact(needs, replies, context, contactId, (contact, changes) =>
          decideDetailsConfirmation(contact, changes, { of, personId }),
        );
      },
    }),
  ];
}

type Decide = (contact: Contact, changes: readonly ContentChange[]) => ChangeDecision;

async function changeContact(
  needs: ContentActionNeeds,
  replies: ContentReplies,
  context: ActionContext,
  contactId: string,
  decide: Decide,
  typed?: TypedDetails,
): Promise<Reply> {
  const contact = needs.baseContent.contacts.get(contactId);
  if (!contact) return replies.list(context, { section: 'numbers' }, 'gone');
  if (!canManage(actingPerson(context), contact.owner)) return replies.notYours(context, 'numbers');
  const notice = await makeChange(needs, context, `contact:${contactId}`, (changes) => decide(contact, changes));
  const isKept = notice === 'changed' || notice === 'unchanged';
  // Only who changes something has typed it; who confirms has not.
  const told = typed ? await noticeOfWaiting(needs, context, contact.owner, notice) : notice;
  // What may name somebody is not shown again: a card stays in the chat.
  return replies.contact(context, contactId, told, isKept || notice === 'text-about-person' ? undefined : typed);
}
