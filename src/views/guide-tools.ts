import { toolsFor } from '../features/guide/levels.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import { trailOf } from './guide-buttons.ts';
import type { GuideModel } from './guide-model.ts';
import { toolLine, toolLink } from './guide-tool-words.ts';

/** A list to search in. `found`: what is told of the form that was picked. */
export type Picker = {
  label: string;
  placeholder: string;
  choices: readonly { title: string; value: string }[];
  found: readonly { text: string }[];
  links: readonly CardAction[];
  actions: readonly CardAction[];
};

/** Searching happens in the person's own client: only the id of what was picked is sent. The field is empty again after that. */
export function toolPicker({ guide, walk, today, toolId }: GuideModel, kit: ViewKit): Picker {
  const tools = toolsFor(guide.tools, walk.sector);
  const trail = trailOf(guide, walk, walk.answers);
  const tool = tools.find((one) => one.toolId === toolId);
  return {
    label: kit.t('guide.tool.search'),
    placeholder: kit.t('guide.tool.placeholder'),
    choices: tools.map(({ toolId: value, name }) => ({ title: kit.pick(name), value })),
    found: tool ? [{ text: toolLine(tool, today, kit) }] : [],
    links: tool?.url ? [toolLink(kit.pick(tool.name), tool.url, kit)] : [],
    actions: [
      kit.button('guide.answer', kit.t('guide.tool.show'), trail),
      // Without what is picked in the list: it would be shown again.
      ...(tool ? [kit.exit('guide.answer', kit.t('guide.tool.show-all'), trail)] : []),
    ],
  };
}
