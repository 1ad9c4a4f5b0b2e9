import type { GroupStage, Module } from '../../src/features/catalogue/module.ts';
import type { GroupCardModel } from '../../src/features/groups/group-card-model.ts';
import { words } from '../support/module-builder.ts';
import { report } from './module-models.ts';

/** Two questions, and a case as long as the rules for content allow. */
const stages: readonly GroupStage[] = [
  { kind: 'opening', minutes: 4 },
  { kind: 'question', minutes: 12, text: words('Hva kan hindre oss i å melde, selv når vi vet at vi skal?') },
  {
    kind: 'question',
    minutes: 13,
    text: words('Hvilken setning bruker vi til foreldrene? Og når skal vi ikke si noe?'),
  },
  {
    kind: 'case',
    minutes: 12,
    title: words('En oppdiktet elev'),
    text: words(
      'En elev i femte klasse kommer ofte uten matpakke og er trøtt. Klærne er skitne flere dager på rad. I dag sier eleven at ingen ' +
        'voksne var hjemme i helga. Dere har snakket med foreldrene før, uten at det ble bedre. En kollega vil vente til etter ferien.',
    ),
    ask: words(
      'Har dere grunn til å tro at dette er alvorlig? Hvem drøfter dere det med i dag, og hvem av dere melder?',
    ),
  },
  { kind: 'closing', minutes: 4 },
];

export const grouped: Module = { ...report, group: { minutes: 45, stages } };
export const sessionId = 'abcdefghijklmnopqrst';

/** The card that the group shares, in a part of the plan. */
export const atPart = (part: number, count: number): GroupCardModel => ({
  ...{ sessionId, module: grouped, state: 'open', part, count },
  stage: stages[part] ?? { kind: 'closing', minutes: 4 },
});
