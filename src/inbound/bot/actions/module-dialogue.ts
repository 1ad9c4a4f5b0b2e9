import { z } from 'zod';
import type { Module } from '../../../features/catalogue/module.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import { type DialogueMove, practiseDialogue } from '../../../features/progress/practise-dialogue.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import type { ModuleReplies } from './module-replies.ts';

/**
 * Runs with the module of that id when it is there for the person; otherwise answers with the list. What the person has done before they
 * changed work, and would now be due again, is shown as done; `readAgain`: instead of that.
 */
export type ModuleGuard = (
  context: ActionContext,
  moduleId: string,
  run: (module: Module) => Promise<Reply>,
  readAgain?: (module: Module) => Reply,
) => Promise<Reply>;

const id = z.string().max(200);
/** The ids of all replies from the first on. A longer way than any dialogue has is no way. */
const replies = z.array(id).max(20);

/** The practice dialogues of a module: `module.practise` begins one and goes back, `module.reply` goes on. */
export function dialogueActions(
  needs: { people: PersonStore },
  answers: ModuleReplies,
  withModule: ModuleGuard,
): readonly Action[] {
  const permission = 'module.take';
  return [
    defineAction({
      verb: 'module.practise',
      permission,
      input: z.object({ moduleId: id, dialogueId: id, replies }),
      handle: (context, { moduleId, ...move }) =>
        withModule(context, moduleId, (module) => practise(needs, answers, context, { module, ...move })),
    }),
    defineAction({
      verb: 'module.reply',
      permission,
      input: z.object({ moduleId: id, dialogueId: id, replies, nodeId: id }),
      handle: (context, { moduleId, ...move }) =>
        withModule(context, moduleId, (module) => practise(needs, answers, context, { module, ...move })),
    }),
  ];
}

/** A reply shows its feedback first; beginning and going back show what the other says. */
async function practise(
  needs: { people: PersonStore },
  answers: ModuleReplies,
  context: ActionContext,
  { module, ...move }: DialogueMove & { module: Module },
): Promise<Reply> {
  const result = await practiseDialogue(needs, actingPerson(context).personId, module, move, context.now);
  if (result.outcome === 'way-gone') return answers.progress(context, module, result.progress, 'changed');
  return answers.progress(context, module, result.progress, move.nodeId === undefined ? undefined : 'replied');
}
