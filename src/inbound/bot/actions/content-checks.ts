import { z } from 'zod';
import { type LocalDate, localDateAt } from '../../../core/local-date.ts';
import { type Checkable, findCheckable } from '../../../features/content/checkable.ts';
import { type ContentChange, returnReasons } from '../../../features/content/content-change.ts';
import type { ChangeDecision } from '../../../features/content/decide-change.ts';
import {
  type AdviceStep,
  decideAdviceApproval,
  decideAdviceConfirmation,
  decideAdviceReturn,
  decideCheck,
  decideCheckConfirmation,
  hasAdvice,
} from '../../../features/content/decide-check.ts';
import { localDateSchema } from '../../../features/people/local-date-schema.ts';
import type { Person } from '../../../features/people/person.ts';
import { nextOfficeDay } from '../../../features/reminders/calendar.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { makeChange, noticeOfWaiting } from './change-from-chat.ts';
import type { ContentActionNeeds } from './content.ts';
import { createContentCheckReplies } from './content-check-replies.ts';
import { createContentReplies } from './content-replies.ts';

const id = z.string().max(200);
const permission = 'content.manage';

type Today = { today: LocalDate; confirmBy: LocalDate };
type DecideOnFact = (fact: Checkable, changes: readonly ContentChange[], person: Person, day: Today) => ChangeDecision;
type DecideOnAdvice = (
  step: AdviceStep,
  changes: readonly ContentChange[],
  person: Person,
  day: Today,
) => ChangeDecision;

/** "Kontrollert" on what is looked up, and the advice of the guide that waits for a professional. Each takes two people. */
export function contentCheckActions(needs: ContentActionNeeds): readonly Action[] {
  const lists = createContentReplies(needs);
  const replies = createContentCheckReplies(needs, lists);
  const dateOf = (at: Date): LocalDate => localDateAt(at, needs.zone);
  const inFiles = { contacts: needs.baseContent.contacts, dateOf };
  const dayOf = ({ now }: ActionContext): Today => {
    const today = dateOf(now);
    return { today, confirmBy: nextOfficeDay(today, needs.rules.calendar) };
  };

  async function changeFact(
    context: ActionContext,
    factId: string,
    after: 'waits' | 'done',
    decide: DecideOnFact,
  ): Promise<Reply> {
    const fact = findCheckable(needs.baseContent, factId);
    if (!fact) return lists.list(context, { section: 'facts' }, 'gone');
    const person = actingPerson(context);
    const made = await makeChange(needs, context, factId, (changes) => decide(fact, changes, person, dayOf(context)));
    const notice = after === 'waits' ? await noticeOfWaiting(needs, context, fact.owner, made) : made;
    return replies.fact(context, factId, notice);
  }

  async function changeAdvice(
    context: ActionContext,
    stepId: string,
    after: 'waits' | 'done',
    decide: DecideOnAdvice,
  ): Promise<Reply> {
    const step = needs.baseContent.guide.steps.get(stepId);
    if (!hasAdvice(step)) return lists.list(context, { section: 'advice' }, 'gone');
    const person = actingPerson(context);
    const subject = `step:${stepId}`;
    const made = await makeChange(needs, context, subject, (changes) => decide(step, changes, person, dayOf(context)));
    const { owner } = step.awaitsApproval.approval;
    const notice = after === 'waits' ? await noticeOfWaiting(needs, context, owner, made) : made;
    return replies.advice(context, stepId, notice);
  }

  return [
    defineAction({
      verb: 'content.fact',
      permission,
      input: z.object({ factId: id }),
      handle: (context, { factId }) => replies.fact(context, factId),
    }),
    defineAction({
      verb: 'content.check',
      permission,
      input: z.object({ factId: id }),
      handle: (context, { factId }) =>
        changeFact(context, factId, 'waits', (fact, changes, person, day) =>
          decideCheck(fact, changes, person, day, inFiles),
        ),
    }),
    defineAction({
      verb: 'content.check-confirm',
      permission,
      input: z.object({ factId: id, of: id }),
      handle: (context, { factId, of }) =>
        changeFact(context, factId, 'done', (fact, changes, person, { today }) =>
          decideCheckConfirmation(fact, changes, person, { of, today }, inFiles),
        ),
    }),
    defineAction({
      verb: 'content.advice',
      permission,
      input: z.object({ stepId: id }),
      handle: (context, { stepId }) => replies.advice(context, stepId),
    }),
    defineAction({
      verb: 'content.advice-approve',
      permission,
      input: z.object({ stepId: id, wording: id, validTo: localDateSchema.optional().catch(undefined) }),
      handle: (context, { stepId, wording, validTo }) =>
        changeAdvice(context, stepId, 'waits', (step, changes, person, day) =>
          decideAdviceApproval(step, changes, person, { ...day, wording, validTo: validTo ?? day.today }, dateOf),
        ),
    }),
    defineAction({
      verb: 'content.advice-confirm',
      permission,
      input: z.object({ stepId: id, of: id }),
      handle: (context, { stepId, of }) =>
        changeAdvice(context, stepId, 'done', (step, changes, person, { today }) =>
          decideAdviceConfirmation(step, changes, person, { of, today }, dateOf),
        ),
    }),
    defineAction({
      verb: 'content.advice-return',
      permission,
      input: z.object({ stepId: id, wording: id, reason: z.enum(returnReasons).optional().catch(undefined) }),
      handle: (context, { stepId, wording, reason }) =>
        changeAdvice(context, stepId, 'done', (step, changes, person) =>
          decideAdviceReturn(step, changes, person, { wording, reason }, dateOf),
        ),
    }),
  ];
}
