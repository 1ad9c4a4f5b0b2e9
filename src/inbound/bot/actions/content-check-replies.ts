import { localDateAt } from '../../../core/local-date.ts';
import { adviceStatus } from '../../../features/content/advice-state.ts';
import { applyAllChanges } from '../../../features/content/apply-all-changes.ts';
import { checkStatus } from '../../../features/content/check-status.ts';
import { factIdOf, findCheckable } from '../../../features/content/checkable.ts';
import { hasAdvice } from '../../../features/content/decide-check.ts';
import { hasOwnNumber } from '../../../features/content/own-number.ts';
import { readTexts } from '../../../features/content/read-texts.ts';
import { canManage, isOwner } from '../../../features/people/permissions.ts';
import { toArray } from '../../../features/people/person-store.ts';
import { contentAdviceView } from '../../../views/content-advice.view.ts';
import type { ContentNotice } from '../../../views/content-change-words.ts';
import { contentFactView } from '../../../views/content-fact.view.ts';
import type { ActionContext, Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import type { ContentReplies, ContentReplyNeeds } from './content-replies.ts';

export type ContentCheckReplies = {
  fact(context: ActionContext, factId: string, notice?: ContentNotice): Promise<Reply>;
  advice(context: ActionContext, stepId: string, notice?: ContentNotice): Promise<Reply>;
};

/** The cards of what is checked and of advice that waits, read anew each time. */
export function createContentCheckReplies(
  needs: ContentReplyNeeds,
  { list, notYours }: Pick<ContentReplies, 'list' | 'notYours'>,
): ContentCheckReplies {
  const { render, zone, content, baseContent } = needs;
  const dateOf = (at: Date) => localDateAt(at, zone);

  /** One that names no source has nothing to check, and its approval stands in the files. */
  const isStep = (factId: string): boolean =>
    [...baseContent.guide.steps.keys()].some((stepId) => factIdOf('step', stepId) === factId);

  return {
    fact: async (context, factId, notice) => {
      const base = findCheckable(baseContent, factId);
      if (!base) return list(context, { section: 'facts' }, isStep(factId) ? 'in-files' : 'gone');
      if (!canManage(actingPerson(context), base.owner)) return notYours(context, 'facts');
      const changes = await toArray(content.listOf(factId));
      const fact =
        findCheckable(
          applyAllChanges(baseContent, changes, { dateOf, texts: await readTexts(needs, changes) }),
          factId,
        ) ?? base;
      const contact = baseContent.contacts.get(factId.slice('contact:'.length));
      const model = {
        ...{ fact, changes, personId: actingPerson(context).personId },
        status: checkStatus(fact, changes, dateOf(context.now), { contacts: baseContent.contacts, dateOf }),
        ...(fact.kind === 'contact' && contact && hasOwnNumber(contact) && { contactId: contact.contactId }),
        ...(notice && { notice }),
      };
      return { place: 'replace', message: render(contentFactView, model, context.locale, context.now) };
    },

    advice: async (context, stepId, notice) => {
      const base = baseContent.guide.steps.get(stepId);
      if (!hasAdvice(base)) return list(context, { section: 'advice' }, 'gone');
      const person = actingPerson(context);
      if (!canManage(person, base.awaitsApproval.approval.owner)) return notYours(context, 'advice');
      const changes = await toArray(content.listOf(`step:${stepId}`));
      const now = applyAllChanges(baseContent, changes, {
        dateOf,
        texts: await readTexts(needs, changes),
      }).guide.steps.get(stepId);
      const step = hasAdvice(now) ? now : base;
      const model = {
        ...{ step, changes, personId: person.personId },
        status: adviceStatus(stepId, step.awaitsApproval, changes, dateOf(context.now)),
        role: isOwner(person, step.awaitsApproval.approval.owner) ? ('professional' as const) : ('second' as const),
        ...(notice && { notice }),
      };
      return { place: 'replace', message: render(contentAdviceView, model, context.locale, context.now) };
    },
  };
}
