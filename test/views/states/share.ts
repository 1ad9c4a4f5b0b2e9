import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { shareView } from '../../../src/views/share.view.ts';
import { words } from '../../support/module-builder.ts';
import { guide, report } from '../module-models.ts';

const inShort = [
  'Plikten til å melde er din egen.',
  'Du trenger ikke bevis, men noe konkret som du har sett eller hørt.',
  'Er du i tvil, drøfter du saken uten navn med barnevernet i dag.',
].map(words);
const silent = { ...report.group, stages: report.group.stages.filter(({ kind }) => kind !== 'question') };

export const states = defineStates(shareView, {
  'three sentences': { module: { ...report, inShort } },
  'for who may lead a meeting, approved': { module: { ...guide, inShort }, group: 'offered' },
  'only the summary, no question': { module: { ...report, group: silent } },
});
