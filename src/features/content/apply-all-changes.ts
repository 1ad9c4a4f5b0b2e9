import type { GuideContent } from '../guide/guide.ts';
import { applyAdvice } from './advice-state.ts';
import { type ApplyNeeds, applyChanges } from './apply-changes.ts';
import { applyCheck, applyModuleCheck, applyStepCheck, checkedOn, checkState } from './apply-checks.ts';
import { applyContact } from './apply-contact.ts';
import { factIdOf } from './checkable.ts';
import type { ContentChange } from './content-change.ts';
import { applyDates } from './local-dates.ts';
import type { WholeContent } from './whole-content.ts';

/** As `applyChanges`, with contacts, dates, what was checked again and which advice was approved. */
export function applyAllChanges(
  base: WholeContent,
  changes: readonly ContentChange[],
  needs: ApplyNeeds,
): WholeContent {
  const { dateOf, today } = needs;
  const changed = applyChanges(base, changes, needs);
  const check = { dateOf };
  const contacts = new Map(
    [...base.contacts].map(([id, contact]) => [id, applyContact(contact, changes, dateOf, today)]),
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
    ...(base.policies && { policies: base.policies }),
    ...(base.lists && { lists: base.lists }),
    ...(base.dates && { dates: applyDates(base.dates, changes) }),
    words: base.words.map((word) => {
      const state = checkState(factIdOf('word', word.wordId), changes);
      return state ? checkedOn(dateOf(state.set.at))(word) : word;
    }),
  };
}
