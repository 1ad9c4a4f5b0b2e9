import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type PriorAskModel, priorAskView } from '../../../src/views/prior-ask.view.ts';
import { priorLearning } from '../asks-models.ts';
import { report } from '../module-models.ts';
import { strangeName } from '../strange-name.ts';

const base: PriorAskModel = { module: report, places: priorLearning.places, leaders: ['Siv Moe'] };
const chosen = { takenOn: '2024-03-03', place: 'place-1' };
const none = { takenOn: '', place: '' };

export const states = defineStates(priorAskView, {
  'asked for the first time': base,
  'two leaders': { ...base, leaders: ['Siv Moe', 'Anne-Margrethe Kristoffersen'] },
  'no date': { ...base, chosen: none, hint: 'no-date' },
  'a date to come': { ...base, chosen: { ...chosen, takenOn: '2027-03-03' }, hint: 'in-future' },
  'too long ago': { ...base, chosen: { ...chosen, takenOn: '1932-03-03' }, hint: 'too-early' },
  'no place': { ...base, chosen: { ...chosen, place: '' }, hint: 'no-place' },
  'the leader said no': { ...base, declined: { reason: priorLearning.reasons[0]?.name } },
  'the leader said no, for a reason that is gone': { ...base, declined: {} },
  'strange name': { ...base, leaders: [strangeName] },
});
