import { toolsFor } from '../features/guide/levels.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import { toolLink } from './guide-blocks.ts';
import { trailOf } from './guide-buttons.ts';
import type { GuideModel } from './guide-model.ts';

/** A list to search in. `found`: what is told of the form that was picked. */
export type Picker = {
  label: string;
  placeholder: string;
  picked: string;
  choices: readonly { title: string; value: string }[];
  found: readonly { text: string }[];
  links: readonly CardAction[];
  actions: readonly CardAction[];
};

/** Searching happens in the person's own client: only the id of what was picked is sent. */
export function toolPicker({ guide, walk, toolId }: GuideModel, kit: ViewKit): Picker {
  const tools = toolsFor(guide.tools, walk.sector);
  const tool = tools.find((one) => one.toolId === toolId);
  return {
    label: kit.t('guide.tool.search'),
    placeholder: kit.t('guide.tool.placeholder'),
    picked: tool?.toolId ?? '',
    choices: tools.map(({ toolId: value, name }) => ({ title: kit.pick(name), value })),
    found: tool ? [{ text: `**${kit.pick(tool.name)}** · ${kit.pick(tool.use)}${tool.url ? '' : notSet(kit)}` }] : [],
    links: tool?.url ? [toolLink(kit.pick(tool.name), tool.url, kit)] : [],
    actions: [kit.button('guide.answer', kit.t('guide.tool.show'), trailOf(guide, walk, walk.answers))],
  };
}

const notSet = (kit: ViewKit): string => ` (${kit.t('guide.tool.no-url')})`;
