import { walkDialogue } from '../../../src/features/progress/walk-dialogue.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type ModuleDialogueModel, moduleDialogueView } from '../../../src/views/module-dialogue.view.ts';
import { aDialogue } from '../../support/dialogue-builder.ts';
import { report } from '../module-models.ts';

const dialogue = aDialogue('samtalen');
const base: ModuleDialogueModel = {
  ...{ module: report, dialogue, place: { position: 10, of: 12 } },
  ...{ shows: 'turn', standing: 'open' },
};
const after = (...replies: string[]): Pick<ModuleDialogueModel, 'walk'> => ({ walk: walkDialogue(dialogue, replies) });

export const states = defineStates(moduleDialogueView, {
  'not begun': base,
  'the first thing said': { ...base, ...after() },
  'in the middle': { ...base, ...after('skjult') },
  'feedback on a reply': { ...base, ...after('skjult'), shows: 'reply' },
  'a good end': { ...base, ...after('fakta', 'avtale'), standing: 'finished' },
  'a good end, and the last step': {
    ...{ ...base, ...after('fakta', 'avtale'), standing: 'finished', place: { position: 10, of: 11 } },
  },
  'an end some of the way': { ...base, ...after('fakta', 'vente'), standing: 'finished' },
  'a poor end': { ...base, ...after('anklage'), standing: 'finished' },
  'begun again': { ...base, ...after(), standing: 'finished' },
  'in the middle once more': { ...base, ...after('skjult'), standing: 'finished' },
  'not taken to an end': { ...base, hint: 'unpractised' },
  'after the module was changed': { ...base, ...after('skjult'), hint: 'changed' },
});
