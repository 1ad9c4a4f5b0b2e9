import { localDateAt } from '../../../core/local-date.ts';
import type { Module } from '../../../features/catalogue/module.ts';
import { changeContent } from '../../../features/content/change-content.ts';
import type { ContentChange } from '../../../features/content/content-change.ts';
import type { ChangeDecision, RefusalReason } from '../../../features/content/decide-change.ts';
import type { GuideContent } from '../../../features/guide/guide.ts';
import { isAlone, type SecondPersonNeeds } from '../../../features/owners/second-person.ts';
import { canManage } from '../../../features/people/permissions.ts';
import type { ContentNotice } from '../../../views/content-change-words.ts';
import type { ActionContext, Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import type { ContentReplies, ContentReplyNeeds } from './content-replies.ts';

export type ChangeNeeds = ContentReplyNeeds & {
  /** As everybody is shown it now, with the numbers that were set from the chat. */
  guide: Pick<GuideContent, 'contacts'>;
  /** Takes what was changed into use at once. */
  refreshContent(): Promise<void>;
};

type Decision = ChangeDecision | Promise<ChangeDecision>;
export type ModuleDecision = (module: Module, changes: readonly ContentChange[]) => Decision;

export async function changeModule(
  needs: ChangeNeeds & SecondPersonNeeds,
  replies: ContentReplies,
  context: ActionContext,
  moduleId: string,
  decide: ModuleDecision,
  told: ContentNotice = 'changed',
): Promise<Reply> {
  const module = needs.baseContent.modules.find((one) => one.moduleId === moduleId);
  if (!module) return replies.list(context, { section: 'modules' }, 'gone');
  const { owner } = module.approval;
  if (!canManage(actingPerson(context), owner)) return replies.notYours(context, 'modules');
  const notice = await makeChange(needs, context, `module:${moduleId}`, (changes) => decide(module, changes));
  if (told === 'texts-sent') {
    return replies.module(context, moduleId, await noticeOfWaiting(needs, context, owner, notice, told));
  }
  return replies.module(context, moduleId, notice === 'changed' ? told : notice);
}

/** What to say of a change that waits for a second person: also that there is none, since it may then wait for ever. */
export async function noticeOfWaiting(
  needs: SecondPersonNeeds & Pick<ChangeNeeds, 'zone'>,
  context: ActionContext,
  owner: string | undefined,
  notice: 'changed' | 'unchanged' | RefusalReason,
  told: 'changed' | 'texts-sent' = 'changed',
): Promise<ContentNotice> {
  if (notice !== 'changed') return notice;
  const { personId } = actingPerson(context);
  const alone = await isAlone(needs, { personId, owner }, localDateAt(context.now, needs.zone));
  return alone ? `${told}-alone` : told;
}

/** Decides on what was changed of `subject`, keeps it and takes it into use; gives what to say of it. */
export async function makeChange(
  needs: ChangeNeeds,
  context: ActionContext,
  subject: string,
  decide: (changes: readonly ContentChange[]) => Decision,
): Promise<'changed' | 'unchanged' | RefusalReason> {
  const { personId, displayName } = actingPerson(context);
  const made = { by: { personId, name: displayName }, at: context.now };
  const decision = await changeContent(needs, subject, made, decide);
  if (decision.outcome === 'refused') return decision.reason;
  // Also where it was so already: the first press may have been stored and not taken into use.
  await needs.refreshContent();
  return decision.outcome;
}
