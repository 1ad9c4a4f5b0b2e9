import type { DialogueOutcome } from '../features/catalogue/dialogue.ts';
import type { ViewKit } from './define-view.ts';

/** The colour says again what the words say. No end is a failure. */
export function endWords(outcome: DialogueOutcome, kit: ViewKit) {
  if (outcome === 'good') return { style: 'good', verdict: kit.t('module.dialogue.good') };
  if (outcome === 'ok') return { style: 'emphasis', verdict: kit.t('module.dialogue.ok') };
  return { style: 'warning', verdict: kit.t('module.dialogue.poor') };
}
