import type { Contact } from '../guide/facts.ts';
import type { GuideContent } from '../guide/guide.ts';
import { applyAdvice } from './advice-state.ts';
import { type ApplyNeeds, applyChanges, numberState } from './apply-changes.ts';
import { applyCheck, applyModuleCheck, applyStepCheck, checkedOn, checkState } from './apply-checks.ts';
import { factIdOf } from './checkable.ts';
import type { ContentChange } from './content-change.ts';
import type { WholeContent } from './whole-content.ts';

/** As `applyChanges`, with what was checked again and which advice was approved. */
export function applyAllChanges(
  base: WholeContent,
  changes: readonly ContentChange[],
  needs: ApplyNeeds,
): WholeContent {
  const { dateOf } = needs;
  const changed = applyChanges(base, changes, needs);
  const check = { dateOf };
  const contacts = new Map(
    [...changed.contacts].map(([id, contact]) => [id, applyCheck(contact, contactCheck(contact, changes), check)]),
  );
  const { laws, tools, steps } = base.guide;
  const guide: GuideContent = {
    ...base.guide,
    contacts,
    laws: laws.map((law) => applyCheck(law, checkState(factIdOf('law', law.lawId), changes), check)),
    tools: new Map(
      [...tools].map(([id, tool]) => [id, applyCheck(tool, checkState(factIdOf('tool', id), changes), check)]),
    ),
    steps: new Map(
      [...steps].map(([id, step]) => [id, applyAdvice(applyStepCheck(step, changes, dateOf), changes, dateOf)]),
    ),
  };
  return {
    ...changed,
    modules: changed.modules.map((module) => applyModuleCheck(module, changes, dateOf)),
    contacts,
    guide,
    words: base.words.map((word) => {
      const state = checkState(factIdOf('word', word.wordId), changes);
      return state ? checkedOn(dateOf(state.set.at))(word) : word;
    }),
  };
}

/** Whoever checked a number checked the one that stood there then. */
function contactCheck({ contactId }: Contact, changes: readonly ContentChange[]) {
  const state = checkState(factIdOf('contact', contactId), changes);
  const number = numberState(contactId, changes);
  return state && number && number.set.at > state.set.at ? undefined : state;
}
