import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { catalogueView } from '../../../src/views/catalogue.view.ts';
import { aModule, words } from '../../support/module-builder.ts';
import {
  again,
  declined,
  done,
  extra,
  guide,
  late,
  learntBefore,
  onTheWay,
  open,
  report,
  waiting,
} from '../module-models.ts';

const title = words('Taushetsplikt, samtykke og den viktige samtalen med foresatte');
const many = Array.from({ length: 19 }, (_, index) => aModule(`m${index}`, { title, isPriority: index < 3 }));

export const states = defineStates(catalogueView, {
  'on the way': { own: [done(guide), onTheWay(report), open(extra)] },
  'late, the next not started': { own: [late(guide), done(report)] },
  'all done': { own: [done(guide), done(report), done(extra)] },
  'what the municipality works on': {
    own: [
      done(guide),
      onTheWay(report),
      { ...open(extra), focus: [{ areaId: 'a', name: words('samarbeid på tvers') }] },
    ],
  },
  'of three levels': {
    own: [done(guide), open({ ...extra, level: 2 }), open({ ...extra, moduleId: 'dypere', level: 3 })],
  },
  'one waits for two others': { own: [onTheWay(report), { ...open(extra), waitsFor: [guide, report] }] },
  'a module that waits was pressed': {
    own: [onTheWay(report), { ...open(extra), waitsFor: [guide] }],
    notice: { takeFirst: [guide] },
  },
  'for who may lead a meeting': { own: [onTheWay(report), open(extra)], group: 'offered' },
  'nothing for this person': { own: [] },
  'nineteen modules': { own: many.map(onTheWay) },
  'learnt before, and waiting': { own: [learntBefore(guide), waiting(report), declined(extra)] },
  'one to be taken again': { own: [again(guide), onTheWay(report)] },
  'a module that is gone': { own: [onTheWay(report)], notice: 'gone' },
  'a module for others': { own: [onTheWay(report)], notice: 'not-for-you' },
});
