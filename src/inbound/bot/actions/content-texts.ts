import { z } from 'zod';
import { type LocalDate, localDateAt } from '../../../core/local-date.ts';
import type { Module } from '../../../features/catalogue/module.ts';
import { moduleAfter } from '../../../features/content/apply-changes.ts';
import type { ContentChange } from '../../../features/content/content-change.ts';
import type { ChangeDecision } from '../../../features/content/decide-change.ts';
import {
  decideAccepting,
  decideDropping,
  decideSending,
  decideTakingBack,
  refuseHiding,
} from '../../../features/content/decide-texts.ts';
import { readTexts } from '../../../features/content/read-texts.ts';
import { canManage } from '../../../features/people/permissions.ts';
import { nextOfficeDay } from '../../../features/reminders/calendar.ts';
import type { ContentNotice } from '../../../views/content-change-words.ts';
import { contentTextsView } from '../../../views/content-texts.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { changeModule, type ModuleDecision } from './change-from-chat.ts';
import type { ContentActionNeeds } from './content.ts';
import { type ContentReplies, createContentReplies } from './content-replies.ts';
import { forgetTexts } from './forget-texts.ts';
import { listTextChanges } from './list-text-changes.ts';
import { readModule } from './read-module.ts';

const id = z.string().max(200);
const input = z.object({ moduleId: id, of: id });
type Asked = z.infer<typeof input>;
const permission = 'content.manage';

type Decide = (
  module: Module,
  changes: readonly ContentChange[],
  asked: { of: string; personId: string; confirmBy: LocalDate },
  dateOf: (at: Date) => LocalDate,
) => ChangeDecision;

/** New texts of a module on their way: looked at, sent to a second person, accepted, dropped, taken back. */
export function contentTextsActions(needs: ContentActionNeeds): readonly Action[] {
  const replies = createContentReplies(needs);
  const dateOf = (at: Date) => localDateAt(at, needs.zone);
  const seenAfter = async (module: Module, changes: readonly ContentChange[]): Promise<Module> =>
    moduleAfter(module, needs.baseContent.editors.get(module.moduleId), changes, {
      dateOf,
      texts: await readTexts(needs, changes),
    });
  const decided = async (
    context: ActionContext,
    { moduleId, of }: Asked,
    decide: Decide,
    told: ContentNotice,
  ): Promise<Reply> => {
    const { personId, displayName: name } = actingPerson(context);
    const confirmBy = nextOfficeDay(dateOf(context.now), needs.rules.calendar);
    const decideSeen: ModuleDecision = async (module, changes) => {
      const decision = decide(module, changes, { of, personId, confirmBy }, dateOf);
      if (decision.outcome !== 'changed') return decision;
      const made = { ...decision.change, changeId: '', at: context.now, by: { personId, name } };
      const [now, next] = [await seenAfter(module, changes), await seenAfter(module, [...changes, made])];
      return refuseHiding(decision, { now, next });
    };
    const reply = await changeModule(needs, replies, context, moduleId, decideSeen, told);
    await forgetTexts(needs, moduleId);
    return reply;
  };
  return [
    defineAction({
      verb: 'content.texts',
      permission,
      input: input.extend({ page: z.number().int().min(0).max(1000).default(0) }),
      handle: (context, asked) => show(needs, replies, context, asked),
    }),
    defineAction({
      verb: 'content.send-texts',
      permission,
      input,
      handle: (context, asked) => decided(context, asked, decideSending, 'texts-sent'),
    }),
    defineAction({
      verb: 'content.drop-texts',
      permission,
      input,
      handle: (context, asked) => decided(context, asked, decideDropping, 'texts-dropped'),
    }),
    defineAction({
      verb: 'content.accept-texts',
      permission,
      input,
      handle: (context, asked) => decided(context, asked, decideAccepting, 'texts-accepted'),
    }),
    defineAction({
      verb: 'content.take-back',
      permission,
      input,
      handle: (context, asked) => decided(context, asked, decideTakingBack, 'texts-taken-back'),
    }),
  ];
}

/** What is still not sent is shown to who sent the workbook only. */
async function show(
  needs: ContentActionNeeds,
  replies: ContentReplies,
  context: ActionContext,
  { moduleId, of, page }: Asked & { page: number },
): Promise<Reply> {
  const { personId } = actingPerson(context);
  const read = await readModule(needs, moduleId);
  const editor = needs.baseContent.editors.get(moduleId);
  if (!read || !editor) return replies.list(context, { section: 'modules' }, 'gone');
  const { base, module, live, state } = read;
  if (!canManage(actingPerson(context), base.approval.owner)) return replies.notYours(context, 'modules');
  const own = state.unsent.find(({ textsId, by }) => textsId === of && by.personId === personId);
  const texts = state.waiting?.textsId === of ? state.waiting : own;
  const edits = texts && (await needs.texts.get(of));
  if (!texts || !edits) return replies.module(context, moduleId, 'texts-gone');
  const model = {
    ...{ module, textsId: of, by: texts.by.name, at: texts.at, page },
    status: own
      ? ('unsent' as const)
      : texts.by.personId === personId
        ? ('waiting-own' as const)
        : ('waiting' as const),
    changes: listTextChanges(editor, live, edits),
  };
  const message = needs.render(contentTextsView, model, context.locale, context.now);
  return { place: 'replace', message };
}
