import { z } from 'zod';
import { type Catalogue, findModule, generalModules } from '../../../features/catalogue/catalogue.ts';
import type { GuideContent } from '../../../features/guide/guide.ts';
import { findTarget } from '../../../features/progress/keep-place.ts';
import { readingPlaceAt } from '../../../features/progress/steps.ts';
import { generalCardView } from '../../../views/general-card.view.ts';
import { generalListView } from '../../../views/general-list.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { stepInput } from './step-input.ts';

export type GeneralActionNeeds = { render: Render; catalogue: Catalogue; guide: Pick<GuideContent, 'laws'> };

const openInput = z.object({
  moduleId: z.string().max(200),
  position: z.number().int().min(0).max(1000).catch(0),
  ...stepInput,
});

/** Modules for who is not in the staff list. Where somebody is stands in the card; nothing is read of them, and nothing kept. */
export function generalActions({ render, catalogue, guide }: GeneralActionNeeds): readonly Action[] {
  const list = ({ locale, now }: ActionContext, notice?: 'gone'): Reply => {
    const model = { modules: generalModules(catalogue), ...(notice && { notice }) };
    return { place: 'replace', message: render(generalListView, model, locale, now) };
  };
  return [
    defineAction({
      verb: 'general.list',
      permission: 'general.read',
      input: z.object({}),
      handle: async (context) => list(context),
    }),
    defineAction({
      verb: 'general.open',
      permission: 'general.read',
      input: openInput,
      async handle(context, input) {
        const module = findModule(catalogue, input.moduleId);
        if (!module?.isGeneral) return list(context, 'gone');
        const { card, ...place } = readingPlaceAt(module, findTarget(module, input).position);
        const laws = (card.lawIds ?? []).flatMap((id) => guide.laws.find(({ lawId }) => lawId === id) ?? []);
        const model = { module, place, card, laws };
        return { place: 'replace', message: render(generalCardView, model, context.locale, context.now) };
      },
    }),
  ];
}
