import type { GroupStage, Module } from '../features/catalogue/module.ts';
import type { ViewKit } from './define-view.ts';
import { type Lines, lines } from './module-words.ts';

/** One part of a meeting: what it is called, what is read aloud, and what the group is asked. */
export type StageWords = { name: string; titles: Lines; texts: Lines; asks: Lines };

/** `lead`: for who leads the meeting; `group`: for everybody. Only the opening differs. */
export function stageWords(stage: GroupStage, reader: 'lead' | 'group', kit: ViewKit): StageWords {
  switch (stage.kind) {
    case 'opening': {
      const text = reader === 'lead' ? kit.t('group.stage.opening-lead') : kit.t('group.stage.opening-text');
      return { name: kit.t('group.stage.opening'), titles: [], texts: lines(text), asks: [] };
    }
    case 'question':
      return { name: kit.t('group.stage.question'), titles: [], texts: lines(kit.pick(stage.text)), asks: [] };
    case 'case':
      return {
        name: kit.t('group.stage.case'),
        titles: lines(kit.pick(stage.title)),
        texts: lines(kit.pick(stage.text)),
        asks: lines(kit.pick(stage.ask)),
      };
    case 'closing':
      return {
        name: kit.t('group.stage.closing'),
        titles: [],
        texts: lines(kit.t('group.stage.closing-text')),
        asks: [],
      };
  }
}

/** The parts with the minutes of the meeting that each has, as who leads it sees them. */
export function stageRows({ group }: Module, kit: ViewKit) {
  let from = 0;
  return group.stages.map((stage) => {
    const { name, titles, texts, asks } = stageWords(stage, 'lead', kit);
    const to = from + stage.minutes;
    const row = {
      time: kit.t('group.plan.time', { from, to }),
      label: titles[0] ? `${name}: ${titles[0].text}` : name,
      texts,
      asks,
    };
    from = to;
    return row;
  });
}
