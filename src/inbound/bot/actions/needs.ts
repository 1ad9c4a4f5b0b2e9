import { z } from 'zod';
import type { Catalogue } from '../../../features/catalogue/catalogue.ts';
import { type Needs, needWords, recommendModules } from '../../../features/catalogue/recommend-modules.ts';
import { needsFormView } from '../../../views/needs-form.view.ts';
import { needsResultView } from '../../../views/needs-result.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';

export type NeedsActionNeeds = { render: Render; catalogue: Catalogue };

const need = z.enum(needWords);

/** "Hva trenger vi å lære?", for leaders. What is chosen is answered and forgotten. */
export function needsActions({ render, catalogue }: NeedsActionNeeds): readonly Action[] {
  const areas = catalogue.areas ?? [];
  const form = ({ locale, now }: ActionContext, hint?: 'nothing-chosen'): Reply => ({
    place: 'replace',
    message: render(needsFormView, { areas, ...(hint && { hint }) }, locale, now),
  });
  /** Only what is an area of the pack and a word of ours. */
  const readNeeds = (data: Readonly<Record<string, unknown>>): Needs =>
    new Map(
      areas.flatMap(({ areaId }) => {
        const chosen = need.safeParse(data[`area-${areaId}`]);
        return chosen.success ? [[areaId, chosen.data] as const] : [];
      }),
    );
  return [
    defineAction({
      verb: 'needs.open',
      permission: 'unit-status.see',
      input: z.object({}),
      handle: async (context) => form(context),
    }),
    defineAction({
      verb: 'needs.answer',
      permission: 'unit-status.see',
      input: z.record(z.string(), z.unknown()),
      async handle(context, data) {
        const needs = readNeeds(data);
        if (needs.size === 0) return form(context, 'nothing-chosen');
        const recommended = recommendModules(catalogue, actingPerson(context).sector, needs);
        return { place: 'replace', message: render(needsResultView, { recommended }, context.locale, context.now) };
      },
    }),
  ];
}
