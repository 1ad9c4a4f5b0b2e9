import type { Module } from '../../../features/catalogue/module.ts';
import { changeContent } from '../../../features/content/change-content.ts';
import type { ContentChange } from '../../../features/content/content-change.ts';
import type { ChangeDecision, RefusalReason } from '../../../features/content/decide-change.ts';
import type { Contact } from '../../../features/guide/facts.ts';
import type { ContentNotice } from '../../../views/content-change-words.ts';
import type { ActionContext, Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import type { ContentReplies, ContentReplyNeeds } from './content-replies.ts';

export type ChangeNeeds = ContentReplyNeeds & {
  /** Takes what was changed into use at once. */
  refreshContent(): Promise<void>;
};

export type ModuleDecision = (module: Module, changes: readonly ContentChange[]) => ChangeDecision;

export async function changeModule(
  needs: ChangeNeeds,
  replies: ContentReplies,
  context: ActionContext,
  moduleId: string,
  decide: ModuleDecision,
  told: ContentNotice = 'changed',
): Promise<Reply> {
  const module = needs.baseContent.modules.find((one) => one.moduleId === moduleId);
  if (!module) return replies.list(context, 'gone');
  const notice = await change(needs, context, `module:${moduleId}`, (changes) => decide(module, changes));
  return replies.module(context, moduleId, notice === 'changed' ? told : notice);
}

export async function changeNumber(
  needs: ChangeNeeds,
  replies: ContentReplies,
  context: ActionContext,
  contactId: string,
  decide: (contact: Contact, changes: readonly ContentChange[]) => ChangeDecision,
): Promise<Reply> {
  const contact = needs.baseContent.contacts.get(contactId);
  if (!contact) return replies.list(context, 'gone');
  const notice = await change(needs, context, `contact:${contactId}`, (changes) => decide(contact, changes));
  return replies.number(context, contactId, notice);
}

export async function change(
  needs: ChangeNeeds,
  context: ActionContext,
  subject: string,
  decide: (changes: readonly ContentChange[]) => ChangeDecision,
): Promise<'changed' | 'unchanged' | RefusalReason> {
  const { personId, displayName } = actingPerson(context);
  const made = { by: { personId, name: displayName }, at: context.now };
  const decision = await changeContent(needs, subject, made, decide);
  if (decision.outcome === 'refused') return decision.reason;
  // Also where it was so already: the first press may have been stored and not taken into use.
  await needs.refreshContent();
  return decision.outcome;
}
