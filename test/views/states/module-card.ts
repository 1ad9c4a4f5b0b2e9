import { readingPlaceAt } from '../../../src/features/progress/steps.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type ModuleCardModel, moduleCardView } from '../../../src/views/module-card.view.ts';
import { theGuide } from '../../features/guide/the-guide.ts';
import { guide, report } from '../module-models.ts';

const { card: first } = readingPlaceAt(report, 0);
const { card: second } = readingPlaceAt(report, 1);
const base: ModuleCardModel = { module: report, card: first, place: { position: 0, of: 11 }, mode: 'take' };

export const states = defineStates(moduleCardView, {
  'first, with a link': base,
  'with sections': { ...base, card: second, laws: theGuide.laws.slice(0, 1) },
  'with four sections': { ...base, card: second, laws: theGuide.laws.slice(-4) },
  'first, learnt before may be said': { ...base, prior: 'offered' },
  'first, with a way to the guide': { ...base, module: { ...report, guideEntry: 'duty' }, prior: 'offered' },
  'first, waits for the leader': { ...base, prior: 'waiting' },
  'first, the leader said no': { ...base, prior: 'declined' },
  'in the middle': { ...base, card: second, place: { position: 4, of: 11 } },
  'approved, the last of a module without a quiz': { ...base, module: guide, place: { position: 10, of: 11 } },
  'after the module was changed': { ...base, hint: 'changed' },
  'read again': { ...base, place: { position: 2, of: 8 }, mode: 'reread' },
  'read again, the last': { ...base, place: { position: 7, of: 8 }, mode: 'reread' },
});
